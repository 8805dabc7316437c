-- No two rows share an id.
-- One table after the other, as together they would hold much more in memory.
SELECT 'documents' AS in_table, document_id AS id, count(*) AS n FROM store.documents GROUP BY ALL HAVING n > 1;
SELECT 'documents (uri)', uri, count(*) AS n FROM store.documents GROUP BY ALL HAVING n > 1;
SELECT 'copies (uri)', uri, count(*) AS n
FROM (SELECT uri FROM store.copies UNION ALL SELECT uri FROM store.documents) GROUP BY uri HAVING n > 1;
SELECT 'signatures', document_id, count(*) AS n FROM store.signatures GROUP BY document_id HAVING n > 1;
SELECT 'extractions', document_id, count(*) AS n FROM store.extractions GROUP BY ALL HAVING n > 1;
SELECT 'entities', entity_id, count(*) AS n FROM store.entities GROUP BY ALL HAVING n > 1;
SELECT 'document_entities', document_id || ' ' || entity_id, count(*) AS n
FROM store.document_entities GROUP BY document_id, entity_id HAVING n > 1;
SELECT 'mentions', mention_id, count(*) AS n FROM store.mentions GROUP BY ALL HAVING n > 1;
SELECT 'records', record_id, count(*) AS n FROM store.records GROUP BY ALL HAVING n > 1;
SELECT 'ledger_lines', ledger_id, count(*) AS n FROM store.ledger_lines GROUP BY ALL HAVING n > 1;
SELECT 'ledger_records', record_id, count(*) AS n FROM store.ledger_records GROUP BY record_id HAVING n > 1;
SELECT 'first_seen', record_id, count(*) AS n FROM store.first_seen GROUP BY record_id HAVING n > 1;
SELECT 'verdicts', verdict_id, count(*) AS n FROM store.verdicts GROUP BY verdict_id HAVING n > 1;
SELECT 'added_records', record_id, count(*) AS n FROM store.added_records GROUP BY record_id HAVING n > 1;
SELECT 'runs', run_id, count(*) AS n FROM store.runs GROUP BY ALL HAVING n > 1;
SELECT 'runs (number)', CAST(number AS TEXT), count(*) AS n FROM store.runs GROUP BY ALL HAVING n > 1;
