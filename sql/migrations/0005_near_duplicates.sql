-- Inputs that repeat a document under another address, and the words by which repetitions are found.

CREATE TABLE store.copies (
    uri TEXT NOT NULL,
    source_name TEXT NOT NULL,
    title TEXT,
    publisher TEXT,
    author TEXT,
    published_on DATE,
    sha256 TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    copy_of TEXT NOT NULL,
    same_text BOOLEAN NOT NULL,
    similarity DOUBLE NOT NULL CHECK (similarity BETWEEN 0 AND 1),
    run_id TEXT NOT NULL
);

CREATE TABLE store.signatures (
    document_id TEXT NOT NULL,
    method TEXT NOT NULL,
    bands UBIGINT[] NOT NULL
);
