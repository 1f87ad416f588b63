-- grain: one piece of evidence that names another article than its claim does
-- severity: critical
-- scope: lake
-- table: evidence
-- expectation: Evidence names the article of its claim
WITH claims AS (
    SELECT claim_id, article_id FROM quantities
    UNION ALL
    SELECT claim_id, article_id FROM statements
    UNION ALL
    SELECT claim_id, article_id FROM dates
)
SELECT
    e.claim_id AS row_id,
    NULL::VARCHAR AS article_id,
    'evidence names ' || e.article_id || ', the claim ' || c.article_id AS observed
FROM evidence AS e
JOIN claims AS c ON c.claim_id = e.claim_id
WHERE c.article_id <> e.article_id
