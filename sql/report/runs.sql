-- Grain: a row per run, the last first; the two that say what is new.
SELECT run_id, number, started_at, finished_at, new, unchanged, changed, duplicate, quarantined
FROM runs
ORDER BY number DESC
LIMIT 2
