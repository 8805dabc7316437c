-- The blocks of a document lie inside its text, in order, without overlap.
SELECT document_id, position, start_char, end_char
FROM (
    SELECT
        b.document_id, b.position, b.start_char, b.end_char, d.n_chars,
        lag(b.end_char, 1, 0) OVER (PARTITION BY b.document_id ORDER BY b.position) AS reached
    FROM store.blocks AS b
    JOIN store.documents AS d USING (document_id)
    WHERE coalesce(d.run_id = getvariable('checked_run'), true)
)
WHERE start_char < reached OR end_char > n_chars;
