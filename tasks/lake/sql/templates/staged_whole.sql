-- grain: one row that the table has after the publication: of the last put of the whole table
CREATE OR REPLACE TEMP VIEW {staged} AS
SELECT {columns} FROM read_parquet([{rows_files}]) WHERE staged_put = {since};
