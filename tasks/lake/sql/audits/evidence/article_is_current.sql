-- grain: one piece of evidence from a copy or from a version that was replaced
-- severity: critical
-- scope: lake
-- table: evidence
-- expectation: Facts stand on current articles only
SELECT
    e.claim_id AS row_id,
    NULL::VARCHAR AS article_id,
    'the article ' || a.article_id || ' is not current' AS observed
FROM evidence AS e
JOIN articles AS a ON a.article_id = e.article_id
WHERE NOT a.is_current
