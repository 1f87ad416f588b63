-- grain: one article that was retrieved before it was published
-- severity: warning
-- scope: row
-- table: articles
-- expectation: No article is published after it was retrieved
-- note: Days are compared: a manifest may give a day only. A local day is at most 14 hours ahead of UTC (Line Islands).
SELECT
    a.article_id AS row_id,
    a.article_id,
    'published ' || coalesce(a.published_at, a.published_on)::VARCHAR
    || ', retrieved ' || d.retrieved_at::VARCHAR AS observed
FROM articles AS a
JOIN documents AS d ON d.document_id = a.document_id
WHERE
    CAST(a.published_at AS DATE) > CAST(d.retrieved_at AS DATE)
    OR a.published_on > CAST(d.retrieved_at + INTERVAL 14 HOURS AS DATE)
