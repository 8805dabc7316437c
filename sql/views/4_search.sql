-- Grain: a row per record whose sentence or parties hold a word of the query, the best match first.
-- Ranked by BM25 worked out here: a word counts by its rarity, less in long sentences, twice in an action.
-- DuckDB's fts extension would need every reader to have it, and there is none for DuckDB 2.0.
CREATE MACRO search(words) AS TABLE
WITH asked AS (
    SELECT list_distinct(list_filter(string_split(plain_words(words), ' '), lambda word: word <> '')) AS terms
), hits AS MATERIALIZED (
    SELECT record_id, evidence.acted, length(evidence.words) AS n_chars,
        list_filter(terms, lambda term: contains(evidence.words, ' ' || term)) AS found
    FROM derived.evidence AS evidence, asked
    WHERE len(found) > 0
), told AS (
    SELECT
        record_id, unnest(found) AS term, acted, n_chars / avg(n_chars) OVER () AS relative_length
    FROM hits
), weights AS (
    SELECT term, ln(1 + ((SELECT count(*) FROM derived.evidence) - count(*) + 0.5) / (count(*) + 0.5)) AS weight
    FROM told
    GROUP BY term
), scored AS (
    SELECT
        record_id,
        sum(weight * 2.2 * times / (times + 1.2 * (0.25 + 0.75 * relative_length))) AS score
    FROM (SELECT *, 1 + CAST(contains(acted, ' ' || term) AS INTEGER) AS times FROM told)
    JOIN weights USING (term)
    GROUP BY record_id
)
SELECT
    round(s.score, 4) AS score, CAST(len(h.found) AS INTEGER) AS n_words, r.record_id AS commitment_id, r.force,
    r.promisors, r.beneficiaries, r.action, r.sentence, r.source_name, r.published_on, r.confidence
FROM scored AS s
JOIN hits AS h USING (record_id)
JOIN records AS r USING (record_id)
ORDER BY n_words DESC, s.score DESC, r.published_on DESC NULLS LAST, r.record_id;

COMMENT ON MACRO TABLE search IS 'search(words): a row per record of any force whose sentence, promisors or beneficiaries hold a word that begins with one of the words (in any case), those that hold more of them first, then by BM25. Columns: score, n_words, commitment_id, force, promisors, beneficiaries, action, sentence, source_name, published_on, confidence.';
