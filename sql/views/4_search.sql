-- Grain: a row per record whose sentence or parties hold a word of the query, the best match first.
-- Ranked by BM25 worked out here: a word counts by its rarity, less in long sentences, twice in an action.
-- DuckDB's fts extension would need every reader to have it, and there is none for DuckDB 2.0.
CREATE MACRO search(words) AS TABLE
WITH asked AS (
    SELECT unnest(list_distinct(list_filter(string_split(plain_words(words), ' '), lambda word: word <> ''))) AS term
), told AS MATERIALIZED (  -- a row per term and record; one term may be the beginning of several words of it
    SELECT term, place // 2 AS number, 1 + max(place % 2) AS times
    FROM (SELECT term, unnest(places) AS place FROM asked JOIN derived.words ON starts_with(word, term))
    GROUP BY ALL
), weights AS (
    SELECT term, ln(1 + ((SELECT count(*) FROM derived.searched) - count(*) + 0.5) / (count(*) + 0.5)) AS weight
    FROM told
    GROUP BY term
), usual AS (
    SELECT avg(n_chars) AS n_chars
    FROM derived.searched
    SEMI JOIN told USING (number)
), scored AS (
    SELECT
        s.record_id, count(*) AS n_words,
        round(sum(weight * 2.2 * times / (times + 1.2 * (0.25 + 0.75 * s.n_chars / usual.n_chars))), 4) AS score
    FROM told
    JOIN weights USING (term)
    JOIN derived.searched AS s USING (number)
    CROSS JOIN usual
    GROUP BY s.number, s.record_id
)
SELECT
    s.score, CAST(s.n_words AS INTEGER) AS n_words, r.record_id AS commitment_id, r.force, r.promisors,
    r.beneficiaries, r.action, r.sentence, r.source_name, r.published_on, r.confidence
FROM scored AS s
JOIN records AS r USING (record_id)
ORDER BY s.n_words DESC, s.score DESC, r.published_on DESC NULLS LAST, r.record_id;

COMMENT ON MACRO TABLE search IS 'search(words): a row per record of any force whose sentence, promisors or beneficiaries hold a word that begins with one of the words (in any case), those that hold more of them first, then by BM25. Columns: score, n_words, commitment_id, force, promisors, beneficiaries, action, sentence, source_name, published_on, confidence.';
