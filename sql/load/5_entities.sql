-- An entity lives as long as a document names it; its codes are those that any document knows.
INSERT INTO touched_entities
SELECT DISTINCT entity_id FROM store.document_entities SEMI JOIN extracted USING (document_id);

DELETE FROM store.entities WHERE entity_id IN (SELECT entity_id FROM touched_entities);

INSERT INTO store.entities BY NAME
SELECT entity_id, min(name) AS name, min(kind) AS kind, min(iso3) AS iso3, min(wikidata_id) AS wikidata_id
FROM store.document_entities
WHERE entity_id IN (SELECT entity_id FROM touched_entities)
GROUP BY entity_id;
