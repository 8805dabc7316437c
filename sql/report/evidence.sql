-- Grain: a row per record, with its paragraph, the rules that fired and the names in its sentence; in the
-- order of the ledger lines where $by_line, else of the documents: those of the lines or documents from $first
-- to before $end. The history, and with it the sorting of all steps, is asked for lines alone.
WITH wanted AS (
    SELECT * FROM records
    WHERE CASE WHEN $by_line THEN ledger_id ELSE document_id END >= $first
        AND CASE WHEN $by_line THEN ledger_id ELSE document_id END < $end
), cued AS (
    SELECT
        c.record_id,
        list({'role': c.role, 'rule_id': c.rule_id, 'start': c.start_char, 'end': c.end_char} ORDER BY c.position) AS cues
    FROM store.cues AS c
    SEMI JOIN wanted USING (record_id)
    GROUP BY c.record_id
), named AS (
    SELECT
        r.record_id,
        list({'name': e.name, 'start': m.start_char, 'end': m.end_char} ORDER BY m.start_char, m.end_char, e.name) AS names
    FROM wanted AS r
    JOIN mentions AS m
        ON m.document_id = r.document_id AND m.start_char >= r.sentence_start AND m.end_char <= r.sentence_end
    JOIN entities AS e USING (entity_id)
    GROUP BY r.record_id
), placed AS (
    SELECT commitment_id, position, step, joined_by, score
    FROM ledger_history
    WHERE $by_line AND ledger_id >= $first AND ledger_id < $end
)
SELECT
    r.*, h.position, h.step, h.joined_by, h.score, d.title,
    coalesce(b.start_char, r.sentence_start) AS paragraph_start,
    CASE WHEN b.start_char IS NULL THEN r.sentence ELSE d.text[b.start_char + 1 : b.end_char] END AS paragraph,
    coalesce(cued.cues, []) AS cues, coalesce(named.names, []) AS names
FROM wanted AS r
JOIN store.documents AS d USING (document_id)
LEFT JOIN store.blocks AS b
    ON b.document_id = r.document_id AND b.start_char <= r.sentence_start AND b.end_char >= r.sentence_end
LEFT JOIN placed AS h ON h.commitment_id = r.record_id
LEFT JOIN cued ON cued.record_id = r.record_id
LEFT JOIN named ON named.record_id = r.record_id
ORDER BY
    CASE WHEN $by_line THEN r.ledger_id ELSE r.document_id END,
    CASE WHEN $by_line THEN h.position ELSE r.start_char END,
    r.record_id
