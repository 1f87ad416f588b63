-- grain: one published row
CREATE OR REPLACE TEMP VIEW {replaced} AS
SELECT rowid AS published_row, {columns} FROM lake.main.{table};
