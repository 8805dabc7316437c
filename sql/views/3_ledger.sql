-- Grain: a row per ledger line: one commitment, whatever the number of its records and documents.
CREATE VIEW ledger AS
WITH lines AS (
    SELECT
        ledger_id,
        max_by(promisors, position) AS promisors,
        max_by(beneficiaries, position) FILTER (len(beneficiaries) > 0) AS beneficiaries,
        mode(category ORDER BY position) AS category,
        max_by(action, position) FILTER (step <> 'delivered') AS promised_action,
        max_by(action, position) AS last_action,
        min(list_position(['obligation', 'agreement', 'pledge', 'refusal', 'threat', 'offer', 'plan', 'request',
            'fulfilment'], force)) AS strongest,
        max_by(certainty, position) AS certainty,
        max_by(amount, position) AS amount, max_by(unit, position) FILTER (amount IS NOT NULL) AS unit,
        max_by(due_start, position) AS due_start, max_by(due_end, position) AS due_end,
        max_by(condition, position) AS condition,
        max(list_position(['requested', 'negotiating', 'announced', 'agreed', 'delivered'], step)) AS furthest,
        max(coalesce(published_on, DATE '0001-01-01')) FILTER (step NOT IN ('refused', 'requested')) AS last_promised,
        max(coalesce(published_on, DATE '0001-01-01')) FILTER (step = 'refused') AS last_refused,
        min(published_on) AS first_seen, max(published_on) AS last_seen,
        count(*) AS n_records, count(DISTINCT document_id) AS n_documents,
        coalesce(list_sort(list(DISTINCT publisher) FILTER (publisher IS NOT NULL)), []) AS publishers,
        bool_or(speaker_type <> 'anonymous') AS any_open, bool_or(speaker_type = 'anonymous') AS any_anonymous,
        max(confidence) AS confidence, max(reviewed_by) AS reviewed_by
    FROM ledger_history
    GROUP BY ledger_id
)
SELECT
    ledger_id, l.parent_id, promisors, coalesce(beneficiaries, []) AS beneficiaries, category,
    coalesce(promised_action, last_action) AS action,
    ['obligation', 'agreement', 'pledge', 'refusal', 'threat', 'offer', 'plan', 'request', 'fulfilment'][strongest]
        AS strongest_force,
    certainty, amount, unit, due_start, due_end, condition,
    CASE
        WHEN last_refused IS NULL
            THEN ['requested', 'negotiating', 'announced', 'agreed', 'delivered'][furthest]
        WHEN last_promised IS NULL THEN 'refused'
        WHEN last_refused > last_promised THEN 'withdrawn'
        WHEN last_refused = last_promised THEN 'contradicted'
        ELSE ['requested', 'negotiating', 'announced', 'agreed', 'delivered'][furthest]
    END AS status,
    first_seen, last_seen, n_records, n_documents, publishers,
    CASE WHEN any_open AND any_anonymous THEN 'both' WHEN any_anonymous THEN 'anonymous' ELSE 'open' END AS sourcing,
    confidence, reviewed_by
FROM lines
LEFT JOIN store.ledger_lines AS l USING (ledger_id);

COMMENT ON VIEW ledger IS 'A row per ledger line: one commitment with its state, whatever the number of its records and documents.';
COMMENT ON COLUMN ledger.ledger_id IS 'The line.';
COMMENT ON COLUMN ledger.parent_id IS 'The line of a group that this line is a member''s share of; else NULL.';
COMMENT ON COLUMN ledger.promisors IS 'Canonical names of those who bind themselves, as last stated.';
COMMENT ON COLUMN ledger.beneficiaries IS 'Canonical names of those whom the act is for, as last stated; empty where never.';
COMMENT ON COLUMN ledger.category IS 'The category of most of its records.';
COMMENT ON COLUMN ledger.action IS 'What is promised, in the words of the last record that promises it.';
COMMENT ON COLUMN ledger.strongest_force IS 'The strongest force among its records: obligation, agreement, pledge, refusal, threat, offer, plan, request or fulfilment, in this order.';
COMMENT ON COLUMN ledger.certainty IS 'certain, probable or possible, as last stated.';
COMMENT ON COLUMN ledger.amount IS 'How much, as last stated, in the unit beside it; NULL where never.';
COMMENT ON COLUMN ledger.unit IS 'ISO 4217 currency code, or the thing counted; NULL without an amount.';
COMMENT ON COLUMN ledger.due_start IS 'First day on which the act is due, as last stated; NULL where open.';
COMMENT ON COLUMN ledger.due_end IS 'Last day on which the act is due, as last stated; NULL where open.';
COMMENT ON COLUMN ledger.condition IS 'The words on which the act depends, as last stated; NULL where never.';
COMMENT ON COLUMN ledger.status IS 'requested, negotiating, announced, agreed or delivered: the furthest step; refused: never promised; withdrawn: refused after it was promised; contradicted: promised and refused on the same day.';
COMMENT ON COLUMN ledger.first_seen IS 'Day of the first dated document; NULL where none is dated.';
COMMENT ON COLUMN ledger.last_seen IS 'Day of the last dated document; NULL where none is dated.';
COMMENT ON COLUMN ledger.n_records IS 'How many records stand in the line.';
COMMENT ON COLUMN ledger.n_documents IS 'How many documents hold them.';
COMMENT ON COLUMN ledger.publishers IS 'Who published those documents, in alphabetical order; empty where unknown.';
COMMENT ON COLUMN ledger.sourcing IS 'anonymous: only unnamed people say it; open: nobody unnamed does; both.';
COMMENT ON COLUMN ledger.confidence IS 'The highest confidence among its records, 0 to 1.';
COMMENT ON COLUMN ledger.reviewed_by IS 'An analyst who looked at one of its records; NULL where nobody did.';
