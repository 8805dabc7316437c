-- What has been promised most recently, by whom and to whom?
SELECT published_on, promisors, force, action, beneficiaries, source_name
FROM commitments
ORDER BY published_on DESC NULLS LAST, source_name, start_char
LIMIT 20;
