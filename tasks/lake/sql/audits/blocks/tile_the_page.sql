-- grain: one block that does not start where the one before it ends, or one page that is not covered to its end
-- severity: critical
-- scope: row
-- table: blocks
-- expectation: The blocks of an article tile its page from the first character to the last
WITH ordered AS (
    SELECT
        article_id,
        position,
        raw_start,
        raw_end,
        lag(raw_end, 1, 0) OVER page AS due_start,
        row_number() OVER page - 1 AS due_position
    FROM blocks
    WINDOW page AS (PARTITION BY article_id ORDER BY position)
),
covered AS (
    SELECT a.article_id, coalesce(length(d.text), 0) AS page_length, coalesce(max(b.raw_end), 0) AS covered_length
    FROM articles AS a
    JOIN documents AS d ON d.document_id = a.document_id
    LEFT JOIN blocks AS b ON b.article_id = a.article_id
    GROUP BY a.article_id, page_length
)
SELECT
    article_id || ' ' || position AS row_id,
    article_id,
    'block ' || position || ' is ' || raw_start || ' to ' || raw_end || '; block ' || due_position || ' from '
    || due_start || ' is due' AS observed
FROM ordered
WHERE raw_start <> due_start OR position <> due_position OR raw_end < raw_start
UNION ALL
SELECT
    article_id AS row_id,
    article_id,
    'blocks cover ' || covered_length || ' of ' || page_length || ' characters' AS observed
FROM covered
WHERE covered_length <> page_length
