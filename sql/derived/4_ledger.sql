-- Grain: a row per ledger line: one commitment, whatever the number of its records and documents.
WITH steps AS (
    SELECT *, step IN ('negotiating', 'announced', 'agreed') AS promises
    FROM ledger_history
), lines AS (
    SELECT
        ledger_id,
        max_by(promisors, position) AS promisors,
        max_by(beneficiaries, position) FILTER (len(beneficiaries) > 0) AS beneficiaries,
        mode(category ORDER BY position) AS category,
        max_by(action, position) FILTER (promises) AS promised_action, max_by(action, position) AS last_action,
        min(list_position(['obligation', 'agreement', 'pledge', 'refusal', 'threat', 'offer', 'plan', 'request',
            'fulfilment'], force)) AS strongest,
        max_by(certainty, position) AS certainty,
        max_by({'amount': amount, 'unit': unit}, position) FILTER (promises AND amount IS NOT NULL) AS promised,
        max_by({'amount': amount, 'unit': unit}, position) FILTER (amount IS NOT NULL) AS told,
        bool_or(step = 'delivered') AS delivered,
        max(coalesce(published_on, DATE '9999-12-31')) FILTER (step = 'delivered') AS last_delivered,
        max(coalesce(published_on, DATE '9999-12-31')) FILTER (promises) AS last_promised,
        bool_or(step = 'delivered' AND amount IS NULL) AS delivered_uncounted,
        max_by({'amount': amount, 'unit': unit}, amount) FILTER (step = 'delivered') AS most_delivered,
        max_by({'first': due_start, 'last': due_end}, position)
            FILTER (due_start IS NOT NULL OR due_end IS NOT NULL) AS due,
        max_by(condition, position) AS condition,
        max(list_position(['negotiating', 'announced', 'agreed'], step)) AS furthest, bool_or(step = 'refused') AS refused,
        min_by(polarity, position) FILTER (step <> 'requested') AS first_polarity,
        max(coalesce(published_on, DATE '0001-01-01')) FILTER (polarity = 'positive' AND step <> 'requested') AS last_yes,
        max(coalesce(published_on, DATE '0001-01-01')) FILTER (polarity = 'negative' AND step <> 'requested') AS last_no,
        min(published_on) AS first_seen, max(published_on) AS last_seen,
        count(*) AS n_records, count(DISTINCT document_id) AS n_documents,
        coalesce(list_sort(list(DISTINCT publisher) FILTER (publisher IS NOT NULL)), []) AS publishers,
        bool_or(speaker_type <> 'anonymous') AS any_open, bool_or(speaker_type = 'anonymous') AS any_anonymous,
        max(confidence) AS confidence, max(reviewed_by) AS reviewed_by
    FROM steps
    GROUP BY ledger_id
), judged AS (
    SELECT
        *,
        -- a no changes what has become of a line only where it is a no to what the line promises
        ledger_id IN (SELECT c.ledger_id FROM contradictions AS c WHERE c.same_line) AS contradicts_itself,
        -- what is promised again after a deed and names no sum ("stand with") is not done with it
        delivered AND (promised IS NOT NULL OR last_promised IS NULL OR last_delivered >= last_promised)
            AND (delivered_uncounted OR promised IS NULL OR most_delivered.unit <> promised.unit
            OR most_delivered.amount >= 0.9 * promised.amount) AS is_delivered
    FROM lines
)
SELECT
    ledger_id, l.parent_id, promisors, coalesce(beneficiaries, []) AS beneficiaries, category,
    coalesce(promised_action, last_action) AS action,
    ['obligation', 'agreement', 'pledge', 'refusal', 'threat', 'offer', 'plan', 'request', 'fulfilment'][strongest]
        AS strongest_force,
    certainty, coalesce(promised, told).amount AS amount, coalesce(promised, told).unit AS unit,
    most_delivered.amount AS delivered_amount, due.first AS due_start, due.last AS due_end, condition,
    CASE
        WHEN contradicts_itself AND last_no = last_yes THEN 'contradicted'
        WHEN contradicts_itself AND last_no > last_yes AND first_polarity = 'positive' THEN 'withdrawn'
        WHEN is_delivered THEN 'delivered'
        WHEN furthest IS NOT NULL THEN ['negotiating', 'announced', 'agreed'][furthest]
        WHEN refused THEN 'refused'
        ELSE 'requested'
    END AS status,
    first_seen, last_seen, n_records, n_documents, publishers,
    CASE WHEN any_open AND any_anonymous THEN 'both' WHEN any_anonymous THEN 'anonymous' ELSE 'open' END AS sourcing,
    confidence, reviewed_by
FROM judged
LEFT JOIN store.ledger_lines AS l USING (ledger_id)
