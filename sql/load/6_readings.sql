-- Files that were read to their end are known by what they gave; a file that a run met in two states is not.

CREATE OR REPLACE TEMP TABLE remembered AS
SELECT source_uri, min(source_key) AS source_key
FROM staged_sources
GROUP BY source_uri
HAVING count(DISTINCT source_key) = 1;

DELETE FROM store.readings
WHERE source_uri IN (SELECT source_uri FROM staged_readings);

INSERT INTO store.readings BY NAME
SELECT DISTINCT ON (source_uri, number) *
FROM staged_readings
JOIN remembered USING (source_uri)
ORDER BY source_uri, number;
