-- Grain: a row per word of the records' sentences and parties. The places are twice the number of each record that
-- holds the word, as often as it does, and one more where the action does too: small numbers in order take little room.
WITH written AS (
    SELECT
        number, plain_words(action) AS acted,
        plain_words(concat_ws(' ', sentence, array_to_string(promisors, ' '), array_to_string(beneficiaries, ' '))) AS words
    FROM records
    JOIN derived.searched USING (record_id)
), told AS (
    SELECT number, acted, unnest(string_split(words, ' ')) AS word
    FROM written
)
SELECT word, list(2 * number + CAST(contains(acted, ' ' || word) AS INTEGER) ORDER BY number) AS places
FROM told
WHERE word <> ''
GROUP BY word
ORDER BY word
