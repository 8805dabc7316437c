-- Grain: that of sql/views/3_ledger_lines.sql, of all documents, as it was when the book was published.
CREATE VIEW ledger AS
FROM derived.ledger;

COMMENT ON VIEW ledger IS 'A row per ledger line: one commitment with its state, whatever the number of its records and documents.';
COMMENT ON COLUMN ledger.ledger_id IS 'The line.';
COMMENT ON COLUMN ledger.parent_id IS 'The line of a group that this line is a member''s share of; else NULL.';
COMMENT ON COLUMN ledger.promisors IS 'Canonical names of those who bind themselves, as last stated.';
COMMENT ON COLUMN ledger.beneficiaries IS 'Canonical names of those whom the act is for, as last stated; empty where never.';
COMMENT ON COLUMN ledger.category IS 'The category of most of its records.';
COMMENT ON COLUMN ledger.action IS 'What is promised, in the words of the last record that promises it.';
COMMENT ON COLUMN ledger.strongest_force IS 'The strongest force among its records: obligation, agreement, pledge, refusal, threat, offer, plan, request or fulfilment, in this order.';
COMMENT ON COLUMN ledger.certainty IS 'certain, probable or possible, as last promised (where nothing is promised, as last stated).';
COMMENT ON COLUMN ledger.amount IS 'How much, as last promised (where no promise names a sum, as last stated), in the unit beside it; NULL where never.';
COMMENT ON COLUMN ledger.unit IS 'ISO 4217 currency code, or the thing counted; NULL without an amount.';
COMMENT ON COLUMN ledger.delivered_amount IS 'The largest amount in the same unit reported as delivered since the first promise; NULL where none is.';
COMMENT ON COLUMN ledger.due_start IS 'First day on which the act is due, by the last promise that dates it (where nothing is promised, as last stated); NULL where open.';
COMMENT ON COLUMN ledger.due_end IS 'Last day on which the act is due, by the last promise that dates it (where nothing is promised, as last stated); NULL where open.';
COMMENT ON COLUMN ledger.condition IS 'The words on which the act depends, by the last promise that states any (where nothing is promised, as last stated); NULL where never.';
COMMENT ON COLUMN ledger.status IS 'withdrawn: first promised, last ruled out (one such pair is in contradictions); contradicted: last promised and last ruled out on one day; delivered: reported as done, and not promised again in a later document (an undated one counts as the last); of a promised sum one deed has to tell at least nine tenths in the same unit, or name what was counted as known, without a number (''sent the tanks''): other deeds without a number, or of another unit, deliver no sum; negotiating, announced or agreed: the furthest step; refused: never promised, but refused; requested: only asked for.';
COMMENT ON COLUMN ledger.first_seen IS 'Day of the first dated document; NULL where none is dated.';
COMMENT ON COLUMN ledger.last_seen IS 'Day of the last dated document; NULL where none is dated.';
COMMENT ON COLUMN ledger.n_records IS 'How many records stand in the line.';
COMMENT ON COLUMN ledger.n_documents IS 'How many documents hold them.';
COMMENT ON COLUMN ledger.publishers IS 'Who published those documents, in alphabetical order; empty where unknown.';
COMMENT ON COLUMN ledger.sourcing IS 'anonymous: only unnamed people say it; open: nobody unnamed does; both.';
COMMENT ON COLUMN ledger.confidence IS 'The highest confidence among its records, 0 to 1.';
COMMENT ON COLUMN ledger.reviewed_by IS 'An analyst who looked at one of its records; NULL where nobody did.';
