-- Grain: a row per document, the newest first.
SELECT
    d.document_id, coalesce(d.title, d.source_name) AS name, d.source_name, d.publisher, d.published_on, i.genre, i.n_records
FROM documents AS d
JOIN document_details AS i USING (document_id)
ORDER BY d.published_on DESC NULLS LAST, name, d.document_id
