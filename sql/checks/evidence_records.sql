-- The document's text at a record's offsets is its action, and at the sentence's offsets its sentence.
WITH checked AS MATERIALIZED (  -- first, so that no record of another document meets a text
    SELECT d.document_id, d.text
    FROM store.documents AS d
    JOIN store.extractions AS e USING (document_id)
    WHERE coalesce(e.run_id = getvariable('checked_run'), true)
)
SELECT r.record_id, r.document_id, r.start_char, r.end_char, r.action
FROM store.records AS r
JOIN checked USING (document_id)
WHERE substring(checked.text, r.start_char + 1, r.end_char - r.start_char) <> r.action
   OR substring(checked.text, r.sentence_start + 1, r.sentence_end - r.sentence_start) <> r.sentence;
