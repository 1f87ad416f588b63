-- grain: one fact with fewer claims or more articles than its verdict takes
-- severity: critical
-- scope: lake
-- table: facts
-- expectation: A comparison has two claims or more, and a single fact has current claims of one article only
WITH compared AS (
    SELECT
        fact_id,
        count(*) AS claims_count,
        count(DISTINCT article_id) FILTER (WHERE stance <> 'superseded') AS articles_count
    FROM evidence
    GROUP BY fact_id
)
SELECT
    f.fact_id AS row_id,
    NULL::VARCHAR AS article_id,
    f.verdict || ' with ' || c.claims_count || ' claims; articles with a current one: ' || c.articles_count AS observed
FROM facts AS f
JOIN compared AS c ON c.fact_id = f.fact_id
WHERE
    (f.verdict IN ('agreed', 'compatible', 'conflicting') AND c.claims_count < 2)
    OR (f.verdict = 'single' AND c.articles_count > 1)
