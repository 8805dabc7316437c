-- Grain: a row per record whose sentence holds a word of the query, the best match first.
-- Full-text search without an extension: a word counts by its rarity, twice where the action holds it.
CREATE MACRO search(words) AS TABLE
WITH terms AS (
    SELECT DISTINCT unnest(regexp_extract_all(lower(words), '[\w''’-]+')) AS term
), hits AS (
    SELECT r.record_id, t.term, contains(lower(r.action), t.term) AS in_action
    FROM records AS r
    JOIN terms AS t ON contains(lower(r.sentence), t.term)
), weights AS (
    SELECT term, ln(1 + (SELECT count(*) FROM store.records) / count(*)) AS weight FROM hits GROUP BY term
), scored AS (
    SELECT record_id, sum(weight * (1 + CAST(in_action AS INTEGER))) AS score, count(*) AS n_words
    FROM hits
    JOIN weights USING (term)
    GROUP BY record_id
)
SELECT
    round(s.score, 4) AS score, CAST(s.n_words AS INTEGER) AS n_words, r.record_id AS commitment_id, r.force, r.promisors,
    r.beneficiaries, r.action, r.sentence, r.source_name, r.published_on, r.confidence
FROM scored AS s
JOIN records AS r USING (record_id)
ORDER BY s.n_words DESC, s.score DESC, r.published_on DESC NULLS LAST, r.record_id;

COMMENT ON MACRO TABLE search IS 'search(words): a row per record of any force whose sentence holds at least one of the words (as part of a word, in any case), those that hold more of them first, then by rarity. Columns: score, n_words, commitment_id, force, promisors, beneficiaries, action, sentence, source_name, published_on, confidence.';
