-- Grain: a row per ledger line: what all documents tell of it.
FROM ledger_lines('infinity', true)
