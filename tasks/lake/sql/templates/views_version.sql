-- grain: one snapshot that made the views and macros, the last
SELECT commit_extra_info ->> 'views'
FROM lake.snapshots()
WHERE commit_extra_info ->> 'views' IS NOT NULL
ORDER BY snapshot_id DESC
LIMIT 1;
