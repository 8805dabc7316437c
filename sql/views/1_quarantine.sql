-- Grain: a row per input, or part of one, that a run set aside.
CREATE VIEW quarantine AS
SELECT source_name, uri, stage, reason, detail, run_id
FROM store.quarantine;

COMMENT ON VIEW quarantine IS 'A row per input, or part of one, that a run set aside, with the reason.';
COMMENT ON COLUMN quarantine.source_name IS 'The JSON Lines id, else the file''s name.';
COMMENT ON COLUMN quarantine.uri IS 'The input''s URI.';
COMMENT ON COLUMN quarantine.stage IS 'The step that set it aside: ingest, extract, validate or load.';
COMMENT ON COLUMN quarantine.reason IS 'empty, binary, encoding, broken_json, broken_metadata, duplicate_id, too_large, unsupported, unreadable, unsafe, no_text_layer, language, extractor_failed, timeout or invalid_record.';
COMMENT ON COLUMN quarantine.detail IS 'What happened, in words, with file and line where there is one.';
COMMENT ON COLUMN quarantine.run_id IS 'The run.';
