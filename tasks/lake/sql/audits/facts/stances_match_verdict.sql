-- grain: one fact that is conflicting without a conflicting claim, or not conflicting with one
-- severity: warning
-- scope: lake
-- table: facts
-- expectation: A fact is conflicting exactly where one of its claims conflicts with its value
WITH conflicts AS (
    SELECT fact_id, count(*) FILTER (WHERE stance = 'conflicts') AS conflicts_count
    FROM evidence
    GROUP BY fact_id
)
SELECT
    f.fact_id AS row_id,
    NULL::VARCHAR AS article_id,
    f.verdict || '; claims that conflict with its value: ' || c.conflicts_count AS observed
FROM facts AS f
JOIN conflicts AS c ON c.fact_id = f.fact_id
WHERE (f.verdict = 'conflicting') <> (c.conflicts_count > 0)
