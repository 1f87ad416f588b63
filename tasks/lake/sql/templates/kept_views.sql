-- grain: one view or macro that the lake keeps, its definition as DuckDB writes it
SELECT view_name, regexp_extract(sql, '^CREATE VIEW \S+ AS (.*);$', 1, 's') AS definition, comment, '' AS parameters
FROM duckdb_views()
WHERE database_name = 'lake'
UNION ALL
SELECT function_name, macro_definition, NULL, array_to_string(parameters, ', ')
FROM duckdb_functions()
WHERE database_name = 'lake' AND function_type = 'table_macro';
