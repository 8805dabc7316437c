-- What does the book hold for each month, and what could it not read?
SELECT month, publisher, n_documents, n_commitments, n_quarantined, round(quarantine_rate, 3) AS quarantine_rate
FROM coverage
ORDER BY month DESC NULLS LAST, publisher;
