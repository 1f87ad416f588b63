-- grain: one claim in two facts or more
-- severity: critical
-- scope: lake
-- table: evidence
-- expectation: Each claim is in at most one fact
SELECT
    claim_id AS row_id,
    NULL::VARCHAR AS article_id,
    count(DISTINCT fact_id) || ' facts have the claim' AS observed
FROM evidence
GROUP BY claim_id
HAVING count(DISTINCT fact_id) > 1
