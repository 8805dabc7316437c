-- How much money has each party promised, by currency?
SELECT promisor, sums.key AS currency, sum(sums.value) AS total
FROM (SELECT promisor, unnest(map_entries(amounts)) AS sums FROM pledges_between)
GROUP BY ALL
ORDER BY total DESC, promisor
LIMIT 20;
