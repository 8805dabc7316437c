-- What linking needs to go on where it stopped, and with which record each record was joined.

ALTER TABLE store.ledger_lines ADD COLUMN n_linked INTEGER DEFAULT 0;

ALTER TABLE store.ledger_records ADD COLUMN joined_to TEXT;
