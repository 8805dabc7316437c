-- What was found in a document is replaced as a whole, and goes away with the version it was found in.

CREATE OR REPLACE TEMP TABLE outdated AS
SELECT document_id FROM replaced
UNION
SELECT document_id FROM extracted;

CREATE OR REPLACE TEMP TABLE touched_entities AS
SELECT DISTINCT entity_id FROM store.document_entities SEMI JOIN outdated USING (document_id);

DELETE FROM store.extractions WHERE document_id IN (SELECT document_id FROM outdated);
DELETE FROM store.document_entities WHERE document_id IN (SELECT document_id FROM outdated);
DELETE FROM store.mentions WHERE document_id IN (SELECT document_id FROM outdated);
DELETE FROM store.records WHERE document_id IN (SELECT document_id FROM outdated);
DELETE FROM store.cues WHERE document_id IN (SELECT document_id FROM outdated);

INSERT INTO store.extractions BY NAME
SELECT document_id, extractor_version, n_sentences, getvariable('run_id') AS run_id
FROM staged_extractions SEMI JOIN extracted USING (document_id);

INSERT INTO store.document_entities BY NAME
SELECT DISTINCT document_id, unnest(entities, max_depth := 2)
FROM staged_extractions SEMI JOIN extracted USING (document_id);

INSERT INTO store.mentions BY NAME
SELECT unnest(mentions, max_depth := 2)
FROM staged_extractions SEMI JOIN extracted USING (document_id);

CREATE OR REPLACE TEMP TABLE found AS
SELECT unnest(records, max_depth := 2)
FROM staged_extractions SEMI JOIN extracted USING (document_id);

INSERT INTO store.records BY NAME
SELECT * EXCLUDE (cues) FROM found;

INSERT INTO store.cues BY NAME
SELECT record_id, document_id, generate_subscripts(cues, 1) - 1 AS position, unnest(cues, max_depth := 2)
FROM found;

-- An entity lives as long as a document names it; its codes are those that any document knows.
INSERT INTO touched_entities
SELECT DISTINCT entity_id FROM store.document_entities SEMI JOIN extracted USING (document_id);

DELETE FROM store.entities WHERE entity_id IN (SELECT entity_id FROM touched_entities);

INSERT INTO store.entities BY NAME
SELECT entity_id, min(name) AS name, min(kind) AS kind, min(iso3) AS iso3, min(wikidata_id) AS wikidata_id
FROM store.document_entities
WHERE entity_id IN (SELECT entity_id FROM touched_entities)
GROUP BY entity_id;
