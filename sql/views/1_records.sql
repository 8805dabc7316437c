-- Grain: a row per record of any of the nine forces, as found.
CREATE VIEW records AS
SELECT
    r.record_id, r.document_id, d.source_name, d.uri, d.publisher, d.published_on,
    r.sentence, r.sentence_start, r.sentence_end, r.action, r.start_char, r.end_char,
    r.force, r.promisors, r.beneficiaries, r.requested_by, r.polarity, r.certainty, r.category,
    r.amount, r.unit, r.due_text, r.due_start, r.due_end, r.condition,
    r.speaker, r.speaker_type, r.direct, r.confidence, r.rule_id,
    CAST(NULL AS TEXT) AS ledger_id
FROM store.records AS r
JOIN store.documents AS d USING (document_id);

COMMENT ON VIEW records IS 'A row per record of any of the nine forces: commitments, requests and fulfilments.';
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
COMMENT ON COLUMN records.speaker IS 'Who said it: a canonical name, or the description of somebody unnamed; NULL where nobody is cited.';
COMMENT ON COLUMN records.speaker_type IS 'named, anonymous, author (the reporter says it) or document (the text itself speaks).';
COMMENT ON COLUMN records.direct IS 'Whether the action stands inside quotation marks.';
COMMENT ON COLUMN records.confidence IS 'Calibrated probability, 0 to 1, that an annotator would keep the record.';
COMMENT ON COLUMN records.rule_id IS 'The rule that decided the force.';
COMMENT ON COLUMN records.ledger_id IS 'The ledger line that joins this commitment with others of the same matter; NULL where it is in none.';
