-- grain: one fact that two snapshots have differently, with what caused the last change of it
SELECT
    changed.snapshot_id,
    snapshots.commit_message AS cause,
    changed.change,
    changed.fact_id,
    changed.label,
    changed.verdict_before,
    changed.verdict_after,
    changed.support_before,
    changed.support_after,
    changed.value_before,
    changed.value_after,
    changed.articles_before,
    changed.articles_after
FROM changes($from_snapshot, $to_snapshot) AS changed
LEFT JOIN lake.snapshots() AS snapshots ON snapshots.snapshot_id = changed.snapshot_id
ORDER BY changed.snapshot_id, changed.change, changed.label, changed.fact_id;
