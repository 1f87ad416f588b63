-- grain: one key that two or more rows of {table} share
-- severity: {severity}
-- scope: {scope}
-- table: {table}
-- expectation: {key} identifies one row
SELECT
    concat_ws(' ', {row_key}) AS row_id,
    any_value({article}) AS article_id,
    count(*) || ' rows have this key' AS observed
FROM {table}
GROUP BY {key}
HAVING count(*) > 1
