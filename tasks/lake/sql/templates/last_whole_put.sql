-- grain: one number: the last put of the whole table, 0 if there is none
SELECT coalesce(max(staged_put), 0) FROM read_parquet([{owners}]) WHERE owner IS NULL;
