-- Grain: a row per document from $first to before $end with its text and blocks, in the order of their ids.
WITH parts AS (
    SELECT
        document_id, list({'kind': kind, 'start': start_char, 'end': end_char} ORDER BY start_char) AS blocks
    FROM store.blocks
    WHERE document_id >= $first AND document_id < $end
    GROUP BY document_id
), copies AS (
    SELECT
        copy_of AS document_id,
        list({'uri': uri, 'title': coalesce(title, source_name), 'publisher': publisher} ORDER BY uri) AS copies
    FROM store.copies
    GROUP BY copy_of
)
SELECT
    d.document_id, d.source_name, d.uri, d.title, d.publisher, d.published_on, d.language, d.text, d.sha256,
    d.n_chars, i.author, i.genre, i.published_source, i.published_precision, i.n_sentences, i.n_records,
    i.n_replaced_versions, i.extractor_version, coalesce(p.blocks, []) AS blocks, coalesce(c.copies, []) AS copies
FROM documents AS d
JOIN document_details AS i USING (document_id)
LEFT JOIN parts AS p USING (document_id)
LEFT JOIN copies AS c USING (document_id)
WHERE d.document_id >= $first AND d.document_id < $end
ORDER BY d.document_id
