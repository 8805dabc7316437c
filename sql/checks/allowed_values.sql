-- Every coded column holds only the values that the codebook and the contracts allow.
SELECT 'records.force' AS in_column, force AS value, count(*) AS n FROM store.records
WHERE force NOT IN ('obligation', 'agreement', 'pledge', 'plan', 'offer', 'refusal', 'threat', 'request', 'fulfilment')
GROUP BY ALL
UNION ALL
SELECT 'records.polarity', polarity, count(*) FROM store.records WHERE polarity NOT IN ('positive', 'negative') GROUP BY ALL
UNION ALL
SELECT 'records.certainty', certainty, count(*) FROM store.records
WHERE certainty NOT IN ('certain', 'probable', 'possible') GROUP BY ALL
UNION ALL
SELECT 'records.category', category, count(*) FROM store.records
WHERE category NOT IN (
    'military', 'security_guarantee', 'financial', 'humanitarian', 'reconstruction', 'membership', 'diplomatic',
    'intelligence', 'sanctions', 'economic', 'energy_climate', 'nuclear_arms', 'justice', 'peace', 'social', 'other')
GROUP BY ALL
UNION ALL
SELECT 'records.speaker_type', speaker_type, count(*) FROM store.records
WHERE speaker_type NOT IN ('named', 'anonymous', 'author', 'document') GROUP BY ALL
UNION ALL
SELECT 'cues.role', role, count(*) FROM store.cues
WHERE role NOT IN (
    'force', 'promisor', 'beneficiary', 'certainty', 'polarity', 'condition', 'time', 'amount', 'category',
    'attribution', 'quotation')
GROUP BY ALL
UNION ALL
SELECT 'entities.kind', kind, count(*) FROM store.entities
WHERE kind NOT IN ('state', 'organisation', 'person', 'place', 'group', 'other') GROUP BY ALL
UNION ALL
SELECT 'blocks.kind', kind, count(*) FROM store.blocks
WHERE kind NOT IN ('title', 'heading', 'prose', 'list_item', 'boilerplate', 'byline', 'dateline', 'caption') GROUP BY ALL
UNION ALL
SELECT 'documents.genre', genre, count(*) FROM store.documents
WHERE genre NOT IN ('news', 'press_release', 'communique', 'readout', 'speech', 'fact_sheet', 'treaty', 'other') GROUP BY ALL
UNION ALL
SELECT 'documents.published_source', published_source, count(*) FROM store.documents
WHERE published_source NOT IN ('metadata', 'page', 'dateline', 'text') GROUP BY ALL
UNION ALL
SELECT 'documents.published_precision', published_precision, count(*) FROM store.documents
WHERE published_precision NOT IN ('day', 'month', 'year') GROUP BY ALL
UNION ALL
SELECT 'quarantine.stage', stage, count(*) FROM store.quarantine
WHERE stage NOT IN ('ingest', 'extract', 'validate', 'load') GROUP BY ALL
UNION ALL
SELECT 'quarantine.reason', reason, count(*) FROM store.quarantine
WHERE reason NOT IN (
    'empty', 'binary', 'encoding', 'broken_json', 'broken_metadata', 'duplicate_id', 'too_large', 'unsupported',
    'unreadable', 'unsafe', 'no_text_layer', 'language', 'extractor_failed', 'timeout', 'invalid_record')
GROUP BY ALL
UNION ALL
SELECT 'inputs.outcome', outcome, count(*) FROM store.inputs
WHERE outcome NOT IN ('new', 'unchanged', 'changed', 'duplicate', 'quarantined') GROUP BY ALL;
