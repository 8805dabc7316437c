-- Grain: a row per state, organisation, person, place or group that at least one document names.
CREATE VIEW entities AS
SELECT entity_id, name, kind, iso3, wikidata_id
FROM store.entities;

COMMENT ON VIEW entities IS 'A row per entity that at least one document names.';
COMMENT ON COLUMN entities.entity_id IS 'The entity''s id, made from its kind and name.';
COMMENT ON COLUMN entities.name IS 'Canonical English name, as in promisors and beneficiaries.';
COMMENT ON COLUMN entities.kind IS 'state, organisation, person, place, group or other.';
COMMENT ON COLUMN entities.iso3 IS 'ISO 3166-1 alpha-3 code of a state, or of the one state that a person, body, place or group belongs to; NULL where none is known.';
COMMENT ON COLUMN entities.wikidata_id IS 'Wikidata item where it is certain; else NULL.';
