-- What extraction left for the planned documents. The loader has registered planned, staged_documents,
-- staged_extractions and staged_quarantine, and set run_id, started_at, finished_at, extractor_version.

CREATE OR REPLACE TEMP TABLE extracted AS
SELECT e.document_id
FROM staged_extractions AS e
JOIN planned AS p USING (document_id)
WHERE p.extract;

CREATE OR REPLACE TEMP TABLE set_aside AS
SELECT
    row_number() OVER (ORDER BY list_position(['ingest', 'extract', 'validate', 'load'], stage)) - 1 AS number,
    source_name, uri, stage, reason, detail, sha256
FROM staged_quarantine;

CREATE OR REPLACE TEMP TABLE failed AS
SELECT p.document_id, min_by(q, q.number) AS why
FROM planned AS p
JOIN set_aside AS q USING (source_name, uri)
WHERE p.extract AND q.stage <> 'ingest' AND p.document_id NOT IN (SELECT document_id FROM extracted)
GROUP BY p.document_id;

-- Documents for which no step left anything: the loader refuses to go on if there is one.
CREATE OR REPLACE TEMP TABLE lost AS
SELECT source_name
FROM planned
WHERE extract
  AND document_id NOT IN (SELECT document_id FROM extracted)
  AND document_id NOT IN (SELECT document_id FROM failed);
