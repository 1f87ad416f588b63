-- grain: one row of the table as it will be: staged rows only
CREATE OR REPLACE TEMP VIEW {table} AS
SELECT {columns} FROM {staged};
