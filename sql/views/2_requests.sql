-- Grain: a row per record in which somebody asks another party to commit.
CREATE VIEW requests AS
SELECT
    record_id AS commitment_id, document_id, source_name, published_on, sentence, action, start_char,
    end_char, force, promisors, beneficiaries, polarity, certainty, category, amount, unit, due_text,
    due_start, due_end, condition, speaker, speaker_type, direct, confidence, rule_id, ledger_id,
    requested_by
FROM records
WHERE force = 'request';

COMMENT ON VIEW requests IS 'A row per request: somebody asks another party to commit itself to an act.';
COMMENT ON COLUMN requests.commitment_id IS 'The record''s id, made from its document, place and force.';
COMMENT ON COLUMN requests.document_id IS 'The document that holds the evidence.';
COMMENT ON COLUMN requests.source_name IS 'The document''s source: the JSON Lines id, else the file''s name.';
COMMENT ON COLUMN requests.published_on IS 'Day on which the document was published; NULL where nothing dates it.';
COMMENT ON COLUMN requests.sentence IS 'The sentence, verbatim.';
COMMENT ON COLUMN requests.action IS 'What is asked for, verbatim, from the acting verb to the end of its objects.';
COMMENT ON COLUMN requests.start_char IS 'First character of the action in documents.text, from 0: text[start_char:end_char] = action.';
COMMENT ON COLUMN requests.end_char IS 'The character after the action''s last.';
COMMENT ON COLUMN requests.force IS 'Always request.';
COMMENT ON COLUMN requests.promisors IS 'Canonical names of those who are asked; never empty.';
COMMENT ON COLUMN requests.beneficiaries IS 'Canonical names of those whom the act would be for; empty where none is stated.';
COMMENT ON COLUMN requests.polarity IS 'positive, or negative where the promise is not to act.';
COMMENT ON COLUMN requests.certainty IS 'certain, probable or possible: how sure the text puts the act.';
COMMENT ON COLUMN requests.category IS 'military, security_guarantee, financial, humanitarian, reconstruction, membership, diplomatic, intelligence, sanctions, economic, energy_climate, nuclear_arms, justice, peace, social or other.';
COMMENT ON COLUMN requests.amount IS 'How much, in the unit beside it; NULL where no number is given.';
COMMENT ON COLUMN requests.unit IS 'ISO 4217 currency code, or the thing counted; NULL without an amount.';
COMMENT ON COLUMN requests.due_text IS 'The words that date the act or say how long it lasts; NULL where there are none.';
COMMENT ON COLUMN requests.due_start IS 'First day that those words mean; NULL where open or unresolved.';
COMMENT ON COLUMN requests.due_end IS 'Last day that those words mean; NULL where open or unresolved.';
COMMENT ON COLUMN requests.condition IS 'The words on which the act depends; NULL where there are none.';
COMMENT ON COLUMN requests.speaker IS 'Who said it: a canonical name, several joined where they say it together (''Peru and Chile''), or the description of somebody unnamed; where the text itself speaks, the body whose text it is, if known; NULL where nobody is cited.';
COMMENT ON COLUMN requests.speaker_type IS 'named, anonymous, author (the reporter says it) or document (the text itself speaks).';
COMMENT ON COLUMN requests.direct IS 'Whether the action stands inside quotation marks.';
COMMENT ON COLUMN requests.confidence IS 'Calibrated probability, 0 to 1, that an annotator would keep the record.';
COMMENT ON COLUMN requests.rule_id IS 'The rule that decided the force.';
COMMENT ON COLUMN requests.ledger_id IS 'The ledger line that joins this commitment with others of the same matter; NULL where it is in none.';
COMMENT ON COLUMN requests.requested_by IS 'Canonical names of those who ask; empty where the text names nobody.';
