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

INSERT INTO found BY NAME
SELECT unnest(records, max_depth := 2)
FROM slice_of_extractions SEMI JOIN extracted USING (document_id);
