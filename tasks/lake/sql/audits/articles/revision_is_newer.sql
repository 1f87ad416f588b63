-- grain: one article that revises another without being known to be the newer one
-- severity: info
-- scope: row
-- table: articles
-- expectation: A revision is published or retrieved after what it revises, or its page says that it was changed
-- note: Versions that nothing tells apart are ordered by id; a time of retrieval in the manifest settles it.
-- note: An article is as new as the newest of its identical copies.
WITH newest AS (
    SELECT
        coalesce(a.copy_of, a.article_id) AS article_id,
        max(a.published_on) AS published_on,
        max(a.published_at) AS published_at,
        max(d.retrieved_at) AS retrieved_at
    FROM articles AS a
    LEFT JOIN documents AS d ON d.document_id = a.document_id
    GROUP BY ALL
)
SELECT
    a.article_id AS row_id,
    a.article_id,
    'published ' || coalesce(n.published_at::VARCHAR, n.published_on::VARCHAR, 'on an unknown day')
    || ', what it revises ' || coalesce(o.published_at::VARCHAR, o.published_on::VARCHAR, 'on an unknown day')
    || ' (' || coalesce(d.path, 'document unknown') || ')' AS observed
FROM articles AS a
JOIN newest AS n ON n.article_id = a.article_id
JOIN newest AS o ON o.article_id = a.revision_of
LEFT JOIN documents AS d ON d.document_id = a.document_id
WHERE
    a.revision_kind NOT IN ('corrected', 'withdrawn')
    AND NOT coalesce(n.published_on > o.published_on, FALSE)
    AND NOT coalesce(n.published_at > o.published_at, FALSE)
    AND NOT coalesce(n.retrieved_at > o.retrieved_at, FALSE)
