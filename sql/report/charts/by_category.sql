-- Commitments by category
SELECT category, count(*) AS commitments
FROM commitments
GROUP BY category
ORDER BY commitments DESC, category
