-- grain: the code version of the last run that ended well; no row if there was none
SELECT code_version
FROM runs
WHERE flow = $flow AND status IN ('published', 'unchanged')
ORDER BY started_at DESC, run_id DESC
LIMIT 1;
