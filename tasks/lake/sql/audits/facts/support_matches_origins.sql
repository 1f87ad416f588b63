-- grain: one fact whose support contradicts the number of its origins
-- severity: critical
-- scope: lake
-- table: facts
-- expectation: A fact is corroborated only by two independent origins or more, and uncorroborated only by fewer
SELECT
    fact_id AS row_id,
    NULL::VARCHAR AS article_id,
    support || ' with ' || origins_count || CASE WHEN origins_count = 1 THEN ' origin' ELSE ' origins' END AS observed
FROM facts
WHERE
    (support = 'corroborated' AND origins_count < 2)
    OR (support = 'uncorroborated' AND origins_count > 1)
    OR origins_count < 0
