-- Grain: a row per source that repeats a document of the book.
CREATE VIEW copies AS
SELECT
    c.uri, c.source_name, c.title, c.publisher, c.published_on, c.copy_of, d.source_name AS copy_of_source,
    c.same_text, c.similarity
FROM store.copies AS c
JOIN store.documents AS d ON d.document_id = c.copy_of;

COMMENT ON VIEW copies IS 'A row per source that repeats a document: the same text or nearly the same. Its records are those of that document.';
COMMENT ON COLUMN copies.uri IS 'The metadata''s URL, else the file''s URI.';
COMMENT ON COLUMN copies.source_name IS 'The JSON Lines id, else the file''s name.';
COMMENT ON COLUMN copies.title IS 'The title of the copy; NULL where none is known.';
COMMENT ON COLUMN copies.publisher IS 'Who published the copy; NULL where unknown.';
COMMENT ON COLUMN copies.published_on IS 'Day of its publication; NULL where nothing dates it.';
COMMENT ON COLUMN copies.copy_of IS 'The document_id of the document that it repeats.';
COMMENT ON COLUMN copies.copy_of_source IS 'That document''s source_name.';
COMMENT ON COLUMN copies.same_text IS 'Whether the text is the same to the letter.';
COMMENT ON COLUMN copies.similarity IS 'The share of the words of both that they have in common, in the same order; 1 for the same text.';
