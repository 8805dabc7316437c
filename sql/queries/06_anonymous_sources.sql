-- Which commitments does only somebody unnamed tell of?
SELECT speaker, promisors, action, certainty, publisher
FROM commitments
JOIN documents USING (document_id)
WHERE speaker_type = 'anonymous'
ORDER BY commitments.published_on DESC NULLS LAST, commitment_id
LIMIT 20;
