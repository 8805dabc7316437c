-- The document's text at a mention's offsets is the mention's text.
SELECT m.mention_id, m.document_id, m.start_char, m.end_char, m.text
FROM store.mentions AS m
JOIN store.documents AS d USING (document_id)
JOIN store.extractions AS e USING (document_id)
WHERE coalesce(e.run_id = getvariable('checked_run'), true)
  AND d.text[m.start_char + 1 : m.end_char] <> m.text;
