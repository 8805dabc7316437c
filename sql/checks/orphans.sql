-- Every row that names another row names one that is there.
-- One after the other, as together they would hold much more in memory.
SELECT 'blocks' AS in_table, document_id AS id FROM store.blocks ANTI JOIN store.documents USING (document_id);
SELECT 'extractions', document_id FROM store.extractions ANTI JOIN store.documents USING (document_id);
SELECT 'mentions', mention_id FROM store.mentions ANTI JOIN store.extractions USING (document_id);
SELECT 'mentions (entity)', mention_id
FROM store.mentions ANTI JOIN store.document_entities USING (document_id, entity_id);
SELECT 'document_entities', entity_id FROM store.document_entities ANTI JOIN store.extractions USING (document_id);
SELECT 'document_entities (entity)', entity_id FROM store.document_entities ANTI JOIN store.entities USING (entity_id);
SELECT 'entities', entity_id FROM store.entities ANTI JOIN store.document_entities USING (entity_id);
SELECT 'records', record_id FROM store.records ANTI JOIN store.extractions USING (document_id);
SELECT 'cues', record_id FROM store.cues ANTI JOIN store.records USING (record_id, document_id);
SELECT 'inputs', uri FROM store.inputs ANTI JOIN store.runs USING (run_id);
SELECT 'turns', run_id FROM store.turns ANTI JOIN store.runs USING (run_id);
SELECT 'unchanged_inputs', u.uri
FROM store.unchanged_inputs AS u
ANTI JOIN store.turns AS t ON t.series = u.series AND t.turn = u.last_turn;
SELECT 'quarantine', uri FROM store.quarantine ANTI JOIN store.runs USING (run_id);
SELECT 'documents (run)', document_id FROM store.documents ANTI JOIN store.runs USING (run_id);
SELECT 'extractions (run)', document_id FROM store.extractions ANTI JOIN store.runs USING (run_id);
SELECT 'document_versions (run)', document_id
FROM store.document_versions AS v ANTI JOIN store.runs AS r ON r.run_id = v.replaced_in;
SELECT 'copies', uri FROM store.copies AS c ANTI JOIN store.documents AS d ON d.document_id = c.copy_of;
SELECT 'copies (run)', uri FROM store.copies ANTI JOIN store.runs USING (run_id);
SELECT 'signatures', document_id FROM store.signatures ANTI JOIN store.documents USING (document_id);
SELECT 'first_seen', record_id FROM store.records ANTI JOIN store.first_seen USING (record_id);
SELECT 'ledger_records', record_id FROM store.ledger_records ANTI JOIN store.records USING (record_id);
SELECT 'ledger_records (line)', record_id FROM store.ledger_records ANTI JOIN store.ledger_lines USING (ledger_id);
SELECT 'ledger_lines', ledger_id FROM store.ledger_lines ANTI JOIN store.ledger_records USING (ledger_id);
SELECT 'ledger_lines (parent)', l.ledger_id
FROM store.ledger_lines AS l ANTI JOIN store.ledger_lines AS parent ON parent.ledger_id = l.parent_id
WHERE l.parent_id IS NOT NULL;
SELECT 'verdict_records', verdict_id FROM store.verdict_records ANTI JOIN store.verdicts USING (verdict_id);
SELECT 'corrections', record_id FROM store.corrections ANTI JOIN store.verdict_records USING (verdict_id, record_id);
