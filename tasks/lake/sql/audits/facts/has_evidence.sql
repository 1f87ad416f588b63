-- grain: one fact without evidence
-- severity: critical
-- scope: lake
-- table: facts
-- expectation: Each fact has evidence
SELECT
    f.fact_id AS row_id,
    NULL::VARCHAR AS article_id,
    left(f.label, 200) AS observed
FROM facts AS f
ANTI JOIN evidence AS e ON e.fact_id = f.fact_id
