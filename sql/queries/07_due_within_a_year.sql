-- What falls due within a year of 10 July 2023?
SELECT days_left, due_text, promisors, action, state, source_name
FROM deadlines('2023-07-10')
WHERE days_left BETWEEN 0 AND 365
ORDER BY days_left, commitment_id;
