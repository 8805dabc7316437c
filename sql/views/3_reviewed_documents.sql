-- Grain: a row per document on which an analyst has given a verdict that still applies.
CREATE VIEW reviewed_documents AS
WITH judged AS (
    SELECT DISTINCT m.record_id
    FROM store.verdict_records AS m
    JOIN store.verdicts AS v USING (verdict_id)
    WHERE v.verdict IN ('accept', 'reject', 'correct', 'add')
), found AS (
    SELECT commitment_id, document_id, commitment_id IN (FROM judged) AS reviewed FROM machine_commitments
    UNION ALL
    SELECT record_id, document_id, true FROM store.added_records
)
SELECT
    f.document_id, d.source_name, count(*) FILTER (f.reviewed) AS n_reviewed,
    count(*) FILTER (NOT f.reviewed) AS n_unreviewed, bool_and(f.reviewed) AS complete
FROM found AS f
JOIN store.documents AS d USING (document_id)
GROUP BY f.document_id, d.source_name
HAVING n_reviewed > 0;

COMMENT ON VIEW reviewed_documents IS 'A row per document on which an analyst has given a verdict that still applies.';
COMMENT ON COLUMN reviewed_documents.document_id IS 'The document.';
COMMENT ON COLUMN reviewed_documents.source_name IS 'The document''s source: the JSON Lines id, else the file''s name.';
COMMENT ON COLUMN reviewed_documents.n_reviewed IS 'Commitments that were accepted, rejected, corrected or added.';
COMMENT ON COLUMN reviewed_documents.n_unreviewed IS 'Commitments that the machine found and nobody has judged.';
COMMENT ON COLUMN reviewed_documents.complete IS 'Whether every commitment that the machine found in it has been judged: then it can serve as gold.';
