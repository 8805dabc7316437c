-- The fifteen that stand in most ledger lines as promisors
SELECT promisor, count(*) AS lines, count(*) FILTER (status = 'delivered') AS delivered
FROM (SELECT unnest(list_distinct(promisors)) AS promisor, status FROM ledger)
GROUP BY promisor
ORDER BY lines DESC, promisor
LIMIT 15
