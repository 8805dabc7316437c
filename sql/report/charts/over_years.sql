-- Promises made, promises due and acts delivered, by year, until five years after the last document; of more than a hundred years those that hold any
WITH dated AS (
    SELECT year(day) AS year, event FROM timeline
), span AS (
    SELECT min(year(published_on)) AS first, max(year(published_on)) + 5 AS last FROM documents
), every_year AS (
    SELECT unnest(range(first, last + 1)) AS year, last - first >= 100 AS is_too_long FROM span
), years AS (
    SELECT year
    FROM every_year
    WHERE NOT is_too_long OR year IN (SELECT year FROM dated WHERE event IN ('promised', 'due', 'delivered'))
)
SELECT CAST(y.year AS INTEGER) AS year, e.event, count(d.event) AS events
FROM years AS y
CROSS JOIN (SELECT unnest(['promised', 'due', 'delivered']) AS event) AS e
LEFT JOIN dated AS d ON d.year = y.year AND d.event = e.event
GROUP BY ALL
ORDER BY year, e.event
