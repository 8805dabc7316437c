-- Documents come and go: replaced versions into the history, new and changed ones in their place.

CREATE OR REPLACE TEMP TABLE replaced AS
SELECT d.document_id, d.uri, coalesce(p.held_by, p.document_id) AS replaced_by
FROM store.documents AS d
JOIN planned AS p USING (uri)
WHERE p.current AND p.fingerprint <> d.fingerprint;

INSERT INTO store.document_versions BY NAME
SELECT d.*, r.replaced_by, getvariable('run_id') AS replaced_in
FROM store.documents AS d
JOIN replaced AS r USING (uri);

CREATE OR REPLACE TEMP TABLE overtaken AS
SELECT DISTINCT ON (uri, fingerprint) d.*
FROM staged_documents AS d
JOIN planned AS p USING (uri, fingerprint)
WHERE NOT p.current AND p.outcome IN ('new', 'changed');

INSERT INTO store.document_versions BY NAME
SELECT
    d.* EXCLUDE (blocks), getvariable('run_id') AS run_id,
    coalesce(head.held_by, head.document_id) AS replaced_by, getvariable('run_id') AS replaced_in
FROM overtaken AS d
JOIN planned AS head ON head.uri = d.uri AND head.current;

DELETE FROM store.documents WHERE uri IN (SELECT uri FROM replaced);
DELETE FROM store.blocks WHERE document_id IN (SELECT document_id FROM replaced);

CREATE OR REPLACE TEMP TABLE arriving AS
SELECT DISTINCT ON (d.uri) d.*
FROM staged_documents AS d
JOIN planned AS p USING (uri, fingerprint)
WHERE p.current AND p.outcome IN ('new', 'changed');

INSERT INTO store.documents BY NAME
SELECT * EXCLUDE (blocks), getvariable('run_id') AS run_id FROM arriving;

INSERT INTO store.blocks BY NAME
SELECT document_id, generate_subscripts(blocks, 1) - 1 AS position, unnest(blocks, max_depth := 2)
FROM arriving;
