-- What hangs on records: when each was first seen, and the ledger lines that still have any. The same act in the
-- same sentence of a document's earlier version is no new record.

INSERT INTO store.first_seen
SELECT f.record_id, coalesce(k.run_id, getvariable('run_id')) AS run_id
FROM found AS f
JOIN store.records AS r ON r.record_id = f.record_id
LEFT JOIN known_words AS k ON (k.document_id, k.sentence, k.action) = (r.document_id, r.sentence, r.action)
WHERE f.record_id NOT IN (SELECT record_id FROM store.first_seen);

DELETE FROM store.link_keys
WHERE record_id NOT IN (SELECT record_id FROM store.records) OR record_id IN (SELECT record_id FROM found);

DELETE FROM store.link_pairs
WHERE one NOT IN (SELECT record_id FROM store.records) OR other NOT IN (SELECT record_id FROM store.records);

DELETE FROM store.ledger_records WHERE record_id NOT IN (SELECT record_id FROM store.records);
DELETE FROM store.ledger_lines WHERE ledger_id NOT IN (SELECT ledger_id FROM store.ledger_records);
-- Whose share such a line was is asked again: with no count, it is linked again.
UPDATE store.ledger_lines SET parent_id = NULL, n_linked = 0
WHERE parent_id NOT IN (SELECT ledger_id FROM store.ledger_records);
