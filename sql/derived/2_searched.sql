-- Grain: a row per record: its number in the lists of sql/derived/2_words.sql, and how long what search looks through is.
SELECT
    CAST(row_number() OVER (ORDER BY record_id) AS INTEGER) AS number, record_id,
    CAST(length(concat_ws(' ', sentence, array_to_string(promisors, ' '), array_to_string(beneficiaries, ' '))) AS INTEGER)
        AS n_chars
FROM records
