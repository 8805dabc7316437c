-- Money in ledger lines, by currency: each line counts once, with the amount last stated
SELECT unit AS currency, count(*) AS lines, sum(amount) AS total, max(amount) AS largest
FROM ledger
WHERE regexp_full_match(unit, '[A-Z]{3}') AND strongest_force NOT IN ('refusal', 'threat', 'request')
GROUP BY unit
ORDER BY lines DESC, currency
LIMIT 12
