-- Grain: a row per verdict that bears on a record, and for one that corrects, per field; the last first.
SELECT commitment_id AS record_id, verdict, field, machine_value, human_value, reviewed_by, reviewed_at, note
FROM reviews
WHERE commitment_id IS NOT NULL
ORDER BY commitment_id, number DESC, field
