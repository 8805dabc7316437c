-- Grain: a row per promisor from $first to before $end and year in which a line of its was first seen, in the order of the actors' ids.
WITH lines AS (
    SELECT unnest(list_distinct(promisors)) AS name, first_seen, status FROM ledger WHERE first_seen IS NOT NULL
)
SELECT
    'act_' || left(sha256(name), 16) AS actor_id, CAST(year(first_seen) AS INTEGER) AS year, count(*) AS n_promised,
    count(*) FILTER (status = 'delivered') AS n_delivered,
    count(*) FILTER (status IN ('withdrawn', 'contradicted')) AS n_withdrawn
FROM lines
WHERE 'act_' || left(sha256(name), 16) >= $first AND 'act_' || left(sha256(name), 16) < $end
GROUP BY name, year
ORDER BY actor_id, year
