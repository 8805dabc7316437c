-- Grain: a row per document, the version of each source that counts.
CREATE VIEW documents AS
SELECT document_id, source_name, uri, title, publisher, published_on, language, text, sha256, n_chars
FROM store.documents;

COMMENT ON VIEW documents IS 'A row per document: the version of each source that counts.';
COMMENT ON COLUMN documents.document_id IS 'The document''s id, made from its source name and text.';
COMMENT ON COLUMN documents.source_name IS 'The JSON Lines id, else the file''s name.';
COMMENT ON COLUMN documents.uri IS 'The metadata''s URL, else the file''s URI.';
COMMENT ON COLUMN documents.title IS 'The title; NULL where none is known.';
COMMENT ON COLUMN documents.publisher IS 'Who published the document; NULL where unknown.';
COMMENT ON COLUMN documents.published_on IS 'Day of publication; NULL where nothing dates the document.';
COMMENT ON COLUMN documents.language IS 'Language of the text, an ISO 639-1 code.';
COMMENT ON COLUMN documents.text IS 'The cleaned text that every offset indexes, in characters from 0.';
COMMENT ON COLUMN documents.sha256 IS 'SHA-256 of the bytes that the document was read from.';
COMMENT ON COLUMN documents.n_chars IS 'Length of the text in characters.';
