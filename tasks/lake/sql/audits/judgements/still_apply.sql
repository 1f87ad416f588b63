-- grain: one judgement that changes nothing any more
-- severity: critical
-- scope: run
-- table: judgements
-- expectation: What people ruled still applies
SELECT
    judgement_id AS row_id,
    NULL::VARCHAR AS article_id,
    left(file || ', ' || kind || ' ' || concat_ws(' and ', left_side, right_side), 300) || ': ' || problem AS observed
FROM judgements
WHERE problem IS NOT NULL
