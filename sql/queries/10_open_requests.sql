-- Who asks whom for what?
SELECT requested_by, promisors AS asked, action, category, published_on
FROM requests
ORDER BY published_on DESC NULLS LAST, commitment_id
LIMIT 20;
