-- Who promises the most to whom, and in which matters?
SELECT promisor, beneficiary, sum(n_commitments) AS n, list(DISTINCT category ORDER BY category) AS categories
FROM pledges_between
WHERE beneficiary IS NOT NULL
GROUP BY ALL
ORDER BY n DESC, promisor, beneficiary
LIMIT 20;
