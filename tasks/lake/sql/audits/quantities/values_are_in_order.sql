-- grain: one quantity whose value is outside its own bounds
-- severity: critical
-- scope: row
-- table: quantities
-- expectation: Values are finite, and value_low is at most value, which is at most value_high
SELECT
    claim_id AS row_id,
    article_id,
    concat_ws(', ', 'low ' || value_low, 'value ' || value, 'high ' || value_high) AS observed
FROM quantities
WHERE
    value_low > value
    OR value > value_high
    OR value_low > value_high
    OR NOT isfinite(value)
    OR NOT isfinite(value_low)
    OR NOT isfinite(value_high)
