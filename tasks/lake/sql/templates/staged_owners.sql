-- grain: one owner whose rows a put of the stage gives
CREATE OR REPLACE TEMP VIEW {owners} AS
SELECT owner, max(staged_put) AS latest_put FROM read_parquet([{owners_files}]) WHERE owner IS NOT NULL GROUP BY owner;
