-- grain: one article without a headline
-- severity: info
-- scope: row
-- table: articles
-- expectation: Each article has a headline
SELECT
    a.article_id AS row_id,
    a.article_id,
    'no headline (' || coalesce(d.path, 'document unknown') || ')' AS observed
FROM articles AS a
LEFT JOIN documents AS d ON d.document_id = a.document_id
WHERE a.headline IS NULL
