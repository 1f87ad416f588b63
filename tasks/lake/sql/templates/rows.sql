-- grain: one row of the table, in the order of its key
SELECT {columns} FROM {table} ORDER BY {key};
