-- What each file gave when it was last read, so that the same bytes need not be read again; and what tells
-- a copy from another version of it.

CREATE TABLE store.readings (
    source_uri TEXT NOT NULL,
    source_key TEXT NOT NULL,
    number INTEGER NOT NULL,
    source_name TEXT NOT NULL,
    uri TEXT NOT NULL,
    sha256 TEXT,
    draft_key TEXT,
    identifier TEXT,
    place TEXT,
    document_id TEXT,
    text_sha256 TEXT,
    fingerprint TEXT,
    published_on DATE,
    reason TEXT,
    detail TEXT
);

ALTER TABLE store.copies ADD COLUMN fingerprint TEXT;
