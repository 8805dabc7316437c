-- Grain: a row per promisor, as named in records of any force.
CREATE VIEW actor_scorecard AS
WITH named AS (
    SELECT unnest(list_distinct(r.promisors)) AS promisor, r.* FROM records AS r
), counted AS (
    SELECT
        promisor,
        count(*) FILTER (force NOT IN ('request', 'fulfilment')) AS n_commitments,
        count(DISTINCT ledger_id) AS n_ledger_lines,
        count(*) FILTER (force IN ('obligation', 'agreement')) AS n_binding,
        count(*) FILTER (force = 'pledge') AS n_pledges,
        count(*) FILTER (force IN ('plan', 'offer')) AS n_soft,
        count(*) FILTER (force = 'refusal') AS n_refusals,
        count(*) FILTER (force = 'threat') AS n_threats,
        count(*) FILTER (force = 'request') AS n_requests_received,
        count(*) FILTER (force = 'fulfilment') AS n_fulfilments,
        count(*) FILTER (force NOT IN ('request', 'fulfilment') AND certainty = 'certain') AS n_certain,
        count(*) FILTER (force NOT IN ('request', 'fulfilment') AND condition IS NOT NULL) AS n_conditional,
        count(*) FILTER (force NOT IN ('request', 'fulfilment') AND due_end IS NOT NULL) AS n_dated,
        count(*) FILTER (force NOT IN ('request', 'fulfilment') AND speaker_type = 'anonymous') AS n_anonymous,
        min(published_on) AS first_seen, max(published_on) AS last_seen
    FROM named
    GROUP BY promisor
), lines AS (
    SELECT
        promisor, count(*) FILTER (status = 'delivered') AS n_delivered,
        count(*) FILTER (status IN ('withdrawn', 'contradicted')) AS n_withdrawn
    FROM (SELECT unnest(list_distinct(promisors)) AS promisor, status FROM ledger)
    GROUP BY promisor
)
SELECT counted.*, coalesce(n_delivered, 0) AS n_delivered, coalesce(n_withdrawn, 0) AS n_withdrawn
FROM counted
LEFT JOIN lines USING (promisor);

COMMENT ON VIEW actor_scorecard IS 'A row per promisor: how much it committed itself to, how firmly, and what came of it.';
COMMENT ON COLUMN actor_scorecard.promisor IS 'Canonical name.';
COMMENT ON COLUMN actor_scorecard.n_commitments IS 'Records of the seven commitment forces.';
COMMENT ON COLUMN actor_scorecard.n_ledger_lines IS 'Ledger lines that those and its other records stand in.';
COMMENT ON COLUMN actor_scorecard.n_binding IS 'Obligations and agreements among them.';
COMMENT ON COLUMN actor_scorecard.n_pledges IS 'Pledges among them.';
COMMENT ON COLUMN actor_scorecard.n_soft IS 'Plans and offers among them.';
COMMENT ON COLUMN actor_scorecard.n_refusals IS 'Refusals among them.';
COMMENT ON COLUMN actor_scorecard.n_threats IS 'Threats among them.';
COMMENT ON COLUMN actor_scorecard.n_requests_received IS 'Requests that others made of it.';
COMMENT ON COLUMN actor_scorecard.n_fulfilments IS 'Acts of its that are reported as done.';
COMMENT ON COLUMN actor_scorecard.n_certain IS 'Commitments that the text puts as certain.';
COMMENT ON COLUMN actor_scorecard.n_conditional IS 'Commitments that depend on a condition.';
COMMENT ON COLUMN actor_scorecard.n_dated IS 'Commitments with a day by which they are due.';
COMMENT ON COLUMN actor_scorecard.n_anonymous IS 'Commitments that only somebody unnamed tells of.';
COMMENT ON COLUMN actor_scorecard.first_seen IS 'Day of the first dated document that names it so; NULL where none is dated.';
COMMENT ON COLUMN actor_scorecard.last_seen IS 'Day of the last dated document that names it so; NULL where none is dated.';
COMMENT ON COLUMN actor_scorecard.n_delivered IS 'Ledger lines with the status delivered among whose last stated promisors it is, those that only tell of a deed too.';
COMMENT ON COLUMN actor_scorecard.n_withdrawn IS 'Ledger lines that are withdrawn or contradicted and among whose last stated promisors it is.';
