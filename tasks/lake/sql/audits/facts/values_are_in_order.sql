-- grain: one fact with a value, a day or a publication outside its own bounds
-- severity: critical
-- scope: lake
-- table: facts
-- expectation: The low, the value and the high of a fact are in order, and so are its first and last days
SELECT
    fact_id AS row_id,
    NULL::VARCHAR AS article_id,
    concat_ws(
        ', ',
        'low ' || value_low,
        'value ' || value,
        'high ' || value_high,
        'days ' || earliest_on || ' to ' || latest_on,
        'published ' || first_on || ' to ' || last_on
    ) AS observed
FROM facts
WHERE
    value_low > value
    OR value > value_high
    OR value_low > value_high
    OR earliest_on > latest_on
    OR first_on > last_on
