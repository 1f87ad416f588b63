-- grain: one fact that is different in snapshot to_snapshot from what it was in from_snapshot: new, changed or gone
-- parameters: from_snapshot, to_snapshot
-- A fact that was removed and put back as it was is not among them, nor is one that other code or other judgements
-- reconciled to the same. Needs the lake as the current database (USE).
WITH events AS (
    SELECT * EXCLUDE (reconciled_by)
    FROM ducklake_table_changes(
        current_database(), current_schema(), 'facts', least(from_snapshot + 1, to_snapshot), to_snapshot
    )
    WHERE snapshot_id > from_snapshot
),
edges AS (
    SELECT fact_id, min(snapshot_id) AS first_snapshot, max(snapshot_id) AS last_snapshot FROM events GROUP BY fact_id
),
before AS (
    SELECT events.* EXCLUDE (snapshot_id, rowid, change_type)
    FROM events
    JOIN edges ON edges.fact_id = events.fact_id AND edges.first_snapshot = events.snapshot_id
    WHERE events.change_type IN ('delete', 'update_preimage')
),
after AS (
    SELECT events.* EXCLUDE (snapshot_id, rowid, change_type)
    FROM events
    JOIN edges ON edges.fact_id = events.fact_id AND edges.last_snapshot = events.snapshot_id
    WHERE events.change_type IN ('insert', 'update_postimage')
)
SELECT
    edges.fact_id,
    CASE WHEN before.fact_id IS NULL THEN 'new' WHEN after.fact_id IS NULL THEN 'gone' ELSE 'changed' END AS change,
    coalesce(after.label, before.label) AS label,
    before.verdict AS verdict_before,
    after.verdict AS verdict_after,
    before.support AS support_before,
    after.support AS support_after,
    before.value AS value_before,
    after.value AS value_after,
    before.latest_on AS latest_on_before,
    after.latest_on AS latest_on_after,
    before.articles_count AS articles_before,
    after.articles_count AS articles_after,
    edges.last_snapshot AS snapshot_id
FROM edges
LEFT JOIN before ON before.fact_id = edges.fact_id
LEFT JOIN after ON after.fact_id = edges.fact_id
WHERE before IS DISTINCT FROM after
