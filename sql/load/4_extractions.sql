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

-- The records that were found; slices/extractions.sql, which the loader runs for some parts at a time, fills it.
CREATE OR REPLACE TEMP TABLE found (record_id VARCHAR);
