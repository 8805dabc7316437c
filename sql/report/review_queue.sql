-- Grain: a row per record, the least certain first, with what the review page chooses by.
SELECT
    record_id, ledger_id, document_id, force, category, confidence, promisors, beneficiaries, speaker, action,
    verdict IS NOT NULL AS reviewed
FROM records
ORDER BY confidence, record_id
