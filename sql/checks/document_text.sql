-- A document's length and hash are those of its text, and its hash differs from every other's.
SELECT document_id, source_name, 'length' AS wrong
FROM store.documents
WHERE coalesce(run_id = getvariable('checked_run'), true) AND length(text) <> n_chars
UNION ALL
SELECT document_id, source_name, 'hash'
FROM store.documents
WHERE coalesce(run_id = getvariable('checked_run'), true) AND sha256(text) <> text_sha256
UNION ALL
SELECT min(document_id), min(source_name), 'text held twice'
FROM store.documents
GROUP BY text_sha256
HAVING count(*) > 1;
