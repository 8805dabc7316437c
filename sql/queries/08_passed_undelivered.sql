-- Which terms have passed without a report of delivery?
SELECT due_end, promisors, action, beneficiaries, source_name
FROM deadlines(current_date)
WHERE state = 'passed'
ORDER BY due_end DESC, commitment_id
LIMIT 20;
