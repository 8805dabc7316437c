-- Grain: a row per ledger line with what the table of all lines shows, the last seen first.
SELECT
    ledger_id, promisors, beneficiaries, category, strongest_force, certainty, action, amount, unit, due_end,
    status, last_seen, n_records, sourcing, confidence, reviewed_by IS NOT NULL AS reviewed
FROM ledger
ORDER BY last_seen DESC NULLS LAST, ledger_id
