-- Ledger lines between the twelve most frequent promisors and the twelve most frequent beneficiaries
WITH pairs AS (
    SELECT ledger_id, promisor, unnest(list_distinct(beneficiaries)) AS beneficiary
    FROM (SELECT ledger_id, beneficiaries, unnest(list_distinct(promisors)) AS promisor FROM ledger)
), promisors AS (
    SELECT promisor FROM pairs GROUP BY promisor ORDER BY count(*) DESC, promisor LIMIT 12
), beneficiaries AS (
    SELECT beneficiary FROM pairs GROUP BY beneficiary ORDER BY count(*) DESC, beneficiary LIMIT 12
)
SELECT promisor, beneficiary, count(*) AS lines
FROM pairs
SEMI JOIN promisors USING (promisor)
SEMI JOIN beneficiaries USING (beneficiary)
GROUP BY ALL
ORDER BY lines DESC, promisor, beneficiary
