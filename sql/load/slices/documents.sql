-- The documents of some of the staged parts, run for slice after slice, so that no more texts are in memory at
-- once. What was staged twice is stored once.

INSERT INTO store.document_versions BY NAME
SELECT DISTINCT ON (d.uri, d.fingerprint)
    d.* EXCLUDE (blocks), getvariable('run_id') AS run_id, o.replaced_by, getvariable('run_id') AS replaced_in
FROM slice_of_documents AS d
JOIN overtaken AS o USING (uri, fingerprint)
ANTI JOIN (FROM store.document_versions WHERE replaced_in = getvariable('run_id')) AS v USING (uri, fingerprint);

CREATE OR REPLACE TEMP TABLE slice_arriving AS
SELECT DISTINCT ON (d.uri) d.*
FROM slice_of_documents AS d
SEMI JOIN arriving USING (uri, fingerprint)
ANTI JOIN store.documents AS s USING (uri);

INSERT INTO store.documents BY NAME
SELECT * EXCLUDE (blocks), getvariable('run_id') AS run_id FROM slice_arriving;

INSERT INTO store.blocks BY NAME
SELECT document_id, generate_subscripts(blocks, 1) - 1 AS position, unnest(blocks, max_depth := 2)
FROM slice_arriving;

DROP TABLE slice_arriving;
