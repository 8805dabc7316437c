-- Who refuses or threatens what, and against whom?
SELECT force, promisors, action, beneficiaries, condition, published_on
FROM commitments
WHERE force IN ('refusal', 'threat')
ORDER BY published_on DESC NULLS LAST, commitment_id
LIMIT 20;
