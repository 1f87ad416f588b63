-- grain: one date expression that ends before it begins
-- severity: critical
-- scope: row
-- table: dates
-- expectation: The first day that an expression can mean is not after the last
SELECT
    claim_id AS row_id,
    article_id,
    left(text, 200) || ': ' || earliest_on || ' to ' || latest_on AS observed
FROM dates
WHERE earliest_on > latest_on
