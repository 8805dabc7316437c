-- Grain: a row per actor from $first to before $end, direction and other party, the ten most frequent of each, in
-- the order of the actors' ids. Whoever is named on both sides of one line promises itself nothing.
WITH pairs AS (
    SELECT DISTINCT ledger_id, promisor, unnest(beneficiaries) AS beneficiary
    FROM (SELECT ledger_id, beneficiaries, unnest(promisors) AS promisor FROM ledger)
), others AS (
    FROM pairs WHERE promisor <> beneficiary
), sides AS (
    SELECT promisor AS name, 'to' AS direction, beneficiary AS other, count(*) AS n FROM others GROUP BY ALL
    UNION ALL
    SELECT beneficiary, 'from', promisor, count(*) FROM others GROUP BY ALL
)
SELECT 'act_' || left(sha256(name), 16) AS actor_id, direction, other, n
FROM sides
WHERE 'act_' || left(sha256(name), 16) >= $first AND 'act_' || left(sha256(name), 16) < $end
QUALIFY row_number() OVER (PARTITION BY name, direction ORDER BY n DESC, other) <= 10
ORDER BY actor_id, direction DESC, n DESC, other
