-- Grain: a row per ledger line that holds a commitment first found after the run $run, the newest first.
SELECT l.*, count(*) OVER () AS n_new
FROM ledger AS l
SEMI JOIN (SELECT ledger_id FROM new_since($run)) USING (ledger_id)
ORDER BY l.last_seen DESC NULLS LAST, l.confidence DESC, l.ledger_id
LIMIT 12
