-- grain: one judgement that is new, changed or withdrawn between two snapshots
WITH events AS (
    SELECT *, change_type IN ('insert', 'update_postimage') AS is_after
    FROM ducklake_table_changes(
        current_database(), current_schema(), 'judgements', least($from_snapshot + 1, $to_snapshot), $to_snapshot
    )
    WHERE snapshot_id > $from_snapshot
),
edges AS (
    SELECT
        judgement_id,
        arg_max(events, (snapshot_id, is_after)) AS last_event,
        arg_min(is_after, (snapshot_id, is_after)) AS is_new, -- in one snapshot the row before sorts first
        arg_max(is_after, (snapshot_id, is_after)) AS is_there
    FROM events
    GROUP BY judgement_id
)
SELECT
    CASE WHEN is_new THEN 'new' WHEN is_there THEN 'changed' ELSE 'withdrawn' END AS change,
    last_event.kind AS kind,
    last_event.left_side AS left_side,
    last_event.right_side AS right_side,
    last_event.who AS who,
    last_event.judged_on AS judged_on,
    last_event.why AS why,
    last_event.problem AS problem
FROM edges
WHERE is_there OR NOT is_new
ORDER BY change, judgement_id;
