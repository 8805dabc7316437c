-- Every row that names another row names one that is there.
SELECT 'blocks' AS in_table, document_id AS id FROM store.blocks ANTI JOIN store.documents USING (document_id)
UNION ALL
SELECT 'extractions', document_id FROM store.extractions ANTI JOIN store.documents USING (document_id)
UNION ALL
SELECT 'mentions', mention_id FROM store.mentions ANTI JOIN store.extractions USING (document_id)
UNION ALL
SELECT 'mentions (entity)', mention_id
FROM store.mentions ANTI JOIN store.document_entities USING (document_id, entity_id)
UNION ALL
SELECT 'document_entities', entity_id FROM store.document_entities ANTI JOIN store.extractions USING (document_id)
UNION ALL
SELECT 'document_entities (entity)', entity_id FROM store.document_entities ANTI JOIN store.entities USING (entity_id)
UNION ALL
SELECT 'entities', entity_id FROM store.entities ANTI JOIN store.document_entities USING (entity_id)
UNION ALL
SELECT 'records', record_id FROM store.records ANTI JOIN store.extractions USING (document_id)
UNION ALL
SELECT 'cues', record_id FROM store.cues ANTI JOIN store.records USING (record_id, document_id)
UNION ALL
SELECT 'inputs', uri FROM store.inputs ANTI JOIN store.runs USING (run_id)
UNION ALL
SELECT 'quarantine', uri FROM store.quarantine ANTI JOIN store.runs USING (run_id)
UNION ALL
SELECT 'documents (run)', document_id FROM store.documents ANTI JOIN store.runs USING (run_id)
UNION ALL
SELECT 'extractions (run)', document_id FROM store.extractions ANTI JOIN store.runs USING (run_id)
UNION ALL
SELECT 'document_versions (run)', document_id
FROM store.document_versions AS v ANTI JOIN store.runs AS r ON r.run_id = v.replaced_in;
