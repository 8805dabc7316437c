-- Analysts' verdicts: a mirror of the journal beside the published file, and what follows from them.

CREATE TABLE store.verdicts (
    verdict_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    commitment_id TEXT,
    document_id TEXT NOT NULL,
    uri TEXT NOT NULL,
    sentence TEXT NOT NULL,
    sentence_start INTEGER NOT NULL CHECK (sentence_start >= 0),
    action TEXT NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    fields TEXT NOT NULL,
    merge_with TEXT,
    reviewed_by TEXT NOT NULL,
    reviewed_at TIMESTAMP NOT NULL,
    note TEXT,
    CHECK (sentence_start <= start_char AND start_char < end_char)
);

CREATE TABLE store.verdict_records (
    verdict_id TEXT NOT NULL,
    record_id TEXT NOT NULL
);

CREATE TABLE store.corrections (
    record_id TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT,
    verdict_id TEXT NOT NULL
);

CREATE TABLE store.added_records (
    record_id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    sentence TEXT NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    action TEXT NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    force TEXT NOT NULL,
    promisors TEXT[] NOT NULL,
    beneficiaries TEXT[] NOT NULL,
    requested_by TEXT[] NOT NULL,
    polarity TEXT NOT NULL,
    certainty TEXT NOT NULL,
    category TEXT NOT NULL,
    amount DOUBLE,
    unit TEXT,
    due_text TEXT,
    due_start DATE,
    due_end DATE,
    condition TEXT,
    speaker TEXT,
    speaker_type TEXT NOT NULL,
    direct BOOLEAN NOT NULL,
    confidence DOUBLE NOT NULL,
    rule_id TEXT NOT NULL
);

CREATE TABLE store.ledger_overrides (
    record_id TEXT NOT NULL,
    ledger_id TEXT NOT NULL
);
