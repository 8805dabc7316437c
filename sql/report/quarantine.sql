-- Grain: a row per reason for which the last run set inputs aside.
SELECT reason, count(*) AS n
FROM quarantine
WHERE run_id = (SELECT max_by(run_id, number) FROM runs)
GROUP BY reason
ORDER BY n DESC, reason
