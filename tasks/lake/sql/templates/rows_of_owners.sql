-- grain: one row of the table that belongs to one of the owners, in the order of its key
SELECT {columns} FROM {table} WHERE {owner} IN (SELECT unnest($owners)) ORDER BY {key};
