-- Grain: a row per promisor, beneficiary and category; commitments without a beneficiary have NULL for it.
CREATE VIEW pledges_between AS
WITH pairs AS (
    SELECT
        unnest(list_distinct(promisors)) AS promisor, commitment_id, document_id, category, published_on, amount, unit,
        coalesce(ledger_id, commitment_id) AS matter, polarity = 'positive' AND force NOT IN ('refusal', 'threat') AS gives,
        CASE WHEN len(beneficiaries) = 0 THEN [CAST(NULL AS TEXT)] ELSE list_distinct(beneficiaries) END AS beneficiaries
    FROM commitments
), dyads AS (
    SELECT * EXCLUDE (beneficiaries), unnest(beneficiaries) AS beneficiary FROM pairs
), largest AS (  -- a promise that is told several times counts once, with the largest sum and under its category
    SELECT promisor, beneficiary, max_by(category, (amount, commitment_id)) AS category, matter, unit, max(amount) AS amount
    FROM dyads
    WHERE gives AND regexp_full_match(unit, '[A-Z]{3}')
    GROUP BY promisor, beneficiary, matter, unit
), sums AS (
    SELECT promisor, beneficiary, category, unit, sum(amount) AS amount FROM largest GROUP BY ALL
), amounts AS (
    SELECT promisor, beneficiary, category, map_from_entries(list((unit, amount) ORDER BY unit)) AS amounts
    FROM sums
    GROUP BY ALL
), counted AS (
    SELECT
        promisor, beneficiary, category, count(*) AS n_commitments, count(DISTINCT document_id) AS n_documents,
        min(published_on) AS first_seen, max(published_on) AS last_seen
    FROM dyads
    GROUP BY ALL
)
SELECT c.*, coalesce(a.amounts, MAP {}) AS amounts
FROM counted AS c
LEFT JOIN amounts AS a
    ON a.promisor = c.promisor AND a.category = c.category AND a.beneficiary IS NOT DISTINCT FROM c.beneficiary;

COMMENT ON VIEW pledges_between IS 'A row per promisor, beneficiary and category: how many commitments, and what sums.';
COMMENT ON COLUMN pledges_between.promisor IS 'Canonical name of one who binds itself.';
COMMENT ON COLUMN pledges_between.beneficiary IS 'Canonical name of one whom the act is for, or against for a threat; NULL where none is stated.';
COMMENT ON COLUMN pledges_between.category IS 'The commitments'' category.';
COMMENT ON COLUMN pledges_between.n_commitments IS 'How many commitments.';
COMMENT ON COLUMN pledges_between.n_documents IS 'How many documents hold them.';
COMMENT ON COLUMN pledges_between.first_seen IS 'Day of the first dated document; NULL where none is dated.';
COMMENT ON COLUMN pledges_between.last_seen IS 'Day of the last dated document; NULL where none is dated.';
COMMENT ON COLUMN pledges_between.amounts IS 'Sums promised by ISO 4217 currency, without what is refused, ruled out or threatened; a ledger line counts once for each pair of parties and currency, with its largest amount and under the category of that record. A commitment of several parties counts in full for each pair of them.';
