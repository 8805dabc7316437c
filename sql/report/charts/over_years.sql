-- Promises made, promises due and acts delivered, by year, until five years after the last document
WITH years AS (
    SELECT unnest(range(first, last + 6)) AS year
    FROM (SELECT min(year(published_on)) AS first, max(year(published_on)) AS last FROM documents)
), dated AS (
    SELECT year(day) AS year, event FROM timeline
)
SELECT CAST(y.year AS INTEGER) AS year, e.event, count(d.event) AS events
FROM years AS y
CROSS JOIN (SELECT unnest(['promised', 'due', 'delivered']) AS event) AS e
LEFT JOIN dated AS d ON d.year = y.year AND d.event = e.event
GROUP BY ALL
ORDER BY year, e.event
