-- grain: one row of {table} without {column}
-- severity: {severity}
-- scope: {scope}
-- table: {table}
-- expectation: {column} is never null
SELECT concat_ws(' ', {row_key}) AS row_id, {article} AS article_id, 'null' AS observed
FROM {table}
WHERE {column} IS NULL
