-- A record's fields agree with one another.
SELECT record_id, 'an empty name among the promisors' AS wrong
FROM store.records WHERE list_contains(promisors, '') OR list_contains(beneficiaries, '') OR list_contains(requested_by, '')
UNION ALL
SELECT record_id, 'due_start after due_end' FROM store.records WHERE due_start > due_end
UNION ALL
SELECT record_id, 'dates without the words that give them'
FROM store.records WHERE due_text IS NULL AND (due_start IS NOT NULL OR due_end IS NOT NULL)
UNION ALL
SELECT record_id, 'an amount without a unit, negative or not a number'
FROM store.records WHERE amount < 0 OR isnan(amount) OR isinf(amount) OR (amount IS NOT NULL AND unit IS NULL)
UNION ALL
SELECT record_id, 'requested_by without a request' FROM store.records WHERE force <> 'request' AND len(requested_by) > 0
UNION ALL
SELECT record_id, 'an empty text where NULL belongs'
FROM store.records WHERE '' IN (action, sentence, coalesce(unit, '-'), coalesce(due_text, '-'), coalesce(condition, '-'), coalesce(speaker, '-'));
