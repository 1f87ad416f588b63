-- grain: one article without a source
-- severity: warning
-- scope: row
-- table: articles
-- expectation: Each article has a source
WITH names AS (
    SELECT DISTINCT c.row_id AS article_id, coalesce(s.name, c.value) AS name
    FROM candidates AS c
    LEFT JOIN sources AS s ON s.source_id = c.value
    WHERE c.column_name = 'source_id'
),
answers AS (
    SELECT
        article_id,
        count(*) || CASE WHEN count(*) = 1 THEN ' candidate: ' ELSE ' candidates: ' END
        || left(string_agg(name, '; ' ORDER BY name), 200) AS observed
    FROM names
    GROUP BY article_id
)
SELECT
    a.article_id AS row_id,
    a.article_id,
    coalesce(c.observed, 'no candidate') || ' (' || coalesce(d.path, 'document unknown') || ')' AS observed
FROM articles AS a
LEFT JOIN answers AS c ON c.article_id = a.article_id
LEFT JOIN documents AS d ON d.document_id = a.document_id
WHERE a.source_id IS NULL
