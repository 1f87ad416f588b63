-- grain: one row of {table} whose {column} is not an allowed value
-- severity: {severity}
-- scope: {scope}
-- table: {table}
-- expectation: {column} is one of the values of the contract
SELECT concat_ws(' ', {row_key}) AS row_id, {article} AS article_id, {column} AS observed
FROM {table}
WHERE {column} NOT IN ({values})
