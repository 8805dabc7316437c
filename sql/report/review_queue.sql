-- Grain: a row per record that no analyst looked at, the $most least certain and the $most newest; ranks from 1.
WITH ranked AS (
    SELECT
        record_id,
        row_number() OVER (ORDER BY confidence, record_id) AS doubtful,
        row_number() OVER (ORDER BY published_on DESC NULLS LAST, record_id) AS newest
    FROM records
    WHERE verdict IS NULL
)
SELECT record_id, doubtful, newest FROM ranked WHERE doubtful <= $most OR newest <= $most ORDER BY doubtful
