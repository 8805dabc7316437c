-- What has the United States bound itself to, the firmest first?
SELECT action, force, certainty, beneficiaries, published_on, source_name
FROM commitments
WHERE list_contains(promisors, 'United States')
ORDER BY
    list_position(['obligation', 'agreement', 'pledge', 'refusal', 'threat', 'offer', 'plan'], force),
    confidence DESC, commitment_id
LIMIT 20;
