-- How firm is each party's word?
SELECT
    promisor, n_commitments, n_binding, n_pledges, n_soft, round(n_certain / n_commitments, 2) AS certain_share,
    n_conditional, n_fulfilments
FROM actor_scorecard
WHERE n_commitments > 0
ORDER BY n_commitments DESC, promisor
LIMIT 20;
