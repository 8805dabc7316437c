-- Grain: a row per ledger line of which something was known on the day as_of: one commitment, whatever the number
-- of its records and documents. Unless all_lines is true, only lines of which a later document tells too: what is
-- known of the others is in the ledger.
CREATE MACRO ledger_lines(as_of, all_lines) AS TABLE
WITH steps AS (
    SELECT
        *, coalesce(published_on, DATE '9999-12-31') AS day,  -- undated documents come last, as in ledger_history
        step IN ('negotiating', 'announced', 'agreed') AND force <> 'fulfilment' AS promises,
        due_start IS NOT NULL OR due_end IS NOT NULL AS is_dated
    FROM ledger_history
    WHERE (published_on IS NULL OR published_on <= CAST(as_of AS DATE))
        AND (all_lines OR ledger_id IN (SELECT ledger_id FROM records WHERE published_on > CAST(as_of AS DATE)))
), lines AS (
    SELECT
        ledger_id,
        max_by(promisors, position) AS promisors,
        max_by(beneficiaries, position) FILTER (len(beneficiaries) > 0) AS beneficiaries,
        mode(category ORDER BY position) AS category,
        max_by(action, position) FILTER (promises) AS promised_action, max_by(action, position) AS last_action,
        min(list_position(['obligation', 'agreement', 'pledge', 'refusal', 'threat', 'offer', 'plan', 'request',
            'fulfilment'], force)) AS strongest,
        coalesce(max_by(certainty, position) FILTER (promises), max_by(certainty, position)) AS certainty,
        max_by({'amount': amount, 'unit': unit}, position) FILTER (promises AND amount IS NOT NULL) AS promised,
        max_by({'amount': amount, 'unit': unit}, position) FILTER (amount IS NOT NULL) AS told,
        min(day) FILTER (promises) AS first_promised, max(day) FILTER (promises) AS last_promised,
        max_by({'first': due_start, 'last': due_end}, position) FILTER (promises AND is_dated) AS promised_due,
        max_by({'first': due_start, 'last': due_end}, position) FILTER (is_dated) AS told_due,
        max_by(condition, position) FILTER (promises) AS promised_condition, max_by(condition, position) AS told_condition,
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
), deeds AS (
    SELECT
        s.ledger_id, max(s.amount) FILTER (s.unit IS NOT DISTINCT FROM coalesce(l.promised, l.told).unit) AS amount,
        -- of a promised sum a deed says how much was done, or names what was counted as known ("sent the tanks")
        bool_or((l.last_promised IS NULL OR s.day >= l.last_promised) AND CASE
            WHEN l.promised IS NULL THEN true
            WHEN s.amount IS NULL THEN contains(plain_words(s.action) || ' ', ' the' || plain_words(l.promised.unit) || ' ')
            ELSE s.unit IS NOT DISTINCT FROM l.promised.unit AND s.amount >= 0.9 * l.promised.amount
        END) AS is_delivered
    FROM steps AS s
    JOIN lines AS l USING (ledger_id)
    WHERE s.step = 'delivered' AND (l.first_promised IS NULL OR s.day >= l.first_promised)
    GROUP BY s.ledger_id
), judged AS (
    SELECT
        *, last_promised IS NOT NULL AS is_promised,
        -- a no changes what has become of a line only where it is a no to what the line promises
        ledger_id IN (
            SELECT c.ledger_id
            FROM contradictions AS c
            WHERE c.same_line
                AND coalesce(greatest(c.published_on, c.against_published_on) <= CAST(as_of AS DATE), true)
        ) AS contradicts_itself
    FROM lines
)
SELECT
    ledger_id, l.parent_id, promisors, coalesce(beneficiaries, []) AS beneficiaries, category,
    coalesce(promised_action, last_action) AS action,
    ['obligation', 'agreement', 'pledge', 'refusal', 'threat', 'offer', 'plan', 'request', 'fulfilment'][strongest]
        AS strongest_force,
    certainty, coalesce(promised, told).amount AS amount, coalesce(promised, told).unit AS unit,
    d.amount AS delivered_amount,
    CASE WHEN is_promised THEN promised_due ELSE told_due END.first AS due_start,
    CASE WHEN is_promised THEN promised_due ELSE told_due END.last AS due_end,
    CASE WHEN is_promised THEN promised_condition ELSE told_condition END AS condition,
    CASE
        WHEN contradicts_itself AND last_no = last_yes THEN 'contradicted'
        WHEN contradicts_itself AND last_no > last_yes AND first_polarity = 'positive' THEN 'withdrawn'
        WHEN d.is_delivered THEN 'delivered'
        WHEN furthest IS NOT NULL THEN ['negotiating', 'announced', 'agreed'][furthest]
        WHEN refused THEN 'refused'
        ELSE 'requested'
    END AS status,
    first_seen, last_seen, n_records, n_documents, publishers,
    CASE WHEN any_open AND any_anonymous THEN 'both' WHEN any_anonymous THEN 'anonymous' ELSE 'open' END AS sourcing,
    confidence, reviewed_by
FROM judged
LEFT JOIN deeds AS d USING (ledger_id)
LEFT JOIN store.ledger_lines AS l USING (ledger_id);

COMMENT ON MACRO TABLE ledger_lines IS 'ledger_lines(as_of, all_lines): what the documents published up to that day tell of all lines, or only of those of which a later one tells too. Columns: those of ledger.';
