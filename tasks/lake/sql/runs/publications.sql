-- grain: one snapshot of the content after one snapshot and up to another, with its cause, time and run
SELECT
    snapshot_id,
    commit_message AS cause,
    strftime(snapshot_time AT TIME ZONE 'UTC', '%-d %B %Y %H:%M UTC') AS published_at,
    commit_extra_info ->> 'run_id' AS run_id
FROM lake.snapshots()
WHERE snapshot_id > $from_snapshot AND snapshot_id <= $to_snapshot AND commit_message NOT IN ('ledger', 'schema')
ORDER BY snapshot_id;
