-- Grain: a row per record in a ledger line, in the order in which its documents were published.
CREATE VIEW ledger_history AS
WITH places AS (  -- apart, so that only what tells the order is sorted, and not the texts
    SELECT
        record_id, ledger_id,
        CAST(row_number() OVER (
            PARTITION BY ledger_id ORDER BY published_on NULLS LAST, document_id, start_char, record_id
        ) AS INTEGER) AS position
    FROM records
    WHERE ledger_id IS NOT NULL
)
SELECT
    r.ledger_id, p.position,
    CASE
        WHEN r.force = 'refusal' OR (r.force = 'fulfilment' AND r.polarity = 'negative') THEN 'refused'
        WHEN r.force = 'fulfilment' AND r.certainty = 'certain' THEN 'delivered'
        WHEN r.force IN ('agreement', 'obligation') THEN 'agreed'
        WHEN r.force = 'request' THEN 'requested'
        WHEN r.force IN ('plan', 'offer') OR (r.certainty <> 'certain' AND r.force <> 'fulfilment') THEN 'negotiating'
        ELSE 'announced'
    END AS step,
    r.record_id AS commitment_id, r.document_id, r.source_name, r.publisher, r.published_on, r.promisors,
    r.beneficiaries, r.category, r.force, r.polarity, r.certainty, r.action, r.sentence, r.amount, r.unit,
    r.due_start, r.due_end, r.condition, r.speaker, r.speaker_type, r.confidence, r.reviewed_by,
    l.joined_by, l.joined_to, l.score
FROM records AS r
JOIN places AS p ON p.record_id = r.record_id AND p.ledger_id = r.ledger_id
LEFT JOIN store.ledger_records AS l ON l.record_id = r.record_id AND l.ledger_id = r.ledger_id;

COMMENT ON VIEW ledger_history IS 'A row per record in a ledger line: the steps of one commitment with their evidence.';
COMMENT ON COLUMN ledger_history.ledger_id IS 'The ledger line.';
COMMENT ON COLUMN ledger_history.position IS 'Steps of the line in the order of publication, from 1; undated ones last.';
COMMENT ON COLUMN ledger_history.step IS 'What the record does to the commitment: requested, negotiating (planned, offered or not certain), announced (also where the act has only begun), agreed, delivered or refused.';
COMMENT ON COLUMN ledger_history.commitment_id IS 'The record.';
COMMENT ON COLUMN ledger_history.document_id IS 'The document that holds the evidence.';
COMMENT ON COLUMN ledger_history.source_name IS 'The document''s source.';
COMMENT ON COLUMN ledger_history.publisher IS 'Who published the document; NULL where unknown.';
COMMENT ON COLUMN ledger_history.published_on IS 'Day of publication; NULL where nothing dates the document.';
COMMENT ON COLUMN ledger_history.promisors IS 'Canonical names of those who bind themselves.';
COMMENT ON COLUMN ledger_history.beneficiaries IS 'Canonical names of those whom the act is for; empty where none is stated.';
COMMENT ON COLUMN ledger_history.category IS 'The record''s category.';
COMMENT ON COLUMN ledger_history.force IS 'The record''s force.';
COMMENT ON COLUMN ledger_history.polarity IS 'positive or negative.';
COMMENT ON COLUMN ledger_history.certainty IS 'certain, probable or possible.';
COMMENT ON COLUMN ledger_history.action IS 'What is promised, verbatim.';
COMMENT ON COLUMN ledger_history.sentence IS 'The sentence, verbatim.';
COMMENT ON COLUMN ledger_history.amount IS 'How much, in the unit beside it; NULL where no number is given.';
COMMENT ON COLUMN ledger_history.unit IS 'ISO 4217 currency code, or the thing counted; NULL without an amount.';
COMMENT ON COLUMN ledger_history.due_start IS 'First day on which the act is due; NULL where open.';
COMMENT ON COLUMN ledger_history.due_end IS 'Last day on which the act is due; NULL where open.';
COMMENT ON COLUMN ledger_history.condition IS 'The words on which the act depends; NULL where there are none.';
COMMENT ON COLUMN ledger_history.speaker IS 'Who said it; where the text itself speaks, the body whose text it is, if known; NULL where nobody is cited.';
COMMENT ON COLUMN ledger_history.speaker_type IS 'named, anonymous, author or document.';
COMMENT ON COLUMN ledger_history.confidence IS 'Calibrated probability, 0 to 1, that an annotator would keep the record.';
COMMENT ON COLUMN ledger_history.reviewed_by IS 'The analyst who looked at it last; NULL where nobody did.';
COMMENT ON COLUMN ledger_history.joined_by IS 'The features that joined the record to the line; empty for the one that opened it, NULL where an analyst placed it.';
COMMENT ON COLUMN ledger_history.joined_to IS 'The record with which it has those features in common; NULL for the one that opened the line, and where an analyst placed it.';
COMMENT ON COLUMN ledger_history.score IS 'How surely it belongs there, 0 to 1; NULL where an analyst placed it.';
