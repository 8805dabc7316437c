-- By what linking finds a record again. A record without keys is yet to be linked, or linked anew.

CREATE TABLE store.link_keys (
    record_id TEXT NOT NULL,
    version TEXT NOT NULL,
    keys UINTEGER[] NOT NULL
);
