-- Grain: a row per record of one of the seven commitment forces as the machine found it, whatever analysts say.
CREATE VIEW machine_commitments AS
SELECT
    r.record_id AS commitment_id, r.document_id, d.source_name, d.published_on, r.sentence, r.action, r.start_char,
    r.end_char, r.force, r.promisors, r.beneficiaries, r.polarity, r.certainty, r.category, r.amount, r.unit,
    r.due_text, r.due_start, r.due_end, r.condition, r.speaker, r.speaker_type, r.direct, r.confidence, r.rule_id
FROM store.records AS r
JOIN store.documents AS d USING (document_id)
WHERE r.force NOT IN ('request', 'fulfilment');

COMMENT ON VIEW machine_commitments IS 'A row per commitment as the machine found it, whatever analysts say of it: to compare with commitments, and to score.';
COMMENT ON COLUMN machine_commitments.commitment_id IS 'The record''s id, made from its document, place and force.';
COMMENT ON COLUMN machine_commitments.document_id IS 'The document that holds the evidence.';
COMMENT ON COLUMN machine_commitments.source_name IS 'The document''s source: the JSON Lines id, else the file''s name.';
COMMENT ON COLUMN machine_commitments.published_on IS 'Day on which the document was published; NULL where nothing dates it.';
COMMENT ON COLUMN machine_commitments.sentence IS 'The sentence, verbatim.';
COMMENT ON COLUMN machine_commitments.action IS 'What is promised, verbatim, from the acting verb to the end of its objects.';
COMMENT ON COLUMN machine_commitments.start_char IS 'First character of the action in documents.text, from 0: text[start_char:end_char] = action.';
COMMENT ON COLUMN machine_commitments.end_char IS 'The character after the action''s last.';
COMMENT ON COLUMN machine_commitments.force IS 'obligation, agreement, pledge, plan, offer, refusal or threat.';
COMMENT ON COLUMN machine_commitments.promisors IS 'Canonical names of those who bind themselves; never empty.';
COMMENT ON COLUMN machine_commitments.beneficiaries IS 'Canonical names of those whom the act is for, or against for a threat; empty where none is stated.';
COMMENT ON COLUMN machine_commitments.polarity IS 'positive, or negative where the promise is not to act.';
COMMENT ON COLUMN machine_commitments.certainty IS 'certain, probable or possible: how sure the text puts the act.';
COMMENT ON COLUMN machine_commitments.category IS 'military, security_guarantee, financial, humanitarian, reconstruction, membership, diplomatic, intelligence, sanctions, economic, energy_climate, nuclear_arms, justice, peace, social or other.';
COMMENT ON COLUMN machine_commitments.amount IS 'How much, in the unit beside it; NULL where no number is given.';
COMMENT ON COLUMN machine_commitments.unit IS 'ISO 4217 currency code, or the thing counted; NULL without an amount.';
COMMENT ON COLUMN machine_commitments.due_text IS 'The words that date the act or say how long it lasts; NULL where there are none.';
COMMENT ON COLUMN machine_commitments.due_start IS 'First day that those words mean; NULL where open or unresolved.';
COMMENT ON COLUMN machine_commitments.due_end IS 'Last day that those words mean; NULL where open or unresolved.';
COMMENT ON COLUMN machine_commitments.condition IS 'The words on which the act depends; NULL where there are none.';
COMMENT ON COLUMN machine_commitments.speaker IS 'Who said it: a canonical name, several joined where they say it together (''Peru and Chile''), or the description of somebody unnamed; where the text itself speaks, the body whose text it is, if known; NULL where nobody is cited.';
COMMENT ON COLUMN machine_commitments.speaker_type IS 'named, anonymous, author (the reporter says it) or document (the text itself speaks).';
COMMENT ON COLUMN machine_commitments.direct IS 'Whether the action stands inside quotation marks.';
COMMENT ON COLUMN machine_commitments.confidence IS 'Calibrated probability, 0 to 1, that an annotator would keep the record.';
COMMENT ON COLUMN machine_commitments.rule_id IS 'The rule that decided the force.';
