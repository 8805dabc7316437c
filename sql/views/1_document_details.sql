-- Grain: a row per document, with how it was dated and extracted.
CREATE VIEW document_details AS
WITH replaced AS (
    SELECT uri, count(*) AS n FROM store.document_versions GROUP BY uri
), found AS (
    SELECT document_id, count(*) AS n FROM store.records GROUP BY document_id
)
SELECT
    d.document_id, d.source_name, d.uri, d.author, d.genre, d.published_on, d.published_source,
    d.published_precision, e.n_sentences, coalesce(found.n, 0) AS n_records,
    coalesce(replaced.n, 0) AS n_replaced_versions, d.run_id AS loaded_by, e.run_id AS extracted_by,
    e.extractor_version
FROM store.documents AS d
LEFT JOIN store.extractions AS e USING (document_id)
LEFT JOIN found USING (document_id)
LEFT JOIN replaced ON replaced.uri = d.uri;

COMMENT ON VIEW document_details IS 'A row per document: how it was dated, loaded and extracted.';
COMMENT ON COLUMN document_details.document_id IS 'The document.';
COMMENT ON COLUMN document_details.source_name IS 'The JSON Lines id, else the file''s name.';
COMMENT ON COLUMN document_details.uri IS 'The metadata''s URL, else the file''s URI.';
COMMENT ON COLUMN document_details.author IS 'Who wrote the document; NULL where unknown.';
COMMENT ON COLUMN document_details.genre IS 'news, press_release, communique, readout, speech, fact_sheet, treaty or other; NULL where unknown.';
COMMENT ON COLUMN document_details.published_on IS 'Day of publication; NULL where nothing dates the document.';
COMMENT ON COLUMN document_details.published_source IS 'What dated it: metadata, page, dateline or text; NULL where nothing did.';
COMMENT ON COLUMN document_details.published_precision IS 'How exact the date is: day, month or year; NULL where there is none.';
COMMENT ON COLUMN document_details.n_sentences IS 'How many sentences were read; NULL where extraction has not succeeded yet.';
COMMENT ON COLUMN document_details.n_records IS 'How many records of any force the machine found.';
COMMENT ON COLUMN document_details.n_replaced_versions IS 'How many earlier versions of the source lie in store.document_versions.';
COMMENT ON COLUMN document_details.loaded_by IS 'The run that loaded this version.';
COMMENT ON COLUMN document_details.extracted_by IS 'The run that extracted it; NULL where extraction has not succeeded yet.';
COMMENT ON COLUMN document_details.extractor_version IS 'The extractor that read it; NULL where extraction has not succeeded yet.';
