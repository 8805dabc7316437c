-- Ledger lines by what became of them
SELECT status, count(*) AS lines
FROM ledger
GROUP BY status
ORDER BY lines DESC, status
