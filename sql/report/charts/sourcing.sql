-- Who says it, by year of publication: somebody named, somebody unnamed, the reporter, or the text itself
SELECT CAST(year(published_on) AS INTEGER) AS year, speaker_type, count(*) AS commitments
FROM commitments
WHERE published_on IS NOT NULL
GROUP BY ALL
ORDER BY year, speaker_type
