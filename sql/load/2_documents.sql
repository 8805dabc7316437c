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

DELETE FROM store.documents WHERE uri IN (SELECT uri FROM replaced);
DELETE FROM store.blocks WHERE document_id IN (SELECT document_id FROM replaced);

-- Which staged documents are stored; slices/documents.sql, which the loader runs for some parts at a time, stores them.
CREATE OR REPLACE TEMP TABLE overtaken AS
SELECT p.uri, p.fingerprint, coalesce(head.held_by, head.document_id) AS replaced_by
FROM planned AS p
JOIN planned AS head ON head.uri = p.uri AND head.current
WHERE NOT p.current AND p.outcome IN ('new', 'changed');

CREATE OR REPLACE TEMP TABLE arriving AS
SELECT uri, fingerprint
FROM planned
WHERE current AND outcome IN ('new', 'changed');
