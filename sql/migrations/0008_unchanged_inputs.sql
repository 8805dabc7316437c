-- Unchanged inputs are kept as spans: a row says that an input was met again in each run of a span, so that a
-- run which meets what the one before met adds next to nothing. Runs that meet much the same inputs are a
-- series, and take turns in it; the runs up to here are one.

CREATE TABLE store.turns (
    run_id TEXT NOT NULL,
    series INTEGER NOT NULL,
    turn INTEGER NOT NULL
);

CREATE TABLE store.unchanged_inputs (
    series INTEGER NOT NULL,
    first_turn INTEGER NOT NULL,
    last_turn INTEGER NOT NULL,
    number INTEGER NOT NULL,
    source_name TEXT NOT NULL,
    uri TEXT NOT NULL,
    sha256 TEXT,
    document_id TEXT,
    CHECK (first_turn <= last_turn)
);

INSERT INTO store.turns
SELECT DISTINCT run_id, 1 AS series, r.number AS turn
FROM store.inputs JOIN store.runs AS r USING (run_id)
WHERE outcome = 'unchanged';

INSERT INTO store.unchanged_inputs
SELECT 1 AS series, min(turn) AS first_turn, max(turn) AS last_turn, number, source_name, uri, sha256, document_id
FROM (
    SELECT
        i.* EXCLUDE (run_id), r.number AS turn,
        r.number - row_number() OVER (
            PARTITION BY i.number, i.source_name, i.uri, i.sha256, i.document_id ORDER BY r.number
        ) AS span
    FROM store.inputs AS i JOIN store.runs AS r USING (run_id)
    WHERE outcome = 'unchanged'
)
GROUP BY number, source_name, uri, sha256, document_id, span;

DELETE FROM store.inputs WHERE outcome = 'unchanged';
