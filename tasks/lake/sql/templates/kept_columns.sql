-- grain: one column of a table that the lake keeps
SELECT table_name, column_name, data_type, is_nullable, duckdb_columns.comment, duckdb_tables.comment
FROM duckdb_columns()
JOIN duckdb_tables() USING (database_name, schema_name, table_name)
WHERE database_name = 'lake' AND schema_name = 'main';
