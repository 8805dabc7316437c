-- Grain: a row per actor, those of the most ledger lines first; $most of them, all where it is NULL.
SELECT name
FROM (SELECT unnest(list_distinct(promisors || beneficiaries)) AS name FROM ledger)
GROUP BY name
ORDER BY count(*) DESC, name
LIMIT $most
