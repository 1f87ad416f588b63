-- grain: one fact that counts other articles or outlets than its evidence has
-- severity: critical
-- scope: lake
-- table: facts
-- expectation: The articles and outlets counted for a fact are those of its evidence
WITH counted AS (
    SELECT
        e.fact_id,
        count(DISTINCT e.article_id) AS articles_count,
        count(DISTINCT a.source_id) AS sources_count
    FROM evidence AS e
    LEFT JOIN articles AS a ON a.article_id = e.article_id
    GROUP BY e.fact_id
)
SELECT
    f.fact_id AS row_id,
    NULL::VARCHAR AS article_id,
    f.articles_count || ' articles and ' || f.sources_count || ' outlets are said, its evidence has '
    || c.articles_count || ' and ' || c.sources_count AS observed
FROM facts AS f
JOIN counted AS c ON c.fact_id = f.fact_id
WHERE f.articles_count <> c.articles_count OR f.sources_count <> c.sources_count
