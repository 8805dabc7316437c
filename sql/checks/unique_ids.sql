-- No two rows share an id.
SELECT 'documents' AS in_table, document_id AS id, count(*) AS n FROM store.documents GROUP BY ALL HAVING n > 1
UNION ALL
SELECT 'documents (uri)', uri, count(*) AS n FROM store.documents GROUP BY ALL HAVING n > 1
UNION ALL
SELECT 'copies (uri)', uri, count(*) AS n
FROM (SELECT uri FROM store.copies UNION ALL SELECT uri FROM store.documents) GROUP BY uri HAVING n > 1
UNION ALL
SELECT 'signatures', document_id, count(*) AS n FROM store.signatures GROUP BY document_id HAVING n > 1
UNION ALL
SELECT 'extractions', document_id, count(*) AS n FROM store.extractions GROUP BY ALL HAVING n > 1
UNION ALL
SELECT 'entities', entity_id, count(*) AS n FROM store.entities GROUP BY ALL HAVING n > 1
UNION ALL
SELECT 'document_entities', document_id || ' ' || entity_id, count(*) AS n
FROM store.document_entities GROUP BY document_id, entity_id HAVING n > 1
UNION ALL
SELECT 'mentions', mention_id, count(*) AS n FROM store.mentions GROUP BY ALL HAVING n > 1
UNION ALL
SELECT 'records', record_id, count(*) AS n FROM store.records GROUP BY ALL HAVING n > 1
UNION ALL
SELECT 'ledger_lines', ledger_id, count(*) AS n FROM store.ledger_lines GROUP BY ALL HAVING n > 1
UNION ALL
SELECT 'ledger_records', record_id, count(*) AS n FROM store.ledger_records GROUP BY record_id HAVING n > 1
UNION ALL
SELECT 'first_seen', record_id, count(*) AS n FROM store.first_seen GROUP BY record_id HAVING n > 1
UNION ALL
SELECT 'verdicts', verdict_id, count(*) AS n FROM store.verdicts GROUP BY verdict_id HAVING n > 1
UNION ALL
SELECT 'added_records', record_id, count(*) AS n FROM store.added_records GROUP BY record_id HAVING n > 1
UNION ALL
SELECT 'runs', run_id, count(*) AS n FROM store.runs GROUP BY ALL HAVING n > 1
UNION ALL
SELECT 'runs (number)', CAST(number AS TEXT), count(*) AS n FROM store.runs GROUP BY ALL HAVING n > 1;
