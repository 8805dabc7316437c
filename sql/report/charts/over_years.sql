-- Promises made, promises due and acts delivered, by year, until ten years after the last document
SELECT CAST(year(day) AS INTEGER) AS year, event, count(*) AS events
FROM timeline
WHERE event IN ('promised', 'due', 'delivered')
    AND year(day) BETWEEN (SELECT min(year(published_on)) FROM documents)
        AND (SELECT max(year(published_on)) + 10 FROM documents)
GROUP BY ALL
ORDER BY year, event
