-- grain: one published row of an owner that the stage names
CREATE OR REPLACE TEMP VIEW {replaced} AS
SELECT rowid AS published_row, {columns} FROM lake.main.{table} WHERE {owner} IN (SELECT owner FROM {owners});
