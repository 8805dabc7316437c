-- Grain: a row per ledger line of which something was known on the day as_of. A line of which no later document
-- tells is as the ledger has it; only the others are worked out for the day.
CREATE MACRO ledger_as_of(as_of) AS TABLE
FROM ledger
WHERE last_seen IS NULL OR last_seen <= CAST(as_of AS DATE)
UNION ALL BY NAME
FROM ledger_lines(as_of, false);

COMMENT ON MACRO TABLE ledger_as_of IS 'ledger_as_of(as_of): the ledger as the documents published up to that day tell it, a row per line of which they tell. Undated documents count as known on every day; which records there are and which stand in one line, and what analysts said of them, is as it is today. Columns: those of ledger.';
