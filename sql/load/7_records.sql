-- What hangs on records: when each was first seen, and the ledger lines that still have any.

INSERT INTO store.first_seen
SELECT record_id, getvariable('run_id') AS run_id
FROM found
ANTI JOIN store.first_seen USING (record_id);

DELETE FROM store.link_keys
WHERE record_id NOT IN (SELECT record_id FROM store.records) OR record_id IN (SELECT record_id FROM found);

DELETE FROM store.link_pairs
WHERE one NOT IN (SELECT record_id FROM store.records) OR other NOT IN (SELECT record_id FROM store.records);

DELETE FROM store.ledger_records WHERE record_id NOT IN (SELECT record_id FROM store.records);
DELETE FROM store.ledger_lines WHERE ledger_id NOT IN (SELECT ledger_id FROM store.ledger_records);
-- Whose share such a line was is asked again: with no count, it is linked again.
UPDATE store.ledger_lines SET parent_id = NULL, n_linked = 0
WHERE parent_id NOT IN (SELECT ledger_id FROM store.ledger_records);
