-- grain: one fact that two snapshots have differently
SELECT
    change,
    fact_id,
    label,
    verdict_before,
    verdict_after,
    support_before,
    support_after,
    value_before,
    value_after,
    latest_on_before,
    latest_on_after,
    articles_before,
    articles_after
FROM changes($from_snapshot, $to_snapshot)
ORDER BY change, label, fact_id;
