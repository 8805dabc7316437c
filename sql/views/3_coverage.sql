-- Grain: a row per publisher and month of publication; inputs that gave no document are one row without both.
CREATE VIEW coverage AS
WITH counted AS (
    SELECT
        document_id, count(*) FILTER (force NOT IN ('request', 'fulfilment')) AS n_commitments, count(*) AS n_records
    FROM records
    GROUP BY document_id
), met AS (
    SELECT run_id, uri, source_name, outcome, document_id FROM store.inputs
    UNION ALL
    SELECT t.run_id, u.uri, u.source_name, 'unchanged', u.document_id
    FROM store.unchanged_inputs AS u
    JOIN store.turns AS t ON t.series = u.series AND t.turn = u.last_turn
), latest AS (
    SELECT m.uri, m.source_name, max_by(m.outcome, r.number) AS outcome, max_by(m.document_id, r.number) AS document_id
    FROM met AS m
    JOIN store.runs AS r USING (run_id)
    GROUP BY ALL
), sources AS (
    SELECT
        d.publisher, CAST(date_trunc('month', d.published_on) AS DATE) AS month, 1 AS n_documents,
        coalesce(c.n_commitments, 0) AS n_commitments, coalesce(c.n_records, 0) AS n_records,
        CAST(e.document_id IS NULL AS INTEGER) AS n_quarantined
    FROM store.documents AS d
    LEFT JOIN counted AS c USING (document_id)
    LEFT JOIN store.extractions AS e USING (document_id)
    UNION ALL
    SELECT NULL, NULL, 0, 0, 0, 1 FROM latest WHERE outcome = 'quarantined' AND document_id IS NULL
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
COMMENT ON COLUMN coverage.n_quarantined IS 'Inputs that could not be read when last seen, and documents whose extraction failed.';
COMMENT ON COLUMN coverage.quarantine_rate IS 'n_quarantined over all inputs of the row, 0 to 1.';
