-- grain: one document that is not exactly one article or one quarantine row
-- severity: critical
-- scope: lake
-- table: documents
-- expectation: Each document is one article, one copy, or one quarantine row
WITH outcomes AS (
    SELECT document_id, count(*) AS outcomes_count
    FROM (SELECT document_id FROM articles UNION ALL SELECT document_id FROM quarantine)
    GROUP BY document_id
)
SELECT
    d.document_id AS row_id,
    NULL::VARCHAR AS article_id,
    coalesce(o.outcomes_count, 0) || ' articles and quarantine rows of ' || d.path AS observed
FROM documents AS d
LEFT JOIN outcomes AS o ON o.document_id = d.document_id
WHERE coalesce(o.outcomes_count, 0) <> 1
