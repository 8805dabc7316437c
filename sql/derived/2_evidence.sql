-- Grain: a row per record: the words that search looks for, ready for it.
SELECT
    record_id,
    plain_words(concat_ws(' ', sentence, array_to_string(promisors, ' '), array_to_string(beneficiaries, ' '))) AS words,
    plain_words(action) AS acted
FROM records
