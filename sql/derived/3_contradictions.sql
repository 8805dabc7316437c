-- Grain: a row per pair of records of the same promisor on the same act, one to act and one not to act.
-- Two actions are the same act where their first two telling words, the verb and its object as a rule, have the
-- same stems and all telling words of what is ruled out are in what is promised, in one ledger line two thirds. A
-- no that says more than that rules out something else. Few and right: both sides are confident, without
-- condition, in several documents, and told in the promisor's own voice, for what others are said to plan or to
-- refuse is no promise of theirs. Pairs are met through promisor and those words: comparing all is quadratic.
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
            'subject', 'tolerate', 'unless', 'waver', 'without']),
        ('own', [  -- who speaks of the own act
            'i', 'i''d', 'i''ll', 'i''m', 'i''ve', 'we', 'we''d', 'we''ll', 'we''re', 'we''ve']),
        ('foreign', [  -- before an action: it is others', asked about, hypothetical, or less than a yes or no
            'anyone', 'democrats', 'either', 'everyone', 'if', 'just', 'merely', 'neither', 'no', 'nobody', 'none',
            'only', 'opponent', 'opponents', 'refuse', 'refused', 'refuses', 'republicans', 'supposed', 'their', 'these',
            'they', 'they''d', 'they''ll', 'they''re', 'they''ve', 'those', 'unless', 'whether', 'who', 'whoever', 'why',
            'yet', 'you', 'you''d', 'you''ll', 'you''re', 'you''ve', 'your'])
), irregular (verb) AS (
    VALUES (MAP {
        'became': 'become', 'begun': 'begin', 'bought': 'buy', 'brought': 'bring', 'built': 'build', 'cut': 'cut',
        'drawn': 'draw', 'fought': 'fight', 'gave': 'give', 'given': 'give', 'held': 'hold', 'kept': 'keep', 'led': 'lead',
        'left': 'leave', 'lent': 'lend', 'let': 'let', 'made': 'make', 'met': 'meet', 'paid': 'pay', 'ran': 'run',
        'sent': 'send', 'sold': 'sell', 'spent': 'spend', 'stood': 'stand', 'taken': 'take', 'took': 'take',
        'withdrawn': 'withdraw', 'withdrew': 'withdraw', 'withheld': 'withhold', 'written': 'write'})
), acts AS (
    SELECT
        record_id, document_id, promisors, beneficiaries, category, ledger_id, polarity, force,
        replace(lower(substr(sentence, 1, start_char - sentence_start)), '’', '''') AS opening,
        regexp_extract_all(replace(lower(action), '’', ''''), '[[:alpha:]][[:alpha:]''-]*') AS spoken
    FROM records
    WHERE force NOT IN ('request', 'threat') AND confidence >= 0.6 AND condition IS NULL
        AND NOT ends_with(rtrim(sentence), '?')
), voiced AS (
    SELECT *, regexp_extract_all(opening, '[[:alpha:]][[:alpha:]'']*') AS before
    FROM acts
), told AS (
    SELECT
        voiced.* EXCLUDE (spoken, before, opening),
        list_transform(
            list_filter(spoken, lambda word: NOT list_contains(empty.list, word)),
            lambda word: regexp_replace(coalesce(irregular.verb[word], word), '(ing|ied|ies|ed|es|s|e|y|''s)$', '')) AS stems
    FROM voiced
    JOIN words AS empty ON empty.kind = 'empty'
    JOIN words AS own ON own.kind = 'own'
    JOIN words AS strange ON strange.kind = 'foreign'
    JOIN words AS turning ON turning.kind = 'turning'
    CROSS JOIN irregular
    WHERE NOT list_has_any(spoken, turning.list) AND NOT list_has_any(before, strange.list)
        AND (list_has_any(before, own.list)
            OR list_bool_or(list_transform(promisors, lambda name: contains(opening, lower(name)))))
        -- a no before a promise, or two before a refusal, was misread
        AND len(list_filter(before, lambda word: word IN ('not', 'never', 'cannot') OR ends_with(word, 'n''t')))
            <= CASE polarity WHEN 'negative' THEN 1 ELSE 0 END
        -- who does not back down, holds on: such an act is no no to what it names
        AND NOT regexp_matches(
            array_to_string(spoken, ' '),
            '^(going to )?(back|backed|backing|draw|give|giving|let|letting|pull|shy|stand|standing|step|turn|walk|walking|waver)( our backs?)? '
            '?(away|back|by|down|from|in the way|off|on|up)\b')
), sides AS (
    SELECT
        * EXCLUDE (stems), stems[1] AS head, stems[2] AS object, list_distinct(stems[2:]) AS others,
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
    JOIN sides AS no USING (met_by, head, object)
    WHERE act.polarity = 'positive' AND no.polarity = 'negative' AND act.document_id <> no.document_id
        AND no.force <> 'fulfilment'  -- what is not done yet may still be
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
    AND (p.shared = p.n_no AND (p.shared > 1 OR p.n_act = 1) OR (p.same_line AND 3 * p.shared >= 2 * p.n_no))
