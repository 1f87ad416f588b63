-- grain: one article that is new, changed or gone between two snapshots
-- That other code cleaned it or read its claims, with the same result, is no change of an article.
WITH events AS (
    SELECT * EXCLUDE (cleaned_by, extracted_by)
    FROM ducklake_table_changes(
        current_database(), current_schema(), 'articles', least($from_snapshot + 1, $to_snapshot), $to_snapshot
    )
    WHERE snapshot_id > $from_snapshot
),
edges AS (
    SELECT article_id, min(snapshot_id) AS first_snapshot, max(snapshot_id) AS last_snapshot
    FROM events
    GROUP BY article_id
),
before AS (
    SELECT events.* EXCLUDE (snapshot_id, rowid, change_type)
    FROM events
    JOIN edges ON edges.article_id = events.article_id AND edges.first_snapshot = events.snapshot_id
    WHERE events.change_type IN ('delete', 'update_preimage')
),
after AS (
    SELECT events.* EXCLUDE (snapshot_id, rowid, change_type)
    FROM events
    JOIN edges ON edges.article_id = events.article_id AND edges.last_snapshot = events.snapshot_id
    WHERE events.change_type IN ('insert', 'update_postimage')
)
SELECT
    CASE WHEN before.article_id IS NULL THEN 'new' WHEN after.article_id IS NULL THEN 'gone' ELSE 'changed' END AS change,
    edges.article_id,
    coalesce(after.headline, before.headline) AS headline,
    sources.name AS source_name,
    coalesce(after.published_on, before.published_on) AS published_on,
    documents.path
FROM edges
LEFT JOIN before ON before.article_id = edges.article_id
LEFT JOIN after ON after.article_id = edges.article_id
LEFT JOIN sources ON sources.source_id = coalesce(after.source_id, before.source_id)
LEFT JOIN documents ON documents.document_id = coalesce(after.document_id, before.document_id)
WHERE before IS DISTINCT FROM after
ORDER BY change, published_on, edges.article_id;
