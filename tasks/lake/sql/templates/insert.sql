-- grain: one row that is new or differs
INSERT INTO lake.main.{table} ({columns})
SELECT {columns} FROM {difference} WHERE is_new ORDER BY {key};
