-- grain: one row of the table, in the order of its key, in a Parquet file
COPY (SELECT {columns} FROM lake.main.{table} ORDER BY {key})
TO {file} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {{mark}});
