-- grain: one table that has no file of rows in a snapshot
SELECT table_name
FROM __ducklake_metadata_lake.ducklake_table
WHERE
    begin_snapshot <= $1
    AND (end_snapshot IS NULL OR end_snapshot > $1)
    AND table_id NOT IN (
        SELECT table_id
        FROM __ducklake_metadata_lake.ducklake_data_file
        WHERE begin_snapshot <= $1 AND (end_snapshot IS NULL OR end_snapshot > $1)
    );
