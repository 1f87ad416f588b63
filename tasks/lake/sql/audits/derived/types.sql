-- grain: one column of {table} that is missing or of another type than the contract says
-- severity: {severity}
-- scope: lake
-- table: {table}
-- expectation: Every column is there with the type of the contract
WITH declared (column_name, column_type) AS (VALUES {declared})
SELECT
    {name} AS row_id,
    NULL::VARCHAR AS article_id,
    declared.column_name || ' is ' || coalesce(found.column_type, 'missing') || ', not ' || declared.column_type AS observed
FROM declared
LEFT JOIN (DESCRIBE {table}) AS found ON found.column_name = declared.column_name
WHERE found.column_type IS DISTINCT FROM declared.column_type
