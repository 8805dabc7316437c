-- Which commitments depend on something, and on what?
SELECT promisors, action, condition, beneficiaries, source_name
FROM commitments
WHERE condition IS NOT NULL
ORDER BY confidence DESC, commitment_id
LIMIT 20;
