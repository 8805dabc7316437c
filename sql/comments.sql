-- What each table and column of the schema store holds. Applied again whenever the schema is brought up
-- to date, so that wording can be mended without a migration. Views carry their own comments.

COMMENT ON TABLE store.migrations IS 'A row per migration that was applied to this file.';
COMMENT ON COLUMN store.migrations.number IS 'The number that the migration''s file name starts with; applied in this order.';
COMMENT ON COLUMN store.migrations.name IS 'The migration''s file name.';
COMMENT ON COLUMN store.migrations.sha256 IS 'SHA-256 of the migration''s text when it was applied; an edited migration is refused.';
COMMENT ON COLUMN store.migrations.applied_at IS 'When it was applied (UTC).';

COMMENT ON TABLE store.definitions IS 'One row: what the views, macros and comments of this file were made from.';
COMMENT ON COLUMN store.definitions.sha256 IS 'SHA-256 of the files that define them; they are made anew when it differs.';

COMMENT ON TABLE store.runs IS 'A row per run that was committed, with its summary.';
COMMENT ON COLUMN store.runs.run_id IS 'The run''s id.';
COMMENT ON COLUMN store.runs.number IS 'Runs in the order in which they were committed, from 1.';
COMMENT ON COLUMN store.runs.started_at IS 'When the run began (UTC).';
COMMENT ON COLUMN store.runs.finished_at IS 'When the run''s rows were about to be committed (UTC).';
COMMENT ON COLUMN store.runs.extractor_version IS 'The extractor that the run used: package version and a digest of its code, lexicons and weights.';
COMMENT ON COLUMN store.runs.new IS 'Inputs whose URI was not known before.';
COMMENT ON COLUMN store.runs.unchanged IS 'Inputs that the warehouse already held word for word.';
COMMENT ON COLUMN store.runs.changed IS 'Inputs whose URI was known with another text or other metadata.';
COMMENT ON COLUMN store.runs.duplicate IS 'Inputs whose text another document already holds, to the letter or nearly.';
COMMENT ON COLUMN store.runs.quarantined IS 'Inputs that could not be read or extracted.';
COMMENT ON COLUMN store.runs.mentions IS 'Mentions in the whole warehouse after the run.';
COMMENT ON COLUMN store.runs.entities IS 'Entities in the whole warehouse after the run.';
COMMENT ON COLUMN store.runs.commitments IS 'Records of the seven commitment forces in the whole warehouse after the run.';

COMMENT ON TABLE store.inputs IS 'A row per input of each run that was not unchanged, with what became of it; with the unchanged ones the outcomes add up to the run''s counts.';
COMMENT ON COLUMN store.inputs.run_id IS 'The run that saw the input.';
COMMENT ON COLUMN store.inputs.number IS 'Inputs of the run in the order in which they were read: documents first, then those that could not be read; from 0.';
COMMENT ON COLUMN store.inputs.source_name IS 'The JSON Lines id, else the file''s name.';
COMMENT ON COLUMN store.inputs.uri IS 'The metadata''s URL, else the file''s URI.';
COMMENT ON COLUMN store.inputs.sha256 IS 'SHA-256 of the bytes that were read; NULL where none could be read.';
COMMENT ON COLUMN store.inputs.outcome IS 'new, changed, duplicate or quarantined.';
COMMENT ON COLUMN store.inputs.document_id IS 'The document of this input, or for a duplicate the one that it repeats; NULL where nothing could be read.';
COMMENT ON COLUMN store.inputs.stage IS 'For a quarantined input the step that set it aside: ingest, extract, validate or load; else NULL.';
COMMENT ON COLUMN store.inputs.reason IS 'For a quarantined input the reason, as in store.quarantine; else NULL.';
COMMENT ON COLUMN store.inputs.detail IS 'For a quarantined input what happened, for a duplicate what it repeats, in words; else NULL.';

COMMENT ON TABLE store.turns IS 'A row per run that met unchanged inputs. Runs that meet much the same inputs are a series.';
COMMENT ON COLUMN store.turns.run_id IS 'The run.';
COMMENT ON COLUMN store.turns.series IS 'Its series.';
COMMENT ON COLUMN store.turns.turn IS 'Its place in the series.';

COMMENT ON TABLE store.unchanged_inputs IS 'A row per input that was unchanged in each of some runs of a series, one after the other. The view inputs shows it for each of them.';
COMMENT ON COLUMN store.unchanged_inputs.series IS 'The series of runs.';
COMMENT ON COLUMN store.unchanged_inputs.first_turn IS 'The first run of the span, by its place in the series.';
COMMENT ON COLUMN store.unchanged_inputs.last_turn IS 'The last run of the span.';
COMMENT ON COLUMN store.unchanged_inputs.number IS 'Inputs of a run in the order in which they were read, from 0.';
COMMENT ON COLUMN store.unchanged_inputs.source_name IS 'The JSON Lines id, else the file''s name.';
COMMENT ON COLUMN store.unchanged_inputs.uri IS 'The metadata''s URL, else the file''s URI.';
COMMENT ON COLUMN store.unchanged_inputs.sha256 IS 'SHA-256 of the bytes that were read.';
COMMENT ON COLUMN store.unchanged_inputs.document_id IS 'The document of this input.';

COMMENT ON TABLE store.documents IS 'A row per document: the version of each source that counts.';
COMMENT ON COLUMN store.documents.document_id IS 'The document''s id, made from its source name and text.';
COMMENT ON COLUMN store.documents.source_name IS 'The JSON Lines id, else the file''s name.';
COMMENT ON COLUMN store.documents.uri IS 'The metadata''s URL, else the file''s URI; a source is known by it.';
COMMENT ON COLUMN store.documents.title IS 'The title; NULL where none is known.';
COMMENT ON COLUMN store.documents.publisher IS 'Who published the document; NULL where unknown.';
COMMENT ON COLUMN store.documents.author IS 'Who wrote the document; NULL where unknown.';
COMMENT ON COLUMN store.documents.published_on IS 'Day of publication; NULL where nothing dates the document.';
COMMENT ON COLUMN store.documents.published_source IS 'What dated the document: metadata, page, dateline or text; NULL where nothing did.';
COMMENT ON COLUMN store.documents.published_precision IS 'How exact the date is: day, month or year; NULL where there is none.';
COMMENT ON COLUMN store.documents.language IS 'Language of the text, an ISO 639-1 code.';
COMMENT ON COLUMN store.documents.genre IS 'news, press_release, communique, readout, speech, fact_sheet, treaty or other; NULL where unknown.';
COMMENT ON COLUMN store.documents.text IS 'The cleaned text that every offset indexes, in characters from 0.';
COMMENT ON COLUMN store.documents.sha256 IS 'SHA-256 of the bytes that the document was read from.';
COMMENT ON COLUMN store.documents.text_sha256 IS 'SHA-256 of the text in UTF-8.';
COMMENT ON COLUMN store.documents.n_chars IS 'Length of the text in characters.';
COMMENT ON COLUMN store.documents.fingerprint IS 'SHA-256 of text, blocks and metadata together; another one makes the input a changed document.';
COMMENT ON COLUMN store.documents.run_id IS 'The run that loaded this version.';

COMMENT ON TABLE store.blocks IS 'A row per block of a document: a stretch of text of one kind. Blocks do not overlap.';
COMMENT ON COLUMN store.blocks.document_id IS 'The document.';
COMMENT ON COLUMN store.blocks.position IS 'Blocks of the document in the order of the text, from 0.';
COMMENT ON COLUMN store.blocks.kind IS 'title, heading, prose, list_item, boilerplate, byline, dateline or caption; sentences are sought in the first four.';
COMMENT ON COLUMN store.blocks.start_char IS 'First character of the block in the document''s text, from 0.';
COMMENT ON COLUMN store.blocks.end_char IS 'The character after the block''s last.';

COMMENT ON TABLE store.document_versions IS 'A row per version of a source that a later one has replaced, kept whole.';
COMMENT ON COLUMN store.document_versions.document_id IS 'The id that the version had.';
COMMENT ON COLUMN store.document_versions.source_name IS 'The JSON Lines id, else the file''s name.';
COMMENT ON COLUMN store.document_versions.uri IS 'The source''s URI.';
COMMENT ON COLUMN store.document_versions.title IS 'The version''s title; NULL where none is known.';
COMMENT ON COLUMN store.document_versions.publisher IS 'Who published it; NULL where unknown.';
COMMENT ON COLUMN store.document_versions.author IS 'Who wrote it; NULL where unknown.';
COMMENT ON COLUMN store.document_versions.published_on IS 'Day of publication; NULL where nothing dates it.';
COMMENT ON COLUMN store.document_versions.published_source IS 'What dated it: metadata, page, dateline or text; NULL where nothing did.';
COMMENT ON COLUMN store.document_versions.published_precision IS 'How exact the date is: day, month or year; NULL where there is none.';
COMMENT ON COLUMN store.document_versions.language IS 'Language of the text, an ISO 639-1 code.';
COMMENT ON COLUMN store.document_versions.genre IS 'news, press_release, communique, readout, speech, fact_sheet, treaty or other; NULL where unknown.';
COMMENT ON COLUMN store.document_versions.text IS 'The version''s cleaned text.';
COMMENT ON COLUMN store.document_versions.sha256 IS 'SHA-256 of the bytes that the version was read from.';
COMMENT ON COLUMN store.document_versions.text_sha256 IS 'SHA-256 of the text in UTF-8.';
COMMENT ON COLUMN store.document_versions.n_chars IS 'Length of the text in characters.';
COMMENT ON COLUMN store.document_versions.fingerprint IS 'SHA-256 of text, blocks and metadata together.';
COMMENT ON COLUMN store.document_versions.run_id IS 'The run that loaded the version.';
COMMENT ON COLUMN store.document_versions.replaced_by IS 'The document that took its place, or that holds the same text since.';
COMMENT ON COLUMN store.document_versions.replaced_in IS 'The run in which that happened.';

COMMENT ON TABLE store.extractions IS 'A row per document that has been extracted. A document without one waits for its next try.';
COMMENT ON COLUMN store.extractions.document_id IS 'The document.';
COMMENT ON COLUMN store.extractions.extractor_version IS 'The extractor that found its mentions and records.';
COMMENT ON COLUMN store.extractions.n_sentences IS 'How many sentences were read.';
COMMENT ON COLUMN store.extractions.run_id IS 'The run that extracted it.';

COMMENT ON TABLE store.document_entities IS 'A row per document and entity that the document names or speaks for.';
COMMENT ON COLUMN store.document_entities.document_id IS 'The document.';
COMMENT ON COLUMN store.document_entities.entity_id IS 'The entity''s id, made from its kind and name.';
COMMENT ON COLUMN store.document_entities.name IS 'Canonical English name.';
COMMENT ON COLUMN store.document_entities.kind IS 'state, organisation, person, place, group or other.';
COMMENT ON COLUMN store.document_entities.iso3 IS 'ISO 3166-1 alpha-3 code of a state, or of the one state that a person, body, place or group belongs to; NULL where none is known.';
COMMENT ON COLUMN store.document_entities.wikidata_id IS 'Wikidata item where it is certain; else NULL.';

COMMENT ON TABLE store.entities IS 'A row per entity that at least one document names: store.document_entities summed up.';
COMMENT ON COLUMN store.entities.entity_id IS 'The entity''s id, made from its kind and name.';
COMMENT ON COLUMN store.entities.name IS 'Canonical English name.';
COMMENT ON COLUMN store.entities.kind IS 'state, organisation, person, place, group or other.';
COMMENT ON COLUMN store.entities.iso3 IS 'ISO 3166-1 alpha-3 code of a state, or of the one state that a person, body, place or group belongs to; NULL where none is known.';
COMMENT ON COLUMN store.entities.wikidata_id IS 'Wikidata item where it is certain; else NULL.';

COMMENT ON TABLE store.mentions IS 'A row per place in a document that names an entity.';
COMMENT ON COLUMN store.mentions.mention_id IS 'The mention''s id, made from its place and entity.';
COMMENT ON COLUMN store.mentions.document_id IS 'The document.';
COMMENT ON COLUMN store.mentions.entity_id IS 'The entity that is named.';
COMMENT ON COLUMN store.mentions.text IS 'The words, verbatim.';
COMMENT ON COLUMN store.mentions.label IS 'The label that the recogniser or the lexicon gave.';
COMMENT ON COLUMN store.mentions.start_char IS 'First character in the document''s text, from 0.';
COMMENT ON COLUMN store.mentions.end_char IS 'The character after the last.';

COMMENT ON TABLE store.records IS 'A row per record as the machine found it: one promisor group and one act, with its evidence.';
COMMENT ON COLUMN store.records.record_id IS 'The record''s id, made from its document, place and force.';
COMMENT ON COLUMN store.records.document_id IS 'The document that holds the evidence.';
COMMENT ON COLUMN store.records.sentence IS 'The sentence, verbatim.';
COMMENT ON COLUMN store.records.sentence_start IS 'First character of the sentence in the document''s text, from 0.';
COMMENT ON COLUMN store.records.sentence_end IS 'The character after the sentence''s last.';
COMMENT ON COLUMN store.records.action IS 'What is promised, verbatim, from the acting verb to the end of its objects.';
COMMENT ON COLUMN store.records.start_char IS 'First character of the action in the document''s text, from 0.';
COMMENT ON COLUMN store.records.end_char IS 'The character after the action''s last.';
COMMENT ON COLUMN store.records.force IS 'obligation, agreement, pledge, plan, offer, refusal, threat, request or fulfilment.';
COMMENT ON COLUMN store.records.promisors IS 'Canonical names of those who bind themselves (of those asked, for a request); never empty.';
COMMENT ON COLUMN store.records.beneficiaries IS 'Canonical names of those whom the act is for, or against for a threat; empty where none is stated.';
COMMENT ON COLUMN store.records.requested_by IS 'Canonical names of those who ask; empty for any force but request.';
COMMENT ON COLUMN store.records.polarity IS 'positive, or negative where the promise is not to act.';
COMMENT ON COLUMN store.records.certainty IS 'certain, probable or possible: how sure the text puts the act.';
COMMENT ON COLUMN store.records.category IS 'military, security_guarantee, financial, humanitarian, reconstruction, membership, diplomatic, intelligence, sanctions, economic, energy_climate, nuclear_arms, justice, peace, social or other.';
COMMENT ON COLUMN store.records.amount IS 'How much, in the unit beside it; NULL where no number is given.';
COMMENT ON COLUMN store.records.unit IS 'ISO 4217 currency code, or the thing counted; NULL without an amount or where the thing is unnamed.';
COMMENT ON COLUMN store.records.due_text IS 'The words that date the act or say how long it lasts; NULL where there are none.';
COMMENT ON COLUMN store.records.due_start IS 'First day that those words mean; NULL where open or unresolved.';
COMMENT ON COLUMN store.records.due_end IS 'Last day that those words mean; NULL where open or unresolved.';
COMMENT ON COLUMN store.records.condition IS 'The words on which the act depends; NULL where there are none.';
COMMENT ON COLUMN store.records.speaker IS 'Who said it: a canonical name, several joined where they say it together (''Peru and Chile''), or the description of somebody unnamed; where the text itself speaks, the body whose text it is, if known; NULL where nobody is cited.';
COMMENT ON COLUMN store.records.speaker_type IS 'named, anonymous, author (the reporter says it) or document (the text itself speaks).';
COMMENT ON COLUMN store.records.direct IS 'Whether the action stands inside quotation marks.';
COMMENT ON COLUMN store.records.confidence IS 'Calibrated probability, 0 to 1, that an annotator would keep the record.';
COMMENT ON COLUMN store.records.rule_id IS 'The rule that decided the force.';

COMMENT ON TABLE store.cues IS 'A row per rule that fired on words for a record, kept as evidence of its fields.';
COMMENT ON COLUMN store.cues.record_id IS 'The record.';
COMMENT ON COLUMN store.cues.document_id IS 'The record''s document.';
COMMENT ON COLUMN store.cues.position IS 'Cues of the record in the order in which they were found, from 0.';
COMMENT ON COLUMN store.cues.rule_id IS 'The rule.';
COMMENT ON COLUMN store.cues.role IS 'The field that it speaks for: force, promisor, beneficiary, certainty, polarity, condition, time, amount, category, attribution or quotation.';
COMMENT ON COLUMN store.cues.start_char IS 'First character of the words in the document''s text, from 0.';
COMMENT ON COLUMN store.cues.end_char IS 'The character after the last.';

COMMENT ON TABLE store.quarantine IS 'A row per input, or part of one, that a run set aside.';
COMMENT ON COLUMN store.quarantine.run_id IS 'The run.';
COMMENT ON COLUMN store.quarantine.number IS 'Rows of the run in the order of their stages, from 0.';
COMMENT ON COLUMN store.quarantine.source_name IS 'The JSON Lines id, else the file''s name.';
COMMENT ON COLUMN store.quarantine.uri IS 'The input''s URI.';
COMMENT ON COLUMN store.quarantine.stage IS 'The step that set it aside: ingest, extract, validate or load.';
COMMENT ON COLUMN store.quarantine.reason IS 'empty, binary, encoding, broken_json, broken_metadata, duplicate_id, too_large, unsupported, unreadable, unsafe, no_text_layer, language, extractor_failed, timeout or invalid_record.';
COMMENT ON COLUMN store.quarantine.detail IS 'What happened, in words, with file and line where there is one.';
COMMENT ON COLUMN store.quarantine.sha256 IS 'SHA-256 of the bytes; NULL where none could be read.';

COMMENT ON TABLE store.ledger_lines IS 'A row per ledger line: the records of one commitment, across and within documents.';
COMMENT ON COLUMN store.ledger_lines.ledger_id IS 'The line''s id.';
COMMENT ON COLUMN store.ledger_lines.parent_id IS 'The line of a group that this line is a member''s share of; else NULL.';
COMMENT ON COLUMN store.ledger_lines.n_linked IS 'How many records linking put in it, 0 if its parent is gone since; a line with another number of records is linked again.';

COMMENT ON TABLE store.ledger_records IS 'A row per record in a ledger line, as linking joined them.';
COMMENT ON COLUMN store.ledger_records.ledger_id IS 'The line.';
COMMENT ON COLUMN store.ledger_records.record_id IS 'The record; in one line only.';
COMMENT ON COLUMN store.ledger_records.joined_by IS 'The features that joined the record to the line; empty for the record that opened it.';
COMMENT ON COLUMN store.ledger_records.joined_to IS 'The record of the line with which those features were compared; NULL for the record that opened it.';
COMMENT ON COLUMN store.ledger_records.score IS 'How surely it belongs there, 0 to 1; 1 for the record that opened the line.';

COMMENT ON TABLE store.first_seen IS 'A row per record that was ever found; it outlives the record, so that one found again is not new.';
COMMENT ON COLUMN store.first_seen.record_id IS 'The record.';
COMMENT ON COLUMN store.first_seen.run_id IS 'The run that found it first, or the same act in the same sentence of an earlier version of its document.';

COMMENT ON TABLE store.verdicts IS 'A row per verdict of an analyst: a mirror of the journal of verdicts beside the published file.';
COMMENT ON COLUMN store.verdicts.verdict_id IS 'The verdict''s id, made from its content.';
COMMENT ON COLUMN store.verdicts.number IS 'Verdicts in the order in which they were given, from 1; the last one on a field counts.';
COMMENT ON COLUMN store.verdicts.verdict IS 'accept, reject, correct, merge, split or add.';
COMMENT ON COLUMN store.verdicts.commitment_id IS 'The record that was judged, under the id it had then; NULL for an added one.';
COMMENT ON COLUMN store.verdicts.document_id IS 'The document that holds the evidence, as it was then.';
COMMENT ON COLUMN store.verdicts.uri IS 'The document''s URI, to find the evidence in a later version.';
COMMENT ON COLUMN store.verdicts.sentence IS 'The sentence that was judged, verbatim.';
COMMENT ON COLUMN store.verdicts.sentence_start IS 'First character of the sentence in the document''s text, from 0.';
COMMENT ON COLUMN store.verdicts.action IS 'The action that was judged, verbatim.';
COMMENT ON COLUMN store.verdicts.start_char IS 'First character of the action in the document''s text, from 0.';
COMMENT ON COLUMN store.verdicts.end_char IS 'The character after the action''s last.';
COMMENT ON COLUMN store.verdicts.fields IS 'For correct and add the right values by field, a JSON object of texts; else {}.';
COMMENT ON COLUMN store.verdicts.merge_with IS 'For merge a commitment whose ledger line this one''s line joins; else NULL.';
COMMENT ON COLUMN store.verdicts.reviewed_by IS 'Who gave the verdict.';
COMMENT ON COLUMN store.verdicts.reviewed_at IS 'When (UTC).';
COMMENT ON COLUMN store.verdicts.note IS 'What the analyst noted; NULL where nothing.';

COMMENT ON TABLE store.verdict_records IS 'A row per verdict that bears on a record that is there now; found anew in each load.';
COMMENT ON COLUMN store.verdict_records.verdict_id IS 'The verdict.';
COMMENT ON COLUMN store.verdict_records.record_id IS 'The record whose evidence it judged.';

COMMENT ON TABLE store.corrections IS 'A row per field of a record that an analyst set right; the last verdict on it counts.';
COMMENT ON COLUMN store.corrections.record_id IS 'The record.';
COMMENT ON COLUMN store.corrections.field IS 'The field: a column of store.records.';
COMMENT ON COLUMN store.corrections.value IS 'Its right value as text, names as a JSON list; NULL means that the text gives none.';
COMMENT ON COLUMN store.corrections.verdict_id IS 'The verdict that counts.';

COMMENT ON TABLE store.added_records IS 'A row per record that an analyst added, that the machine did not find and whose evidence is in a document.';
COMMENT ON COLUMN store.added_records.record_id IS 'The record''s id, made from its document, place and force.';
COMMENT ON COLUMN store.added_records.document_id IS 'The document that holds the evidence.';
COMMENT ON COLUMN store.added_records.sentence IS 'The sentence, verbatim.';
COMMENT ON COLUMN store.added_records.sentence_start IS 'First character of the sentence in the document''s text, from 0.';
COMMENT ON COLUMN store.added_records.sentence_end IS 'The character after the sentence''s last.';
COMMENT ON COLUMN store.added_records.action IS 'What is promised, verbatim, from the acting verb to the end of its objects.';
COMMENT ON COLUMN store.added_records.start_char IS 'First character of the action in the document''s text, from 0.';
COMMENT ON COLUMN store.added_records.end_char IS 'The character after the action''s last.';
COMMENT ON COLUMN store.added_records.force IS 'obligation, agreement, pledge, plan, offer, refusal, threat, request or fulfilment.';
COMMENT ON COLUMN store.added_records.promisors IS 'Canonical names of those who bind themselves (of those asked, for a request); never empty.';
COMMENT ON COLUMN store.added_records.beneficiaries IS 'Canonical names of those whom the act is for, or against for a threat; empty where none is stated.';
COMMENT ON COLUMN store.added_records.requested_by IS 'Canonical names of those who ask; empty for any force but request.';
COMMENT ON COLUMN store.added_records.polarity IS 'positive, or negative where the promise is not to act.';
COMMENT ON COLUMN store.added_records.certainty IS 'certain, probable or possible: how sure the text puts the act.';
COMMENT ON COLUMN store.added_records.category IS 'military, security_guarantee, financial, humanitarian, reconstruction, membership, diplomatic, intelligence, sanctions, economic, energy_climate, nuclear_arms, justice, peace, social or other.';
COMMENT ON COLUMN store.added_records.amount IS 'How much, in the unit beside it; NULL where no number is given.';
COMMENT ON COLUMN store.added_records.unit IS 'ISO 4217 currency code, or the thing counted; NULL without an amount or where the thing is unnamed.';
COMMENT ON COLUMN store.added_records.due_text IS 'The words that date the act or say how long it lasts; NULL where there are none.';
COMMENT ON COLUMN store.added_records.due_start IS 'First day that those words mean; NULL where open or unresolved.';
COMMENT ON COLUMN store.added_records.due_end IS 'Last day that those words mean; NULL where open or unresolved.';
COMMENT ON COLUMN store.added_records.condition IS 'The words on which the act depends; NULL where there are none.';
COMMENT ON COLUMN store.added_records.speaker IS 'Who said it: a canonical name, several joined where they say it together (''Peru and Chile''), or the description of somebody unnamed; where the text itself speaks, the body whose text it is, if known; NULL where nobody is cited.';
COMMENT ON COLUMN store.added_records.speaker_type IS 'named, anonymous, author (the reporter says it) or document (the text itself speaks).';
COMMENT ON COLUMN store.added_records.direct IS 'Whether the action stands inside quotation marks.';
COMMENT ON COLUMN store.added_records.confidence IS 'Always 1.';
COMMENT ON COLUMN store.added_records.rule_id IS 'Always analyst.';

COMMENT ON TABLE store.ledger_overrides IS 'A row per record that analysts moved to another ledger line.';
COMMENT ON COLUMN store.ledger_overrides.record_id IS 'The record.';
COMMENT ON COLUMN store.ledger_overrides.ledger_id IS 'The line it stands in instead of that of store.ledger_records.';

COMMENT ON TABLE store.copies IS 'A row per source that repeats a document, as a run last saw it: the same text or nearly the same.';
COMMENT ON COLUMN store.copies.uri IS 'The metadata''s URL, else the file''s URI; a source is known by it.';
COMMENT ON COLUMN store.copies.source_name IS 'The JSON Lines id, else the file''s name.';
COMMENT ON COLUMN store.copies.title IS 'The title; NULL where none is known.';
COMMENT ON COLUMN store.copies.publisher IS 'Who published the copy; NULL where unknown.';
COMMENT ON COLUMN store.copies.author IS 'Who wrote it; NULL where unknown.';
COMMENT ON COLUMN store.copies.published_on IS 'Day of its publication; NULL where nothing dates it.';
COMMENT ON COLUMN store.copies.sha256 IS 'SHA-256 of the bytes that the copy was read from.';
COMMENT ON COLUMN store.copies.text_sha256 IS 'SHA-256 of its text in UTF-8.';
COMMENT ON COLUMN store.copies.copy_of IS 'The document that it repeats, whose records stand for both.';
COMMENT ON COLUMN store.copies.same_text IS 'Whether the text is the same to the letter.';
COMMENT ON COLUMN store.copies.similarity IS 'The share of the words of both that they have in common, in the same order; 1 for the same text.';
COMMENT ON COLUMN store.copies.run_id IS 'The run that last saw it.';
COMMENT ON COLUMN store.copies.fingerprint IS 'SHA-256 of all that ingestion says of the copy; NULL in books that did not keep it yet.';

COMMENT ON TABLE store.signatures IS 'A row per document of 25 words or more: numbers that near-duplicates have in common.';
COMMENT ON COLUMN store.signatures.document_id IS 'The document.';
COMMENT ON COLUMN store.signatures.method IS 'How the numbers were made; those of another method are made anew.';
COMMENT ON COLUMN store.signatures.bands IS 'Hashes of stretches of the MinHash of the document''s runs of three words.';

COMMENT ON TABLE store.readings IS 'A row per document or refusal that a file gave when it was last read: the same bytes are not read again.';
COMMENT ON COLUMN store.readings.source_uri IS 'The file.';
COMMENT ON COLUMN store.readings.source_key IS 'Digest of the file''s bytes and of all else that it was read by: name, sidecar, limits, the readers themselves.';
COMMENT ON COLUMN store.readings.number IS 'Its items in the order in which they were read, from 0.';
COMMENT ON COLUMN store.readings.source_name IS 'The JSON Lines id, else the file''s name.';
COMMENT ON COLUMN store.readings.uri IS 'The metadata''s URL, else the file''s URI.';
COMMENT ON COLUMN store.readings.sha256 IS 'SHA-256 of the raw bytes of the item; NULL where a refusal has none.';
COMMENT ON COLUMN store.readings.draft_key IS 'Digest of all that the document was made from; NULL for a refusal, as the next columns.';
COMMENT ON COLUMN store.readings.identifier IS 'The id that the metadata gave it; NULL where there is none.';
COMMENT ON COLUMN store.readings.place IS 'How a message names it.';
COMMENT ON COLUMN store.readings.document_id IS 'The id of the document, which the book may hold as a copy or not at all.';
COMMENT ON COLUMN store.readings.text_sha256 IS 'SHA-256 of its text in UTF-8.';
COMMENT ON COLUMN store.readings.fingerprint IS 'SHA-256 of all that ingestion says of it.';
COMMENT ON COLUMN store.readings.published_on IS 'Day of publication; NULL where nothing dates it.';
COMMENT ON COLUMN store.readings.reason IS 'Why the item was set aside: empty, binary, encoding, broken_json, broken_metadata, duplicate_id, too_large, unsupported, unreadable, unsafe, no_text_layer, language, extractor_failed, timeout or invalid_record; NULL for a document.';
COMMENT ON COLUMN store.readings.detail IS 'What was wrong, in words; NULL for a document.';

COMMENT ON TABLE store.link_keys IS 'A row per linked record: by what linking finds it again. Kept in the build file, empty in the published one.';
COMMENT ON COLUMN store.link_keys.record_id IS 'The record.';
COMMENT ON COLUMN store.link_keys.version IS 'The linker that made the keys; another one links every record anew.';
COMMENT ON COLUMN store.link_keys.keys IS 'Hashes of the parties and words that it shares with those it may be joined to; none where it repeats the words of the record that it is joined to.';

COMMENT ON TABLE store.link_pairs IS 'A row per pair of records that linking found likely to be one commitment, each the first of all that say the same. Kept in the build file, empty in the published one.';
COMMENT ON COLUMN store.link_pairs.one IS 'The record that is published earlier.';
COMMENT ON COLUMN store.link_pairs.other IS 'The other record.';
COMMENT ON COLUMN store.link_pairs.score IS 'How likely the two are one commitment, 0.2 to 1.';
