-- Ledger lines across documents, and when each record was first seen.

CREATE TABLE store.ledger_lines (
    ledger_id TEXT NOT NULL,
    parent_id TEXT
);

CREATE TABLE store.ledger_records (
    ledger_id TEXT NOT NULL,
    record_id TEXT NOT NULL,
    joined_by TEXT[] NOT NULL,
    score DOUBLE NOT NULL CHECK (score BETWEEN 0 AND 1)
);

CREATE TABLE store.first_seen (
    record_id TEXT NOT NULL,
    run_id TEXT NOT NULL
);

INSERT INTO store.first_seen
SELECT record_id, run_id FROM store.records JOIN store.extractions USING (document_id);
