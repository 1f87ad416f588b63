-- grain: one row of {table} whose {column} is the key of no row
-- severity: {severity}
-- scope: {scope}
-- table: {table}
-- expectation: {column} is the key of a row that is there
SELECT concat_ws(' ', {row_key}) AS row_id, {article} AS article_id, {column} AS observed
FROM {table}
WHERE {column} IS NOT NULL AND {column} NOT IN (
{keys}
)
