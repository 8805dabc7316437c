-- The fifteen that stand in most ledger lines as beneficiaries
SELECT beneficiary, count(*) AS lines
FROM (SELECT unnest(list_distinct(beneficiaries)) AS beneficiary FROM ledger)
GROUP BY beneficiary
ORDER BY lines DESC, beneficiary
LIMIT 15
