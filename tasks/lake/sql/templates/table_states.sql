-- grain: one table, and its state: which table it is, and the last snapshot that wrote its files or altered its columns
SELECT kept.table_name, concat_ws(' ', kept.table_uuid, max(changes.snapshot)) AS state
FROM __ducklake_metadata_lake.ducklake_table AS kept
JOIN (
    SELECT table_id, greatest(begin_snapshot, end_snapshot) AS snapshot FROM __ducklake_metadata_lake.ducklake_data_file
    UNION ALL
    SELECT table_id, greatest(begin_snapshot, end_snapshot) FROM __ducklake_metadata_lake.ducklake_delete_file
    UNION ALL
    SELECT table_id, greatest(begin_snapshot, end_snapshot) FROM __ducklake_metadata_lake.ducklake_column
) AS changes ON changes.table_id = kept.table_id
WHERE kept.end_snapshot IS NULL
GROUP BY kept.table_name, kept.table_uuid;
