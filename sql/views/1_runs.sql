-- Grain: a row per run that was committed.
CREATE VIEW runs AS
SELECT
    run_id, number, started_at, finished_at, date_diff('millisecond', started_at, finished_at) / 1000 AS seconds,
    extractor_version, new + unchanged + changed + duplicate + quarantined AS inputs,
    new, unchanged, changed, duplicate, quarantined, mentions, entities, commitments
FROM store.runs;

COMMENT ON VIEW runs IS 'A row per run that was committed, with its summary.';
COMMENT ON COLUMN runs.run_id IS 'The run''s id.';
COMMENT ON COLUMN runs.number IS 'Runs in the order in which they were committed, from 1.';
COMMENT ON COLUMN runs.started_at IS 'When the run began (UTC).';
COMMENT ON COLUMN runs.finished_at IS 'When the run''s rows were about to be committed (UTC).';
COMMENT ON COLUMN runs.seconds IS 'Seconds from start to finish.';
COMMENT ON COLUMN runs.extractor_version IS 'The extractor that the run used.';
COMMENT ON COLUMN runs.inputs IS 'How many inputs the run saw: the sum of the next five.';
COMMENT ON COLUMN runs.new IS 'Inputs whose URI was not known before.';
COMMENT ON COLUMN runs.unchanged IS 'Inputs that the warehouse already held word for word.';
COMMENT ON COLUMN runs.changed IS 'Inputs whose URI was known with another text or other metadata.';
COMMENT ON COLUMN runs.duplicate IS 'Inputs whose text another document already holds.';
COMMENT ON COLUMN runs.quarantined IS 'Inputs that could not be read or extracted.';
COMMENT ON COLUMN runs.mentions IS 'Mentions in the whole warehouse after the run.';
COMMENT ON COLUMN runs.entities IS 'Entities in the whole warehouse after the run.';
COMMENT ON COLUMN runs.commitments IS 'Commitments in the whole warehouse after the run.';
