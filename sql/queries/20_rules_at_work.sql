-- Which rules find the most, and how sure are they?
SELECT rule_id, count(*) AS n, round(avg(confidence), 2) AS mean_confidence, mode(force) AS force
FROM records
GROUP BY rule_id
ORDER BY n DESC, rule_id
LIMIT 20;
