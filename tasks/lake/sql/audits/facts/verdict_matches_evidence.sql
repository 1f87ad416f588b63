-- grain: one fact whose verdict contradicts its evidence
-- severity: critical
-- scope: lake
-- table: facts
-- expectation: A comparison has two claims or more, a single fact one article, and a conflict a conflicting claim
WITH compared AS (
    SELECT
        fact_id,
        count(*) AS claims_count,
        count(DISTINCT article_id) FILTER (WHERE stance <> 'superseded') AS current_articles_count,
        count(*) FILTER (WHERE stance = 'conflicts') AS conflicts_count
    FROM evidence
    GROUP BY fact_id
)
SELECT
    f.fact_id AS row_id,
    NULL::VARCHAR AS article_id,
    f.verdict || ' with ' || c.claims_count || ' claims, ' || c.conflicts_count || ' conflicting, '
    || c.current_articles_count || ' articles with a current one' AS observed
FROM facts AS f
JOIN compared AS c ON c.fact_id = f.fact_id
WHERE
    (f.verdict IN ('agreed', 'compatible', 'conflicting') AND c.claims_count < 2)
    OR (f.verdict = 'single' AND c.current_articles_count > 1)
    OR (f.verdict = 'conflicting' AND c.conflicts_count = 0)
    OR (f.verdict IN ('agreed', 'compatible', 'single') AND c.conflicts_count > 0)
