-- Grain: a row per actor of a ledger line whose id on the pages is from $first to before $end, in the order of
-- the ids; n_passed is counted on $today.
WITH sides AS (
    SELECT unnest(list_distinct(promisors)) AS name, 'promisor' AS side, status, due_end, sourcing, first_seen, last_seen
    FROM ledger
    UNION ALL
    SELECT unnest(list_distinct(beneficiaries)), 'beneficiary', status, due_end, sourcing, first_seen, last_seen
    FROM ledger
), known AS (
    -- of entities of one name and several kinds the one that is named most often, whole
    SELECT name, max_by({'kind': kind, 'iso3': iso3, 'wikidata_id': wikidata_id}, (coalesce(n_mentions, 0), entity_id)) AS entity
    FROM entities
    LEFT JOIN (SELECT entity_id, count(*) AS n_mentions FROM mentions GROUP BY entity_id) USING (entity_id)
    GROUP BY name
)
SELECT
    'act_' || left(sha256(name), 16) AS actor_id, name,
    any_value(entity).kind AS kind, any_value(entity).iso3 AS iso3, any_value(entity).wikidata_id AS wikidata_id,
    count(*) FILTER (side = 'promisor') AS n_promised,
    count(*) FILTER (side = 'beneficiary') AS n_received,
    count(*) FILTER (side = 'promisor' AND status = 'delivered') AS n_delivered,
    count(*) FILTER (side = 'promisor' AND status = 'refused') AS n_refused,
    count(*) FILTER (side = 'promisor' AND status IN ('withdrawn', 'contradicted')) AS n_withdrawn,
    count(*) FILTER (
        side = 'promisor' AND due_end < $today
        AND status NOT IN ('delivered', 'withdrawn', 'refused', 'contradicted')
    ) AS n_passed,
    count(*) FILTER (side = 'promisor' AND sourcing = 'anonymous') AS n_anonymous,
    min(first_seen) AS first_seen, max(last_seen) AS last_seen
FROM sides
LEFT JOIN known USING (name)
GROUP BY name
HAVING 'act_' || left(sha256(name), 16) >= $first AND 'act_' || left(sha256(name), 16) < $end
ORDER BY actor_id
