-- Commitments by the month of publication and by force
SELECT CAST(date_trunc('month', published_on) AS DATE) AS month, force, count(*) AS commitments
FROM commitments
WHERE published_on IS NOT NULL
GROUP BY ALL
ORDER BY month, force
