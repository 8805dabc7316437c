-- The document's text at a mention's offsets is the mention's text.
WITH checked AS MATERIALIZED (  -- first, so that no mention of another document meets a text
    SELECT d.document_id, d.text
    FROM store.documents AS d
    JOIN store.extractions AS e USING (document_id)
    WHERE coalesce(e.run_id = getvariable('checked_run'), true)
)
SELECT m.mention_id, m.document_id, m.start_char, m.end_char, m.text
FROM store.mentions AS m
JOIN checked USING (document_id)
WHERE checked.text[m.start_char + 1 : m.end_char] <> m.text;
