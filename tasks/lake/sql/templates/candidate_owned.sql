-- grain: one row of the table as it will be: published rows of owners the stage does not name, and staged rows
CREATE OR REPLACE TEMP VIEW {table} AS
SELECT {columns} FROM lake.main.{table} WHERE {owner} NOT IN (SELECT owner FROM {owners})
UNION ALL
SELECT {columns} FROM {staged};
