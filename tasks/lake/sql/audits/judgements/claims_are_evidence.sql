-- grain: one claim that a judgement compares and that is evidence of nothing
-- severity: warning
-- scope: lake
-- table: judgements
-- expectation: The claims that people compare are evidence of a fact
WITH compared AS (
    SELECT judgement_id, file, kind, unnest([left_id, right_id]) AS claim_id
    FROM judgements
    WHERE kind IN ('comparable', 'not_comparable') AND problem IS NULL
)
SELECT
    compared.judgement_id AS row_id,
    NULL::VARCHAR AS article_id,
    compared.file || ', ' || compared.kind || ': the claim ' || compared.claim_id || ' says no value to compare' AS observed
FROM compared
LEFT JOIN evidence ON evidence.claim_id = compared.claim_id
WHERE evidence.claim_id IS NULL
