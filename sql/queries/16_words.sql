-- Where is there talk of ammunition or air defence?
SELECT score, promisors, force, action, source_name
FROM search('ammunition air defence')
LIMIT 10;
