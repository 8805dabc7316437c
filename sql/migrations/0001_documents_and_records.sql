-- The first schema: runs and their inputs, documents with their history, and what was found in them.
-- No primary or foreign keys: a text key makes loading three times slower, and a parent can't be
-- deleted with its children in one transaction. sql/checks holds what keys would.

CREATE TABLE store.runs (
    run_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    started_at TIMESTAMP NOT NULL,
    finished_at TIMESTAMP NOT NULL,
    extractor_version TEXT NOT NULL,
    new INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    duplicate INTEGER NOT NULL,
    quarantined INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    entities INTEGER NOT NULL,
    commitments INTEGER NOT NULL
);

CREATE TABLE store.inputs (
    run_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    source_name TEXT NOT NULL,
    uri TEXT NOT NULL,
    sha256 TEXT,
    outcome TEXT NOT NULL,
    document_id TEXT,
    stage TEXT,
    reason TEXT,
    detail TEXT
);

CREATE TABLE store.documents (
    document_id TEXT NOT NULL,
    source_name TEXT NOT NULL,
    uri TEXT NOT NULL,
    title TEXT,
    publisher TEXT,
    author TEXT,
    published_on DATE,
    published_source TEXT,
    published_precision TEXT,
    language TEXT NOT NULL,
    genre TEXT,
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    n_chars INTEGER NOT NULL CHECK (n_chars > 0),
    fingerprint TEXT NOT NULL,
    run_id TEXT NOT NULL
);

CREATE TABLE store.blocks (
    document_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    start_char INTEGER NOT NULL CHECK (start_char >= 0),
    end_char INTEGER NOT NULL,
    CHECK (start_char < end_char)
);

CREATE TABLE store.document_versions (
    document_id TEXT NOT NULL,
    source_name TEXT NOT NULL,
    uri TEXT NOT NULL,
    title TEXT,
    publisher TEXT,
    author TEXT,
    published_on DATE,
    published_source TEXT,
    published_precision TEXT,
    language TEXT NOT NULL,
    genre TEXT,
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    n_chars INTEGER NOT NULL CHECK (n_chars > 0),
    fingerprint TEXT NOT NULL,
    run_id TEXT NOT NULL,
    replaced_by TEXT NOT NULL,
    replaced_in TEXT NOT NULL
);

CREATE TABLE store.extractions (
    document_id TEXT NOT NULL,
    extractor_version TEXT NOT NULL,
    n_sentences INTEGER NOT NULL CHECK (n_sentences >= 0),
    run_id TEXT NOT NULL
);

CREATE TABLE store.document_entities (
    document_id TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    iso3 TEXT,
    wikidata_id TEXT
);

CREATE TABLE store.entities (
    entity_id TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    iso3 TEXT,
    wikidata_id TEXT
);

CREATE TABLE store.mentions (
    mention_id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    text TEXT NOT NULL,
    label TEXT NOT NULL,
    start_char INTEGER NOT NULL CHECK (start_char >= 0),
    end_char INTEGER NOT NULL,
    CHECK (start_char < end_char)
);

CREATE TABLE store.records (
    record_id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    sentence TEXT NOT NULL,
    sentence_start INTEGER NOT NULL CHECK (sentence_start >= 0),
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
    confidence DOUBLE NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    rule_id TEXT NOT NULL,
    CHECK (sentence_start <= start_char AND start_char < end_char AND end_char <= sentence_end),
    CHECK (len(promisors) > 0)
);

CREATE TABLE store.cues (
    record_id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    rule_id TEXT NOT NULL,
    role TEXT NOT NULL,
    start_char INTEGER NOT NULL CHECK (start_char >= 0),
    end_char INTEGER NOT NULL
);

CREATE TABLE store.quarantine (
    run_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    source_name TEXT NOT NULL,
    uri TEXT NOT NULL,
    stage TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    sha256 TEXT
);
