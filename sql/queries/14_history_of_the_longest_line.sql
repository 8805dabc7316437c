-- How did the commitment with the most records come about, step by step?
SELECT position, published_on, step, action, speaker, source_name
FROM ledger_history
WHERE ledger_id = (SELECT ledger_id FROM ledger ORDER BY n_records DESC, ledger_id LIMIT 1)
ORDER BY position;
