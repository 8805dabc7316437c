-- Grain: a row per ledger line that is due by a day and no mere request, in the order of those days.
SELECT
    ledger_id, promisors, beneficiaries, action, strongest_force, status, certainty, amount, unit, due_start, due_end,
    condition, last_seen, n_documents
FROM ledger
WHERE due_end IS NOT NULL AND strongest_force <> 'request'
ORDER BY due_end, ledger_id
