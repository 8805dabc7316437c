-- Grain: a row per pair of records of the same promisor on the same act, one to act and one not to act.
-- Two actions are the same act where their first telling word, the verb as a rule, has the same stem and
-- the other telling words are the same, or two and two thirds of those of what is ruled out are in what is
-- promised, in one ledger line half. A no that says more than that rules out something else. Pairs are met through
-- promisor and first word: comparing every pair is quadratic.
WITH words (kind, list) AS (
    VALUES
        ('empty', [  -- say nothing of the matter, alone or as the first word of an action
            'a', 'about', 'action', 'actions', 'again', 'ahead', 'all', 'also', 'an', 'and', 'any', 'anyone',
            'anything', 'are', 'around', 'as', 'at', 'away', 'back', 'be', 'because', 'been', 'begin', 'but', 'by', 'can',
            'continue', 'could', 'do', 'does', 'doing', 'done', 'down', 'ever', 'everything', 'for', 'forward',
            'from', 'get', 'getting', 'go', 'going', 'had', 'happen', 'has', 'have', 'he', 'help', 'her', 'here',
            'him', 'his', 'i', 'if', 'in', 'into', 'is', 'it', 'its', 'just', 'keep', 'let', 'make', 'making', 'may',
            'me', 'measures', 'more', 'move', 'moving', 'my', 'need', 'now', 'of', 'off', 'on', 'one', 'or', 'other',
            'our', 'out', 'over', 'remain', 'see', 'shall', 'she', 'so', 'something', 'stand', 'standing', 'start',
            'stay', 'step', 'steps', 'still', 'such', 'sure', 'take', 'taking', 'than', 'that', 'the', 'their',
            'them', 'there', 'these', 'they', 'thing', 'things', 'this', 'those', 'through', 'to', 'today',
            'together', 'tomorrow', 'try', 'trying', 'up', 'us', 'very', 'want', 'was', 'way', 'we', 'well', 'were',
            'what', 'when', 'which', 'who', 'will', 'with', 'work', 'working', 'would', 'you', 'your']),
        ('turning', [  -- turn or narrow the sense of an action, or only say what a rule extends to
            'against', 'apply', 'applies', 'avoid', 'ban', 'block', 'deny', 'end', 'except', 'neither', 'never', 'no', 'nobody',
            'none', 'nor', 'not', 'nothing', 'only', 'oppose', 'prevent', 'prohibit', 'refuse', 'reject', 'silent', 'stop',
            'subject', 'tolerate', 'unless', 'waver', 'without'])
), irregular (verb) AS (
    VALUES (MAP {
        'became': 'become', 'begun': 'begin', 'bought': 'buy', 'brought': 'bring', 'built': 'build', 'cut': 'cut',
        'drawn': 'draw', 'fought': 'fight', 'gave': 'give', 'given': 'give', 'held': 'hold', 'kept': 'keep', 'led': 'lead',
        'left': 'leave', 'lent': 'lend', 'let': 'let', 'made': 'make', 'met': 'meet', 'paid': 'pay', 'ran': 'run',
        'sent': 'send', 'sold': 'sell', 'spent': 'spend', 'stood': 'stand', 'taken': 'take', 'took': 'take',
        'withdrawn': 'withdraw', 'withdrew': 'withdraw', 'withheld': 'withhold', 'written': 'write'})
), acts AS (
    SELECT
        record_id, promisors, beneficiaries, category, ledger_id, polarity,
        regexp_extract_all(replace(lower(action), '’', ''''), '[[:alpha:]][[:alpha:]''-]*') AS spoken
    FROM records
    WHERE force NOT IN ('request', 'threat')
), told AS (
    SELECT
        acts.* EXCLUDE (spoken),
        list_transform(
            list_filter(spoken, lambda word: NOT list_contains(empty.list, word)),
            lambda word: regexp_replace(coalesce(irregular.verb[word], word), '(ing|ied|ies|ed|es|s|e|y|''s)$', '')) AS stems
    FROM acts
    JOIN words AS empty ON empty.kind = 'empty'
    JOIN words AS turning ON turning.kind = 'turning'
    CROSS JOIN irregular
    WHERE NOT list_has_any(spoken, turning.list)
        -- who does not back down, holds on: such an act is no no to what it names
        AND NOT regexp_matches(
            array_to_string(spoken, ' '),
            '^(going to )?(back|backed|backing|draw|give|giving|let|letting|pull|shy|stand|standing|step|turn|walk|walking|waver)( our backs?)? '
            '?(away|back|by|down|from|in the way|off|on|up)\b')
), sides AS (
    SELECT
        * EXCLUDE (stems), stems[1] AS head, list_distinct(stems[2:]) AS others,
        unnest(list_distinct(list_append(promisors, ledger_id))) AS met_by
    FROM told
    WHERE len(stems) > 1
), pairs AS (
    SELECT DISTINCT
        coalesce(list_intersect(act.promisors, no.promisors)[1], act.promisors[1]) AS promisor, act.category,
        act.record_id AS commitment_id, act.ledger_id, no.record_id AS against_id, no.ledger_id AS against_ledger_id,
        len(list_intersect(act.others, no.others)) AS shared, len(act.others) AS n_act, len(no.others) AS n_no,
        coalesce(act.ledger_id = no.ledger_id, false) AS same_line
    FROM sides AS act
    JOIN sides AS no USING (met_by, head)
    WHERE act.polarity = 'positive' AND no.polarity = 'negative'
        AND (len(act.beneficiaries) = 0 OR len(no.beneficiaries) = 0 OR list_has_any(act.beneficiaries, no.beneficiaries))
)
SELECT
    p.promisor, p.category, p.commitment_id, act.action, act.sentence, act.force, act.published_on, act.source_name,
    p.ledger_id, p.against_id, no.action AS against_action, no.sentence AS against_sentence,
    no.published_on AS against_published_on, no.source_name AS against_source_name, p.against_ledger_id,
    p.shared / least(p.n_act, p.n_no) AS overlap, p.same_line
FROM pairs AS p
JOIN records AS act ON act.record_id = p.commitment_id
JOIN records AS no ON no.record_id = p.against_id
WHERE p.shared > 0
    AND (greatest(p.n_act, p.n_no) = p.shared OR (p.shared > 1 AND 3 * p.shared >= 2 * p.n_no)
        OR (p.same_line AND 2 * p.shared >= p.n_no))
