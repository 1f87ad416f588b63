-- grain: one number: how many rows a table has
SELECT count(*) FROM lake.main.{table};
