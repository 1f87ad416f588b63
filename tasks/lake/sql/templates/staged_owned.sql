-- grain: one row that an owner has after the publication: of the last put that names the owner, or else of the
-- last put of the whole table ({since}; 0 if there is none)
CREATE OR REPLACE TEMP VIEW {staged} AS
SELECT {columns}
FROM read_parquet([{rows_files}]) AS part
LEFT JOIN (SELECT owner AS latest_owner, latest_put FROM {owners}) AS latest ON latest.latest_owner = part.{owner}
WHERE part.staged_put = coalesce(latest.latest_put, {since});
