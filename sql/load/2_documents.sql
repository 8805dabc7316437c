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

-- Copies are those of the last run that met their source, of documents that are still there. What the
-- book says of a copy that was known again stays.
UPDATE store.copies
SET copy_of = p.held_by, same_text = p.similarity IS NULL, similarity = coalesce(p.similarity, 1),
    run_id = getvariable('run_id')
FROM planned AS p
WHERE p.uri = copies.uri AND p.current AND p.outcome = 'duplicate' AND p.part IS NULL;

DELETE FROM store.copies
WHERE uri IN (SELECT uri FROM planned WHERE current AND (outcome <> 'duplicate' OR part IS NOT NULL))
   OR copy_of NOT IN (SELECT document_id FROM store.documents);

INSERT INTO store.copies BY NAME
SELECT DISTINCT ON (p.uri)
    p.uri, p.source_name, d.title, d.publisher, d.author, d.published_on, p.sha256, p.text_sha256,
    p.fingerprint, p.held_by AS copy_of, p.similarity IS NULL AS same_text, coalesce(p.similarity, 1) AS similarity,
    getvariable('run_id') AS run_id
FROM planned AS p
JOIN staged_documents AS d USING (uri, fingerprint)
WHERE p.current AND p.outcome = 'duplicate' AND p.part IS NOT NULL
ORDER BY p.position;

DELETE FROM store.signatures
WHERE document_id IN (SELECT document_id FROM staged_signatures)
   OR document_id NOT IN (SELECT document_id FROM store.documents);

INSERT INTO store.signatures BY NAME
SELECT DISTINCT ON (document_id) *
FROM staged_signatures SEMI JOIN store.documents USING (document_id)
ORDER BY document_id;
