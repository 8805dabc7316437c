-- Grain: a row per commitment that no run up to the run named had found.
CREATE MACRO new_since(run) AS TABLE
SELECT c.*, f.run_id AS first_found_by
FROM commitments AS c
JOIN store.first_seen AS f ON f.record_id = c.commitment_id
JOIN store.runs AS r ON r.run_id = f.run_id
WHERE r.number > coalesce((SELECT number FROM store.runs AS since WHERE since.run_id = run), 0);

COMMENT ON MACRO TABLE new_since IS 'new_since(run): a row per commitment that was first found after that run; all of them for a run that is not known. What a document still says in the same words after it changed is not new. Columns: those of commitments, and first_found_by, the run that found it.';
