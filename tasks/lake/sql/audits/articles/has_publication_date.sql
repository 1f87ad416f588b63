-- grain: one article without a day of publication
-- severity: warning
-- scope: row
-- table: articles
-- expectation: Each article has a publication date
SELECT
    a.article_id AS row_id,
    a.article_id,
    'no publication date (' || coalesce(d.path, 'document unknown') || ')' AS observed
FROM articles AS a
LEFT JOIN documents AS d ON d.document_id = a.document_id
WHERE a.published_on IS NULL
