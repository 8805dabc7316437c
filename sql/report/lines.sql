-- Grain: a row per ledger line from $first to before $end, in the order of their ids, with the members' shares of a group's line.
WITH shares AS (
    SELECT parent_id AS ledger_id, list({'ledger_id': ledger_id, 'promisors': promisors} ORDER BY ledger_id) AS shares
    FROM ledger
    WHERE parent_id IS NOT NULL
    GROUP BY parent_id
)
SELECT l.*, coalesce(s.shares, []) AS shares
FROM ledger AS l
LEFT JOIN shares AS s USING (ledger_id)
WHERE l.ledger_id >= $first AND l.ledger_id < $end
ORDER BY l.ledger_id
