-- The run's own rows: what was set aside, what became of each input, and the counts.

INSERT INTO store.quarantine BY NAME
SELECT getvariable('run_id') AS run_id, * FROM set_aside;

CREATE OR REPLACE TEMP TABLE met AS
SELECT
    p.position AS number, p.source_name, p.uri, p.sha256,
    CASE WHEN f.document_id IS NULL THEN p.outcome ELSE 'quarantined' END AS outcome,
    coalesce(p.held_by, p.document_id) AS document_id,
    f.why.stage AS stage, f.why.reason AS reason,
    CASE
        WHEN p.outcome <> 'duplicate' THEN f.why.detail
        WHEN NOT p.current THEN 'read before in this run'
        WHEN p.similarity IS NULL THEN 'the same text as ' || holder.source_name
        ELSE 'nearly the same as ' || holder.source_name || ': ' || floor(100 * p.similarity)::INT
            || ' % of the words, in the same order'
    END AS detail
FROM planned AS p
LEFT JOIN failed AS f ON f.document_id = p.document_id AND p.extract
LEFT JOIN store.documents AS holder ON holder.document_id = p.held_by;

INSERT INTO store.inputs BY NAME
SELECT getvariable('run_id') AS run_id, * FROM met WHERE outcome <> 'unchanged' ORDER BY number;

-- Unchanged inputs prolong the spans of the series whose last run met most of the same.
CREATE OR REPLACE TEMP TABLE again AS
SELECT number, source_name, uri, sha256, document_id FROM met WHERE outcome = 'unchanged';

CREATE OR REPLACE TEMP TABLE last_turns AS
SELECT series, max(turn) AS turn FROM store.turns GROUP BY series;

SET VARIABLE series = (
    SELECT u.series
    FROM store.unchanged_inputs AS u
    JOIN last_turns AS l ON l.series = u.series AND l.turn = u.last_turn
    JOIN again USING (number, source_name, uri, sha256, document_id)
    GROUP BY u.series
    ORDER BY count(*) DESC, u.series
    LIMIT 1
);
SET VARIABLE series = coalesce(getvariable('series'), (SELECT coalesce(max(series), 0) + 1 FROM store.turns));
SET VARIABLE turn = (SELECT coalesce(max(turn), 0) + 1 FROM store.turns WHERE series = getvariable('series'));

INSERT INTO store.turns BY NAME
SELECT getvariable('run_id') AS run_id, getvariable('series') AS series, getvariable('turn') AS turn
WHERE EXISTS (FROM again);

UPDATE store.unchanged_inputs AS u SET last_turn = getvariable('turn')
FROM again AS a
WHERE u.series = getvariable('series') AND u.last_turn = getvariable('turn') - 1
  AND (u.number, u.source_name, u.uri, u.sha256, u.document_id) = (a.number, a.source_name, a.uri, a.sha256, a.document_id);

INSERT INTO store.unchanged_inputs BY NAME
SELECT getvariable('series') AS series, getvariable('turn') AS first_turn, getvariable('turn') AS last_turn, a.*
FROM again AS a
ANTI JOIN (
    FROM store.unchanged_inputs WHERE series = getvariable('series') AND last_turn = getvariable('turn')
) AS u USING (number, source_name, uri, sha256, document_id)
ORDER BY number;

INSERT INTO store.inputs BY NAME
SELECT
    getvariable('run_id') AS run_id, (SELECT count(*) FROM planned) + number AS number, source_name, uri,
    sha256, 'quarantined' AS outcome, stage, reason, detail
FROM set_aside
WHERE stage = 'ingest'
ORDER BY number;

INSERT INTO store.runs BY NAME
SELECT
    getvariable('run_id') AS run_id,
    (SELECT coalesce(max(number), 0) + 1 FROM store.runs) AS number,
    getvariable('started_at') AS started_at,
    getvariable('finished_at') AS finished_at,
    getvariable('extractor_version') AS extractor_version,
    count(*) FILTER (outcome = 'new') AS new,
    count(*) FILTER (outcome = 'unchanged') AS unchanged,
    count(*) FILTER (outcome = 'changed') AS changed,
    count(*) FILTER (outcome = 'duplicate') AS duplicate,
    count(*) FILTER (outcome = 'quarantined') AS quarantined,
    (SELECT count(*) FROM store.mentions) AS mentions,
    (SELECT count(*) FROM store.entities) AS entities,
    (SELECT count(*) FROM commitments) AS commitments
FROM inputs
WHERE run_id = getvariable('run_id');
