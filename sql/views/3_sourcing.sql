-- Grain: a row per publisher; documents of unknown publishers are one row.
CREATE VIEW sourcing AS
SELECT
    r.publisher, count(*) AS n_commitments,
    count(*) FILTER (r.speaker_type = 'named') AS n_named,
    count(*) FILTER (r.speaker_type = 'anonymous') AS n_anonymous,
    count(*) FILTER (r.speaker_type = 'author') AS n_author,
    count(*) FILTER (r.speaker_type = 'document') AS n_document,
    count(*) FILTER (r.speaker_type = 'anonymous') / count(*) AS anonymous_share,
    count(*) FILTER (r.direct) / count(*) AS direct_share
FROM commitments AS c
JOIN records AS r ON r.record_id = c.commitment_id
GROUP BY r.publisher;

COMMENT ON VIEW sourcing IS 'A row per publisher: who stands behind the commitments that it reports.';
COMMENT ON COLUMN sourcing.publisher IS 'Who published the documents; NULL where unknown.';
COMMENT ON COLUMN sourcing.n_commitments IS 'Commitments in its documents.';
COMMENT ON COLUMN sourcing.n_named IS 'Those said by somebody named.';
COMMENT ON COLUMN sourcing.n_anonymous IS 'Those said by somebody unnamed.';
COMMENT ON COLUMN sourcing.n_author IS 'Those that the reporter tells, citing nobody.';
COMMENT ON COLUMN sourcing.n_document IS 'Those that the text itself makes, as a treaty or communiqué does.';
COMMENT ON COLUMN sourcing.anonymous_share IS 'n_anonymous / n_commitments, 0 to 1.';
COMMENT ON COLUMN sourcing.direct_share IS 'Share of commitments that stand inside quotation marks, 0 to 1.';
