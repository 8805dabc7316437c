-- The document's text at a mention's offsets is the mention's text.
-- To find a place, a text is read up to it. So texts are cut first, into pieces of 2,000 characters with the 100
-- behind them, and a mention meets the piece that it begins in; the few longer ones meet the whole text.
WITH checked AS MATERIALIZED (  -- first, so that no mention of another document meets a text
    SELECT d.document_id, d.n_chars
    FROM store.documents AS d
    JOIN store.extractions AS e USING (document_id)
    WHERE coalesce(e.run_id = getvariable('checked_run'), true)
),
pieces AS (
    SELECT c.document_id, p.piece, substring(d.text, 2000 * p.piece + 1, 2100) AS words
    FROM checked AS c
    JOIN store.documents AS d USING (document_id),
        unnest(range(c.n_chars // 2000 + 1)) AS p(piece)
)
SELECT m.mention_id, m.document_id, m.start_char, m.end_char, m.text
FROM store.mentions AS m
SEMI JOIN checked USING (document_id)
LEFT JOIN pieces AS p ON p.document_id = m.document_id AND p.piece = m.start_char // 2000
WHERE m.end_char - m.start_char <= 100  -- a place behind the end has no piece
  AND substring(p.words, m.start_char % 2000 + 1, m.end_char - m.start_char) IS DISTINCT FROM m.text;

WITH checked AS MATERIALIZED (
    SELECT document_id, start_char, end_char, mention_id, m.text
    FROM store.mentions AS m
    SEMI JOIN (FROM store.extractions WHERE coalesce(run_id = getvariable('checked_run'), true)) USING (document_id)
    WHERE end_char - start_char > 100
)
SELECT m.mention_id, m.document_id, m.start_char, m.end_char, m.text
FROM store.documents AS d
JOIN checked AS m USING (document_id)
WHERE substring(d.text, m.start_char + 1, m.end_char - m.start_char) IS DISTINCT FROM m.text;
