-- Grain: a row per dated event: a record made public, or the last day on which a commitment is due.
CREATE VIEW timeline AS
SELECT
    published_on AS day,
    CASE force WHEN 'request' THEN 'requested' WHEN 'fulfilment' THEN 'delivered' WHEN 'refusal' THEN 'refused'
        WHEN 'threat' THEN 'threatened' ELSE 'promised' END AS event,
    promisors, beneficiaries, action, category, record_id AS commitment_id, ledger_id, source_name
FROM records
WHERE published_on IS NOT NULL
UNION ALL
SELECT due_end, 'due', promisors, beneficiaries, action, category, commitment_id, ledger_id, source_name
FROM commitments
WHERE due_end IS NOT NULL;

COMMENT ON VIEW timeline IS 'A row per dated event: a record made public, or the last day on which a commitment is due.';
COMMENT ON COLUMN timeline.day IS 'The day of the event.';
COMMENT ON COLUMN timeline.event IS 'promised, requested, refused, threatened or delivered on the day of publication; due on the last day of the term.';
COMMENT ON COLUMN timeline.promisors IS 'Canonical names of those who bind themselves, are asked or acted.';
COMMENT ON COLUMN timeline.beneficiaries IS 'Canonical names of those whom the act is for; empty where none is stated.';
COMMENT ON COLUMN timeline.action IS 'The act, verbatim.';
COMMENT ON COLUMN timeline.category IS 'The record''s category.';
COMMENT ON COLUMN timeline.commitment_id IS 'The record.';
COMMENT ON COLUMN timeline.ledger_id IS 'Its ledger line; NULL where it is in none.';
COMMENT ON COLUMN timeline.source_name IS 'Its document''s source.';
