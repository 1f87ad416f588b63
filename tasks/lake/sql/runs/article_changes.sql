-- grain: one article that is new, changed or gone between two snapshots, with what caused its last change
WITH events AS (
    SELECT article_id, headline, snapshot_id, change_type IN ('insert', 'update_postimage') AS is_after
    FROM ducklake_table_changes(
        current_database(), current_schema(), 'articles', least($from_snapshot + 1, $to_snapshot), $to_snapshot
    )
    WHERE snapshot_id > $from_snapshot
),
edges AS (
    SELECT
        article_id,
        max(snapshot_id) AS snapshot_id,
        arg_max(headline, snapshot_id) AS headline,
        arg_min(is_after, (snapshot_id, is_after)) AS is_new, -- in one snapshot the row before sorts first
        arg_max(is_after, (snapshot_id, is_after)) AS is_there
    FROM events
    GROUP BY article_id
)
SELECT
    edges.snapshot_id,
    snapshots.commit_message AS cause,
    CASE WHEN edges.is_new THEN 'new' WHEN edges.is_there THEN 'changed' ELSE 'gone' END AS change,
    edges.article_id,
    edges.headline
FROM edges
LEFT JOIN lake.snapshots() AS snapshots ON snapshots.snapshot_id = edges.snapshot_id
WHERE edges.is_there OR NOT edges.is_new
ORDER BY edges.snapshot_id, change, edges.article_id;
