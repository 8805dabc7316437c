-- A cue's words lie inside the text of its document.
SELECT c.record_id, c.rule_id, c.start_char, c.end_char, d.n_chars
FROM store.cues AS c
JOIN store.documents AS d USING (document_id)
WHERE c.start_char >= c.end_char OR c.end_char > d.n_chars;
