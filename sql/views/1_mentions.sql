-- Grain: a row per place in a document that names an entity.
CREATE VIEW mentions AS
SELECT mention_id, document_id, entity_id, text, label, start_char, end_char
FROM store.mentions;

COMMENT ON VIEW mentions IS 'A row per place in a document that names an entity.';
COMMENT ON COLUMN mentions.mention_id IS 'The mention''s id, made from its place and entity.';
COMMENT ON COLUMN mentions.document_id IS 'The document.';
COMMENT ON COLUMN mentions.entity_id IS 'The entity that is named.';
COMMENT ON COLUMN mentions.text IS 'The words, verbatim.';
COMMENT ON COLUMN mentions.label IS 'The label that the recogniser or the lexicon gave.';
COMMENT ON COLUMN mentions.start_char IS 'First character in documents.text, from 0.';
COMMENT ON COLUMN mentions.end_char IS 'The character after the last.';
