-- The document's text at a record's offsets is its action, and at the sentence's offsets its sentence.
SELECT r.record_id, r.document_id, r.start_char, r.end_char, r.action
FROM store.records AS r
JOIN store.documents AS d USING (document_id)
JOIN store.extractions AS e USING (document_id)
WHERE coalesce(e.run_id = getvariable('checked_run'), true)
  AND (d.text[r.start_char + 1 : r.end_char] <> r.action
       OR d.text[r.sentence_start + 1 : r.sentence_end] <> r.sentence);
