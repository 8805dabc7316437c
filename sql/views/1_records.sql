-- Grain: a row per record of any of the nine forces that no analyst has rejected, with analysts' corrections.
CREATE VIEW records AS
WITH fixed AS (
    SELECT record_id, map_from_entries(list((field, value))) AS fields
    FROM store.corrections
    GROUP BY record_id
), judged AS (
    SELECT
        m.record_id, max_by(v.verdict, v.number) AS verdict, max_by(v.reviewed_by, v.number) AS reviewed_by
    FROM store.verdict_records AS m
    JOIN store.verdicts AS v USING (verdict_id)
    WHERE v.verdict IN ('accept', 'reject', 'correct', 'add')
    GROUP BY m.record_id
), placed AS (
    SELECT record_id, coalesce(o.ledger_id, l.ledger_id) AS ledger_id
    FROM store.ledger_records AS l
    FULL JOIN store.ledger_overrides AS o USING (record_id)
), found AS (
    FROM store.records
    UNION ALL BY NAME
    FROM store.added_records
)
SELECT
    r.record_id, r.document_id, d.source_name, d.uri, d.publisher, d.published_on,
    r.sentence, r.sentence_start, r.sentence_end,
    coalesce(f.fields['action'], r.action) AS action,
    CAST(CASE
        WHEN f.fields['action'] IS NULL THEN r.start_char
        ELSE r.sentence_start + strpos(r.sentence, f.fields['action']) - 1
    END AS INTEGER) AS start_char,
    CAST(CASE
        WHEN f.fields['action'] IS NULL THEN r.end_char
        ELSE r.sentence_start + strpos(r.sentence, f.fields['action']) - 1 + length(f.fields['action'])
    END AS INTEGER) AS end_char,
    CASE WHEN map_contains(f.fields, 'force') THEN f.fields['force'] ELSE r.force END AS force,
    CASE WHEN map_contains(f.fields, 'promisors') THEN CAST(CAST(f.fields['promisors'] AS JSON) AS TEXT[]) ELSE r.promisors END AS promisors,
    CASE WHEN map_contains(f.fields, 'beneficiaries') THEN CAST(CAST(f.fields['beneficiaries'] AS JSON) AS TEXT[]) ELSE r.beneficiaries END AS beneficiaries,
    CASE WHEN map_contains(f.fields, 'requested_by') THEN CAST(CAST(f.fields['requested_by'] AS JSON) AS TEXT[]) ELSE r.requested_by END AS requested_by,
    CASE WHEN map_contains(f.fields, 'polarity') THEN f.fields['polarity'] ELSE r.polarity END AS polarity,
    CASE WHEN map_contains(f.fields, 'certainty') THEN f.fields['certainty'] ELSE r.certainty END AS certainty,
    CASE WHEN map_contains(f.fields, 'category') THEN f.fields['category'] ELSE r.category END AS category,
    CASE WHEN map_contains(f.fields, 'amount') THEN CAST(f.fields['amount'] AS DOUBLE) ELSE r.amount END AS amount,
    CASE WHEN map_contains(f.fields, 'unit') THEN f.fields['unit'] ELSE r.unit END AS unit,
    CASE WHEN map_contains(f.fields, 'due_text') THEN f.fields['due_text'] ELSE r.due_text END AS due_text,
    CASE WHEN map_contains(f.fields, 'due_start') THEN CAST(f.fields['due_start'] AS DATE) ELSE r.due_start END AS due_start,
    CASE WHEN map_contains(f.fields, 'due_end') THEN CAST(f.fields['due_end'] AS DATE) ELSE r.due_end END AS due_end,
    CASE WHEN map_contains(f.fields, 'condition') THEN f.fields['condition'] ELSE r.condition END AS condition,
    CASE WHEN map_contains(f.fields, 'speaker') THEN f.fields['speaker'] ELSE r.speaker END AS speaker,
    CASE WHEN map_contains(f.fields, 'speaker_type') THEN f.fields['speaker_type'] ELSE r.speaker_type END AS speaker_type,
    CASE WHEN map_contains(f.fields, 'direct') THEN CAST(f.fields['direct'] AS BOOLEAN) ELSE r.direct END AS direct,
    r.confidence, r.rule_id, p.ledger_id, j.verdict, j.reviewed_by
FROM found AS r
JOIN store.documents AS d USING (document_id)
LEFT JOIN fixed AS f USING (record_id)
LEFT JOIN judged AS j USING (record_id)
LEFT JOIN placed AS p USING (record_id)
WHERE j.verdict IS DISTINCT FROM 'reject';

COMMENT ON VIEW records IS 'A row per record of any of the nine forces that no analyst has rejected, with analysts'' corrections in place of machine values.';
COMMENT ON COLUMN records.record_id IS 'The record''s id, made from its document, place and force.';
COMMENT ON COLUMN records.document_id IS 'The document that holds the evidence.';
COMMENT ON COLUMN records.source_name IS 'The document''s source: the JSON Lines id, else the file''s name.';
COMMENT ON COLUMN records.uri IS 'The document''s URI: the metadata''s URL, else the file''s URI.';
COMMENT ON COLUMN records.publisher IS 'Who published the document; NULL where unknown.';
COMMENT ON COLUMN records.published_on IS 'Day on which the document was published; NULL where nothing dates it.';
COMMENT ON COLUMN records.sentence IS 'The sentence, verbatim.';
COMMENT ON COLUMN records.sentence_start IS 'First character of the sentence in documents.text, from 0.';
COMMENT ON COLUMN records.sentence_end IS 'The character after the sentence''s last.';
COMMENT ON COLUMN records.action IS 'What is promised, verbatim, from the acting verb to the end of its objects.';
COMMENT ON COLUMN records.start_char IS 'First character of the action in documents.text, from 0: text[start_char:end_char] = action.';
COMMENT ON COLUMN records.end_char IS 'The character after the action''s last.';
COMMENT ON COLUMN records.force IS 'obligation, agreement, pledge, plan, offer, refusal, threat, request or fulfilment.';
COMMENT ON COLUMN records.promisors IS 'Canonical names of those who bind themselves, are asked (request) or acted (fulfilment); never empty.';
COMMENT ON COLUMN records.beneficiaries IS 'Canonical names of those whom the act is for, or against for a threat; empty where none is stated.';
COMMENT ON COLUMN records.requested_by IS 'Canonical names of those who ask; empty for any force but request.';
COMMENT ON COLUMN records.polarity IS 'positive, or negative where the promise is not to act.';
COMMENT ON COLUMN records.certainty IS 'certain, probable or possible: how sure the text puts the act.';
COMMENT ON COLUMN records.category IS 'military, security_guarantee, financial, humanitarian, reconstruction, membership, diplomatic, intelligence, sanctions, economic, energy_climate, nuclear_arms, justice, peace, social or other.';
COMMENT ON COLUMN records.amount IS 'How much, in the unit beside it; NULL where no number is given.';
COMMENT ON COLUMN records.unit IS 'ISO 4217 currency code, or the thing counted; NULL without an amount.';
COMMENT ON COLUMN records.due_text IS 'The words that date the act or say how long it lasts; NULL where there are none.';
COMMENT ON COLUMN records.due_start IS 'First day that those words mean; NULL where open or unresolved.';
COMMENT ON COLUMN records.due_end IS 'Last day that those words mean; NULL where open or unresolved.';
COMMENT ON COLUMN records.condition IS 'The words on which the act depends; NULL where there are none.';
COMMENT ON COLUMN records.speaker IS 'Who said it: a canonical name, several joined where they say it together (''Peru and Chile''), or the description of somebody unnamed; where the text itself speaks, the body whose text it is, if known; NULL where nobody is cited.';
COMMENT ON COLUMN records.speaker_type IS 'named, anonymous, author (the reporter says it) or document (the text itself speaks).';
COMMENT ON COLUMN records.direct IS 'Whether the action stands inside quotation marks.';
COMMENT ON COLUMN records.confidence IS 'Calibrated probability, 0 to 1, that an annotator would keep the record.';
COMMENT ON COLUMN records.rule_id IS 'The rule that decided the force.';
COMMENT ON COLUMN records.ledger_id IS 'The ledger line that joins this commitment with others of the same matter; NULL where it is in none.';
COMMENT ON COLUMN records.verdict IS 'The last verdict of an analyst: accept, correct or add; NULL where none looked.';
COMMENT ON COLUMN records.reviewed_by IS 'Who gave it; NULL where nobody looked.';
