-- grain: one published row whose key a given row has too
CREATE OR REPLACE TEMP VIEW {replaced} AS
SELECT rowid AS published_row, {columns} FROM lake.main.{table} SEMI JOIN {staged} USING ({key});
