-- Grain: a row per record, source and target other than it, for records that have a type of event in PLOVER.
CREATE VIEW plover_events AS
WITH codes (event_type, category, cameo_code) AS (
    -- CAMEO codes by category; '' stands for every category that has no code of its own
    VALUES
        ('AGREE', '', '030'), ('AGREE', 'economic', '0311'), ('AGREE', 'military', '0332'),
        ('AGREE', 'justice', '0313'), ('AGREE', 'intelligence', '0314'), ('AGREE', 'financial', '0331'),
        ('AGREE', 'reconstruction', '0331'), ('AGREE', 'humanitarian', '0333'),
        ('AGREE', 'security_guarantee', '0334'), ('AGREE', 'diplomatic', '036'), ('AGREE', 'peace', '037'),
        ('REJECT', '', '120'), ('REJECT', 'economic', '1211'), ('REJECT', 'military', '1222'),
        ('REJECT', 'financial', '1221'), ('REJECT', 'humanitarian', '1223'),
        ('REJECT', 'security_guarantee', '1224'), ('REJECT', 'diplomatic', '125'), ('REJECT', 'peace', '127'),
        ('REQUEST', '', '020'), ('REQUEST', 'economic', '0211'), ('REQUEST', 'military', '0232'),
        ('REQUEST', 'justice', '0213'), ('REQUEST', 'intelligence', '0214'), ('REQUEST', 'financial', '0231'),
        ('REQUEST', 'reconstruction', '0231'), ('REQUEST', 'humanitarian', '0233'),
        ('REQUEST', 'security_guarantee', '0234'), ('REQUEST', 'diplomatic', '026'), ('REQUEST', 'peace', '027'),
        ('THREATEN', '', '130'), ('THREATEN', 'sanctions', '1312'), ('THREATEN', 'financial', '1311'),
        ('THREATEN', 'humanitarian', '1311'), ('THREATEN', 'military', '138'), ('THREATEN', 'diplomatic', '1313'),
        ('AID', '', '070'), ('AID', 'economic', '071'), ('AID', 'financial', '071'), ('AID', 'reconstruction', '071'),
        ('AID', 'military', '072'), ('AID', 'humanitarian', '073'), ('AID', 'security_guarantee', '074')
), typed AS (
    SELECT
        *,
        CASE
            WHEN force = 'request' THEN 'REQUEST'
            WHEN force = 'threat' THEN 'THREATEN'
            WHEN force = 'refusal' THEN 'REJECT'
            WHEN force <> 'fulfilment' THEN 'AGREE'
            WHEN polarity = 'positive' AND category IN ('military', 'financial', 'humanitarian', 'reconstruction', 'economic', 'security_guarantee')
                THEN 'AID'
        END AS event_type,
        CASE WHEN force = 'request' THEN requested_by ELSE promisors END AS sources,
        CASE WHEN force = 'request' THEN promisors ELSE beneficiaries END AS targets
    FROM records
), sided AS (
    SELECT
        * EXCLUDE (sources),
        unnest(CASE WHEN len(sources) = 0 THEN [CAST(NULL AS TEXT)] ELSE list_distinct(sources) END) AS source
    FROM typed
    WHERE event_type IS NOT NULL
), others AS (  -- who acts for itself alone has no other side
    SELECT * EXCLUDE (targets), list_filter(targets, lambda name: name IS DISTINCT FROM source) AS others
    FROM sided
), dyads AS (
    SELECT
        * EXCLUDE (others),
        unnest(CASE WHEN len(others) = 0 THEN [CAST(NULL AS TEXT)] ELSE list_distinct(others) END) AS target
    FROM others
)
SELECT
    d.published_on AS event_date, d.source, d.target, d.event_type,
    CASE WHEN d.force = 'agreement' AND d.event_type = 'AGREE' THEN '057' ELSE coalesce(own.cameo_code, common.cameo_code) END
        AS cameo_code,
    d.record_id, d.document_id, d.sentence, d.confidence
FROM dyads AS d
-- who promises not to act agrees, but to none of the acts that the categories' codes stand for
LEFT JOIN codes AS own
    ON own.event_type = d.event_type AND own.category = d.category
    AND NOT (d.event_type = 'AGREE' AND d.polarity = 'negative')
JOIN codes AS common ON common.event_type = d.event_type AND common.category = '';

COMMENT ON VIEW plover_events IS 'A row per record, source and target, for users of event data: PLOVER types with CAMEO codes.';
COMMENT ON COLUMN plover_events.event_date IS 'Day on which the document was published; NULL where undated.';
COMMENT ON COLUMN plover_events.source IS 'Canonical name of the party that acts: a promisor, or for a request one who asks; NULL where unnamed.';
COMMENT ON COLUMN plover_events.target IS 'Canonical name of the other side: a beneficiary, or for a request one who is asked; NULL where none but the source is stated.';
COMMENT ON COLUMN plover_events.event_type IS 'AGREE (also to refrain from an act), REJECT (a refusal), REQUEST, THREATEN or AID.';
COMMENT ON COLUMN plover_events.cameo_code IS 'CAMEO code for the type and the record''s category; 057 for a signed or concluded agreement, 030 for any other promise not to act.';
COMMENT ON COLUMN plover_events.record_id IS 'The record that holds the evidence.';
COMMENT ON COLUMN plover_events.document_id IS 'Its document.';
COMMENT ON COLUMN plover_events.sentence IS 'Its sentence, verbatim.';
COMMENT ON COLUMN plover_events.confidence IS 'Calibrated probability, 0 to 1, that an annotator would keep the record.';
