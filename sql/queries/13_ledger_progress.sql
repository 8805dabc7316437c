-- Which commitments stand in several documents, and how far have they come?
SELECT status, promisors, action, n_documents, first_seen, last_seen, publishers
FROM ledger
WHERE n_documents > 1
ORDER BY n_documents DESC, ledger_id
LIMIT 20;
