-- Grain: a row per actor from $first to before $end, side and ledger line, the newest 40 of each side, in the order
-- of the actors' ids.
WITH sides AS (
    SELECT unnest(list_distinct(promisors)) AS name, 'promisor' AS side, ledger_id FROM ledger
    UNION ALL
    SELECT unnest(list_distinct(beneficiaries)), 'beneficiary', ledger_id FROM ledger
)
SELECT
    'act_' || left(sha256(s.name), 16) AS actor_id, s.side, l.ledger_id, l.promisors, l.beneficiaries, l.action,
    l.strongest_force, l.status, l.certainty, l.amount, l.unit, l.due_end, l.last_seen, l.n_records
FROM sides AS s
JOIN ledger AS l USING (ledger_id)
WHERE 'act_' || left(sha256(s.name), 16) >= $first AND 'act_' || left(sha256(s.name), 16) < $end
QUALIFY row_number() OVER (PARTITION BY s.name, s.side ORDER BY l.last_seen DESC NULLS LAST, l.ledger_id) <= 40
ORDER BY actor_id, s.side DESC, l.last_seen DESC NULLS LAST, l.ledger_id
