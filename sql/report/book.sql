-- Grain: one row, the book as a whole.
SELECT
    'book_' || left(sha256((SELECT min_by(run_id, number) FROM runs)), 16) AS id,
    (SELECT count(*) FROM documents) AS n_documents,
    (SELECT count(DISTINCT publisher) FROM documents) AS n_publishers,
    (SELECT min(published_on) FROM documents) AS first_published,
    (SELECT max(published_on) FROM documents) AS last_published,
    (SELECT count(*) FROM commitments) AS n_commitments,
    (SELECT count(*) FROM commitments WHERE speaker_type = 'anonymous') AS n_anonymous,
    (SELECT count(*) FROM records) AS n_records,
    (SELECT count(*) FROM records WHERE verdict IS NOT NULL) AS n_reviewed,
    (SELECT count(*) FROM ledger) AS n_lines,
    (SELECT count(*) FROM ledger WHERE n_documents > 1) AS n_lines_in_several,
    (SELECT CAST(max(finished_at) AS DATE) FROM runs) AS read_on,
    (SELECT max_by(extractor_version, number) FROM runs) AS extractor_version
