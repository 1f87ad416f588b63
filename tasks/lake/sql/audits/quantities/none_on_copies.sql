-- grain: one quantity of a copy
-- severity: critical
-- scope: row
-- table: quantities
-- expectation: No quantity is of a copy
SELECT
    c.claim_id AS row_id,
    c.article_id,
    'the article is a copy of ' || a.copy_of AS observed
FROM quantities AS c
JOIN articles AS a ON a.article_id = c.article_id
WHERE a.copy_of IS NOT NULL
