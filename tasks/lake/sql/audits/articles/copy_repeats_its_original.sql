-- grain: one article that is called a copy and is none
-- severity: critical
-- scope: row
-- table: articles
-- expectation: A copy has the text of its original, is not current, and its original is no copy
SELECT
    c.article_id AS row_id,
    c.article_id,
    CASE
        WHEN c.text <> o.text THEN 'its text is not that of ' || o.article_id
        WHEN o.copy_of IS NOT NULL THEN 'its original ' || o.article_id || ' is a copy'
        ELSE 'it is current'
    END AS observed
FROM articles AS c
JOIN articles AS o ON o.article_id = c.copy_of
WHERE c.text <> o.text OR o.copy_of IS NOT NULL OR c.is_current
