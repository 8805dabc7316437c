-- Grain: a row per publisher and month of publication; inputs that never gave a document are in the row without both.
CREATE VIEW coverage AS
WITH counted AS (
    SELECT
        document_id, count(*) FILTER (force NOT IN ('request', 'fulfilment')) AS n_commitments, count(*) AS n_records
    FROM records
    GROUP BY document_id
), met AS (
    SELECT run_id, uri, outcome, detail FROM store.inputs
    UNION ALL
    SELECT t.run_id, u.uri, 'unchanged', NULL
    FROM store.unchanged_inputs AS u
    JOIN store.turns AS t ON t.series = u.series AND t.turn = u.last_turn
), latest AS (
    SELECT m.uri, max_by({'outcome': m.outcome, 'detail': m.detail}, (r.number, m.outcome = 'quarantined')) AS seen
    FROM met AS m
    JOIN store.runs AS r USING (run_id)
    GROUP BY m.uri
), files AS (
    SELECT DISTINCT source_uri FROM store.readings
), set_aside AS (
    SELECT l.uri
    FROM latest AS l
    LEFT JOIN files AS f ON f.source_uri = regexp_replace(l.uri, '(!/|#).*$', '') AND f.source_uri <> l.uri
    WHERE l.seen.outcome = 'quarantined'
        AND NOT regexp_matches(l.seen.detail, '^no (such file|file matches): ')  -- a mistyped path is no input
        -- a part of a file that was read since gave something else: a mended line of JSON its document
        AND (f.source_uri IS NULL OR l.uri IN (SELECT uri FROM store.readings WHERE reason IS NOT NULL))
), sources AS (
    SELECT
        d.publisher, CAST(date_trunc('month', d.published_on) AS DATE) AS month, 1 AS n_documents,
        coalesce(c.n_commitments, 0) AS n_commitments, coalesce(c.n_records, 0) AS n_records,
        CAST(e.document_id IS NULL OR s.uri IS NOT NULL AS INTEGER) AS n_quarantined
    FROM store.documents AS d
    LEFT JOIN counted AS c USING (document_id)
    LEFT JOIN store.extractions AS e USING (document_id)
    LEFT JOIN set_aside AS s USING (uri)
    UNION ALL
    SELECT NULL, NULL, 0, 0, 0, 1 FROM set_aside WHERE uri NOT IN (SELECT uri FROM store.documents)
)
SELECT
    publisher, month, CAST(sum(n_documents) AS BIGINT) AS n_documents,
    CAST(sum(n_commitments) AS BIGINT) AS n_commitments, CAST(sum(n_records) AS BIGINT) AS n_records,
    CAST(sum(n_quarantined) AS BIGINT) AS n_quarantined,
    sum(n_quarantined) / sum(greatest(n_documents, n_quarantined)) AS quarantine_rate
FROM sources
GROUP BY publisher, month;

COMMENT ON VIEW coverage IS 'A row per publisher and month: how much the book holds, and how much could not be read.';
COMMENT ON COLUMN coverage.publisher IS 'Who published the documents; NULL where unknown.';
COMMENT ON COLUMN coverage.month IS 'First day of the month of publication; NULL where undated.';
COMMENT ON COLUMN coverage.n_documents IS 'Documents in the book.';
COMMENT ON COLUMN coverage.n_commitments IS 'Commitments found in them.';
COMMENT ON COLUMN coverage.n_records IS 'Records of any force found in them.';
COMMENT ON COLUMN coverage.n_quarantined IS 'Inputs that could not be read or extracted when last seen, in the row of the document that they gave before where there is one; paths that led to no file do not count.';
COMMENT ON COLUMN coverage.quarantine_rate IS 'n_quarantined over all inputs of the row, 0 to 1.';
