-- grain: one stretch of an article's text that is neither a kept block nor white space, or in two blocks
-- severity: critical
-- scope: row
-- table: articles
-- expectation: The text of an article is its kept blocks, joined by white space only
WITH kept AS (
    SELECT
        article_id,
        coalesce(lag("end") OVER (PARTITION BY article_id ORDER BY start, "end"), 0) AS gap_start,
        start AS gap_end,
        "end"
    FROM blocks
    WHERE start IS NOT NULL
),
gaps AS (
    SELECT article_id, gap_start, gap_end FROM kept
    UNION ALL
    SELECT a.article_id, coalesce(k.last_end, 0), length(a.text)
    FROM articles AS a
    LEFT JOIN (SELECT article_id, max("end") AS last_end FROM kept GROUP BY article_id) AS k
        ON k.article_id = a.article_id
)
SELECT
    a.article_id AS row_id,
    a.article_id,
    CASE
        WHEN g.gap_end < g.gap_start THEN 'blocks overlap at ' || g.gap_end
        ELSE 'no block has ' || g.gap_start || ' to ' || g.gap_end || ': '
            || left(substring(a.text, g.gap_start + 1, g.gap_end - g.gap_start), 200)
    END AS observed
FROM gaps AS g
JOIN articles AS a ON a.article_id = g.article_id
WHERE
    g.gap_end < g.gap_start
    OR (
        g.gap_end > g.gap_start
        AND NOT regexp_full_match(substring(a.text, g.gap_start + 1, g.gap_end - g.gap_start), '[\s\v\p{Z}]*')
    )
