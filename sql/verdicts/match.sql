-- Finds the record that each verdict bears on: in the same document the one whose action covers most of
-- the words that were judged, in a later version of the source the one in the same sentence.
DELETE FROM store.verdict_records;

INSERT INTO store.verdict_records
WITH found AS (
    SELECT record_id, document_id, sentence, sentence_start, start_char, end_char FROM store.records
    UNION ALL
    SELECT record_id, document_id, sentence, sentence_start, start_char, end_char FROM store.added_records
), candidates AS (
    SELECT
        v.verdict_id, v.commitment_id, r.record_id, r.start_char AS found_start, r.end_char AS found_end,
        v.start_char AS judged_start, v.end_char AS judged_end
    FROM store.verdicts AS v
    JOIN found AS r USING (document_id)
    UNION ALL
    SELECT
        v.verdict_id, v.commitment_id, r.record_id, r.start_char - r.sentence_start, r.end_char - r.sentence_start,
        v.start_char - v.sentence_start, v.end_char - v.sentence_start
    FROM store.verdicts AS v
    JOIN store.documents AS d USING (uri)
    JOIN found AS r ON r.document_id = d.document_id AND r.sentence = v.sentence
    WHERE d.document_id <> v.document_id
)
SELECT verdict_id, record_id
FROM (
    SELECT
        *, (least(found_end, judged_end) - greatest(found_start, judged_start))
            / (greatest(found_end, judged_end) - least(found_start, judged_start)) AS share
    FROM candidates
)
WHERE share >= 0.5
QUALIFY row_number() OVER (
    PARTITION BY verdict_id
    ORDER BY (record_id IS NOT DISTINCT FROM commitment_id) DESC, share DESC, record_id
) = 1;
