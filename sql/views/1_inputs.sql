-- Grain: a row per input of each run.
CREATE VIEW inputs AS
SELECT run_id, number, source_name, uri, sha256, outcome, reason, detail, document_id
FROM store.inputs
UNION ALL
SELECT
    t.run_id, u.number, u.source_name, u.uri, u.sha256, 'unchanged' AS outcome, NULL AS reason, NULL AS detail,
    u.document_id
FROM store.turns AS t
JOIN store.unchanged_inputs AS u ON u.series = t.series AND t.turn BETWEEN u.first_turn AND u.last_turn;

COMMENT ON VIEW inputs IS 'A row per input of each run, with what became of it and why.';
COMMENT ON COLUMN inputs.run_id IS 'The run that saw the input.';
COMMENT ON COLUMN inputs.number IS 'Inputs of the run in the order in which they were read: documents first, then those that could not be read; from 0.';
COMMENT ON COLUMN inputs.source_name IS 'The JSON Lines id, else the file''s name.';
COMMENT ON COLUMN inputs.uri IS 'The metadata''s URL, else the file''s URI.';
COMMENT ON COLUMN inputs.sha256 IS 'SHA-256 of the bytes that were read; NULL where none could be read.';
COMMENT ON COLUMN inputs.outcome IS 'new, unchanged, changed, duplicate or quarantined.';
COMMENT ON COLUMN inputs.reason IS 'For a quarantined input the reason, as in quarantine; else NULL.';
COMMENT ON COLUMN inputs.detail IS 'For a quarantined input what happened, for a duplicate what it repeats, in words; else NULL.';
COMMENT ON COLUMN inputs.document_id IS 'The document of this input, or for a duplicate the one that it repeats; NULL where nothing could be read.';
