-- What was found in a document is replaced as a whole, and goes away with the version it was found in.

CREATE OR REPLACE TEMP TABLE outdated AS
SELECT document_id FROM replaced
UNION
SELECT document_id FROM extracted;

CREATE OR REPLACE TEMP TABLE touched_entities AS
SELECT DISTINCT entity_id FROM store.document_entities SEMI JOIN outdated USING (document_id);

-- When the words of what goes away were first found, so that they are not new where a changed document, or a
-- newer extractor, has them still.
CREATE OR REPLACE TEMP TABLE known_words AS
SELECT
    coalesce(v.replaced_by, r.document_id) AS document_id, r.sentence, r.action,
    min_by(f.run_id, u.number) AS run_id
FROM store.records AS r
SEMI JOIN outdated AS o ON o.document_id = r.document_id
JOIN store.first_seen AS f ON f.record_id = r.record_id
JOIN store.runs AS u ON u.run_id = f.run_id
LEFT JOIN replaced AS v ON v.document_id = r.document_id
GROUP BY ALL;

DELETE FROM store.extractions WHERE document_id IN (SELECT document_id FROM outdated);
DELETE FROM store.document_entities WHERE document_id IN (SELECT document_id FROM outdated);
DELETE FROM store.mentions WHERE document_id IN (SELECT document_id FROM outdated);
DELETE FROM store.records WHERE document_id IN (SELECT document_id FROM outdated);
DELETE FROM store.cues WHERE document_id IN (SELECT document_id FROM outdated);

-- The records that were found; slices/extractions.sql, which the loader runs for some parts at a time, fills it.
CREATE OR REPLACE TEMP TABLE found (record_id VARCHAR);
