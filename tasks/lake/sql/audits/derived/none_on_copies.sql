-- grain: one claim of a copy
-- severity: {severity}
-- scope: {scope}
-- table: {table}
-- expectation: No claim is of a copy
SELECT
    c.claim_id AS row_id,
    c.article_id,
    'the article is a copy of ' || a.copy_of AS observed
FROM {table} AS c
JOIN articles AS a ON a.article_id = c.article_id
WHERE a.copy_of IS NOT NULL
