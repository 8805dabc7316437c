-- What has been found since the first run?
SELECT published_on, promisors, action, source_name
FROM new_since((SELECT run_id FROM runs WHERE number = 1))
ORDER BY published_on DESC NULLS LAST, commitment_id
LIMIT 20;
