-- What has been promised to Ukraine, and how firmly?
SELECT promisors, action, force, certainty, category, published_on
FROM commitments
WHERE list_contains(beneficiaries, 'Ukraine') AND polarity = 'positive' AND force <> 'threat'
ORDER BY published_on DESC NULLS LAST, source_name, start_char;
