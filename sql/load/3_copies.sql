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
