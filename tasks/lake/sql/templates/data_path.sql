-- grain: one line of the catalog: where a plain ATTACH finds the data; wrong after the lake was moved
UPDATE __ducklake_metadata_lake.ducklake_metadata SET value = $data WHERE key = 'data_path' AND value <> $data;
