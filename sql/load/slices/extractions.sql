-- What was found in the documents of some of the staged parts. DuckDB can't spill what one statement takes out
-- of lists, so the loader runs these for slice after slice, all in its one transaction.

INSERT INTO store.extractions BY NAME
SELECT document_id, extractor_version, n_sentences, getvariable('run_id') AS run_id
FROM slice_of_extractions SEMI JOIN extracted USING (document_id);

INSERT INTO store.document_entities BY NAME
SELECT DISTINCT document_id, unnest(entities, max_depth := 2)
FROM slice_of_extractions SEMI JOIN extracted USING (document_id);

INSERT INTO store.mentions BY NAME
SELECT unnest(mentions, max_depth := 2)
FROM slice_of_extractions SEMI JOIN extracted USING (document_id);

CREATE OR REPLACE TEMP TABLE slice_found AS
SELECT unnest(records, max_depth := 2)
FROM slice_of_extractions SEMI JOIN extracted USING (document_id);

INSERT INTO store.records BY NAME
SELECT * EXCLUDE (cues) FROM slice_found;

INSERT INTO store.cues BY NAME
SELECT record_id, document_id, generate_subscripts(cues, 1) - 1 AS position, unnest(cues, max_depth := 2)
FROM slice_found;

INSERT INTO found
SELECT record_id FROM slice_found;

DROP TABLE slice_found;
