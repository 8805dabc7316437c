-- Grain: a row per verdict of an analyst, and for a verdict that corrects, per field.
CREATE VIEW reviews AS
WITH machine AS (
    SELECT
        record_id,
        {
            'action': action, 'force': force, 'promisors': CAST(to_json(promisors) AS TEXT),
            'beneficiaries': CAST(to_json(beneficiaries) AS TEXT),
            'requested_by': CAST(to_json(requested_by) AS TEXT), 'polarity': polarity, 'certainty': certainty,
            'category': category, 'amount': regexp_replace(CAST(amount AS TEXT), '\.0$', ''), 'unit': unit, 'due_text': due_text,
            'due_start': CAST(due_start AS TEXT), 'due_end': CAST(due_end AS TEXT), 'condition': condition,
            'speaker': speaker, 'speaker_type': speaker_type, 'direct': CAST(direct AS TEXT)
        } AS fields
    FROM store.records
    SEMI JOIN store.verdict_records USING (record_id)
), fields AS (
    SELECT verdict_id, unnest(json_keys(fields)) AS field, fields FROM store.verdicts
)
SELECT
    v.verdict_id, v.number, v.verdict, m.record_id AS commitment_id, v.document_id, v.uri, v.sentence, v.action,
    c.field, to_json(machine.fields) ->> c.field AS machine_value, c.fields ->> c.field AS human_value,
    v.merge_with, v.reviewed_by, v.reviewed_at, v.note, m.record_id IS NOT NULL AS applies
FROM store.verdicts AS v
LEFT JOIN store.verdict_records AS m USING (verdict_id)
LEFT JOIN fields AS c USING (verdict_id)
LEFT JOIN machine ON machine.record_id = m.record_id;

COMMENT ON VIEW reviews IS 'A row per verdict of an analyst, and for a verdict that corrects or adds, per field: the machine''s value beside the human one.';
COMMENT ON COLUMN reviews.verdict_id IS 'The verdict''s id.';
COMMENT ON COLUMN reviews.number IS 'Verdicts in the order in which they were given, from 1; the last one on a field counts.';
COMMENT ON COLUMN reviews.verdict IS 'accept, reject, correct, merge, split or add.';
COMMENT ON COLUMN reviews.commitment_id IS 'The record that it bears on now; NULL where its evidence is gone.';
COMMENT ON COLUMN reviews.document_id IS 'The document that was judged, as it was then.';
COMMENT ON COLUMN reviews.uri IS 'The document''s URI.';
COMMENT ON COLUMN reviews.sentence IS 'The sentence that was judged, verbatim.';
COMMENT ON COLUMN reviews.action IS 'The action that was judged, verbatim.';
COMMENT ON COLUMN reviews.field IS 'The field that the verdict sets right; NULL for a verdict without fields.';
COMMENT ON COLUMN reviews.machine_value IS 'What the machine found for the field, as text; NULL where nothing.';
COMMENT ON COLUMN reviews.human_value IS 'What the analyst says instead, as text; NULL where the text gives none.';
COMMENT ON COLUMN reviews.merge_with IS 'For merge a commitment whose ledger line this one''s line joins; else NULL.';
COMMENT ON COLUMN reviews.reviewed_by IS 'Who gave the verdict.';
COMMENT ON COLUMN reviews.reviewed_at IS 'When (UTC).';
COMMENT ON COLUMN reviews.note IS 'What the analyst noted; NULL where nothing.';
COMMENT ON COLUMN reviews.applies IS 'Whether the words that were judged are still in the book.';
