-- How do these texts look as event data?
SELECT event_date, source, target, event_type, cameo_code, count(*) AS n
FROM plover_events
WHERE source IS NOT NULL AND target IS NOT NULL
GROUP BY ALL
ORDER BY event_date DESC NULLS LAST, n DESC, source, target, event_type, cameo_code
LIMIT 20;
