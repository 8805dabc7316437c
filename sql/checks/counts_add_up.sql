-- A run's counts are those of its inputs; every input that was not quarantined has its document or version.
-- Spans of unchanged inputs are counted by where they begin and end, as they would be many rows as inputs.
WITH ends AS (
    SELECT series, first_turn AS turn, count(*) AS n FROM store.unchanged_inputs GROUP BY ALL
    UNION ALL
    SELECT series, last_turn + 1 AS turn, -count(*) AS n FROM store.unchanged_inputs GROUP BY ALL
), spans AS (
    SELECT t.run_id, sum(e.n) AS unchanged
    FROM store.turns AS t
    JOIN ends AS e ON e.series = t.series AND e.turn <= t.turn
    GROUP BY t.run_id
)
SELECT r.run_id, 'counts' AS wrong
FROM store.runs AS r
LEFT JOIN spans AS s USING (run_id)
LEFT JOIN (
    SELECT
        run_id, count(*) FILTER (outcome = 'new') AS new,
        count(*) FILTER (outcome = 'changed') AS changed, count(*) FILTER (outcome = 'duplicate') AS duplicate,
        count(*) FILTER (outcome = 'quarantined') AS quarantined
    FROM store.inputs GROUP BY run_id
) AS i USING (run_id)
WHERE (r.new, r.unchanged, r.changed, r.duplicate, r.quarantined) <> (
    coalesce(i.new, 0), coalesce(s.unchanged, 0), coalesce(i.changed, 0), coalesce(i.duplicate, 0),
    coalesce(i.quarantined, 0))
UNION ALL
SELECT i.run_id, 'input ' || i.uri || ' has no document'
FROM (
    SELECT run_id, uri, document_id FROM store.inputs
    UNION ALL
    SELECT t.run_id, u.uri, u.document_id
    FROM store.unchanged_inputs AS u
    JOIN store.turns AS t ON t.series = u.series AND t.turn = u.last_turn
) AS i
WHERE i.document_id IS NOT NULL
  AND i.document_id NOT IN (SELECT document_id FROM store.documents)
  AND i.document_id NOT IN (SELECT document_id FROM store.document_versions)
UNION ALL
SELECT i.run_id, 'quarantined input ' || i.uri || ' has no reason'
FROM store.inputs AS i
WHERE (i.outcome = 'quarantined') <> (i.reason IS NOT NULL)
UNION ALL
SELECT i.run_id, 'quarantined input ' || i.uri || ' is not in quarantine'
FROM store.inputs AS i
ANTI JOIN store.quarantine AS q USING (run_id, uri, source_name)
WHERE i.outcome = 'quarantined';
