-- grain: one number: the last snapshot that wrote the table's files or altered its columns
SELECT coalesce(max(snapshot), 0)
FROM __ducklake_metadata_lake.ducklake_table AS kept
JOIN (
    SELECT table_id, greatest(begin_snapshot, end_snapshot) AS snapshot FROM __ducklake_metadata_lake.ducklake_data_file
    UNION ALL
    SELECT table_id, greatest(begin_snapshot, end_snapshot) FROM __ducklake_metadata_lake.ducklake_delete_file
    UNION ALL
    SELECT table_id, greatest(begin_snapshot, end_snapshot) FROM __ducklake_metadata_lake.ducklake_column
) AS changes USING (table_id)
WHERE kept.table_name = {table} AND kept.end_snapshot IS NULL;
