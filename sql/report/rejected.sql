-- Grain: a row per record that analysts rejected last, the newest rejection first, as the machine or an analyst found it.
WITH judged AS (
    SELECT
        m.record_id,
        max_by(
            {'verdict': v.verdict, 'by': v.reviewed_by, 'at': v.reviewed_at, 'note': v.note, 'number': v.number}, v.number
        ) AS last
    FROM store.verdict_records AS m
    JOIN store.verdicts AS v USING (verdict_id)
    WHERE v.verdict IN ('accept', 'reject', 'correct', 'add')
    GROUP BY m.record_id
), found AS (
    FROM store.records
    UNION ALL BY NAME
    FROM store.added_records
)
SELECT
    r.*, d.source_name, d.published_on, l.ledger_id, j.last.by AS rejected_by, CAST(j.last.at AS DATE) AS rejected_on,
    j.last.note AS note
FROM found AS r
JOIN judged AS j USING (record_id)
JOIN store.documents AS d USING (document_id)
LEFT JOIN store.ledger_records AS l USING (record_id)
WHERE j.last.verdict = 'reject'
ORDER BY j.last.number DESC
