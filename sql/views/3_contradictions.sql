-- Grain: that of sql/derived/3_contradictions.sql, as it was when the book was published.
CREATE VIEW contradictions AS
FROM derived.contradictions;

COMMENT ON VIEW contradictions IS 'A row per pair of records of the same promisor on the same act, one to act (a commitment or a fulfilment) and one not to act.';
COMMENT ON COLUMN contradictions.promisor IS 'Canonical name of a party that both bind; in one ledger line, of one that the first binds.';
COMMENT ON COLUMN contradictions.category IS 'The category of the commitment to act.';
COMMENT ON COLUMN contradictions.commitment_id IS 'The commitment to act.';
COMMENT ON COLUMN contradictions.action IS 'What it promises, verbatim.';
COMMENT ON COLUMN contradictions.sentence IS 'Its sentence, verbatim.';
COMMENT ON COLUMN contradictions.force IS 'Its force; fulfilment where the act is reported as done.';
COMMENT ON COLUMN contradictions.published_on IS 'Day on which it was published; NULL where undated.';
COMMENT ON COLUMN contradictions.source_name IS 'Its document''s source.';
COMMENT ON COLUMN contradictions.ledger_id IS 'Its ledger line; NULL where it is in none.';
COMMENT ON COLUMN contradictions.against_id IS 'The commitment not to act.';
COMMENT ON COLUMN contradictions.against_action IS 'What it rules out, verbatim.';
COMMENT ON COLUMN contradictions.against_sentence IS 'Its sentence, verbatim.';
COMMENT ON COLUMN contradictions.against_published_on IS 'Day on which it was published; NULL where undated.';
COMMENT ON COLUMN contradictions.against_source_name IS 'Its document''s source.';
COMMENT ON COLUMN contradictions.against_ledger_id IS 'Its ledger line; NULL where it is in none.';
COMMENT ON COLUMN contradictions.overlap IS 'Share of the shorter action''s telling words behind the verb that both hold, above 0 to 1.';
COMMENT ON COLUMN contradictions.same_line IS 'Whether both stand in one ledger line.';
