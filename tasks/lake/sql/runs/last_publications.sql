-- grain: one snapshot that the last run that did not fail published; one row without a snapshot if it published none
WITH last_run AS (
    SELECT run_id, documents_count
    FROM runs
    WHERE flow = $flow AND status IN ('published', 'unchanged')
    ORDER BY started_at DESC, run_id DESC
    LIMIT 1
)
SELECT last_run.run_id, last_run.documents_count, published.snapshot_id, published.commit_message AS cause
FROM last_run
LEFT JOIN lake.snapshots() AS published ON published.commit_extra_info ->> 'run_id' = last_run.run_id
ORDER BY published.snapshot_id;
