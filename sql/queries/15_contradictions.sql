-- Where does a party promise what it elsewhere rules out?
SELECT promisor, action, published_on, against_action, against_published_on, round(overlap, 2) AS overlap
FROM contradictions
ORDER BY overlap DESC NULLS LAST, commitment_id, against_id
LIMIT 20;
