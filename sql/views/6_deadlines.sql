-- Grain: a row per commitment known on the day as_of that was due on a day, passed or to come.
-- Its state is that of its line by what was known on that day, not by what was told later.
CREATE MACRO deadlines(as_of) AS TABLE
SELECT
    c.commitment_id, c.ledger_id, c.promisors, c.beneficiaries, c.action, c.category, c.force, c.certainty,
    c.due_text, c.due_start, c.due_end, CAST(c.due_end - CAST(as_of AS DATE) AS INTEGER) AS days_left,
    CASE
        WHEN l.status IN ('delivered', 'withdrawn', 'refused', 'contradicted') THEN l.status
        WHEN c.due_end < CAST(as_of AS DATE) THEN 'passed'
        ELSE 'ahead'
    END AS state,
    c.condition, c.source_name, c.published_on
FROM commitments AS c
LEFT JOIN ledger_as_of(as_of) AS l USING (ledger_id)
WHERE c.due_end IS NOT NULL AND (c.published_on IS NULL OR c.published_on <= CAST(as_of AS DATE));

COMMENT ON MACRO TABLE deadlines IS 'deadlines(as_of): a row per commitment known on that day that is due by a day. days_left is negative once it has passed; state is delivered, withdrawn, refused or contradicted (promised and ruled out on one day: what holds is open) where the line was so by the documents up to that day, as in ledger_as_of, else passed or ahead. Undated documents count as known on every day. Columns: commitment_id, ledger_id, promisors, beneficiaries, action, category, force, certainty, due_text, due_start, due_end, days_left, state, condition, source_name, published_on.';
