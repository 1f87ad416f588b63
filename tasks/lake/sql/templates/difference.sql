-- grain: one published row that has to go, one row that has to come, or both where they share a key
-- Rows with the same key are numbered in a fixed order, so that the comparison is one of multisets.
CREATE OR REPLACE TEMP TABLE {difference} AS
WITH published AS (
    SELECT {key}, published_row, row_content, row_number() OVER (PARTITION BY {key} ORDER BY row_content) AS row_nth
    FROM (SELECT {key}, published_row, row({columns}) AS row_content FROM {replaced})
),
staged AS (
    SELECT {columns}, row_content, row_number() OVER (PARTITION BY {key} ORDER BY row_content) AS row_nth
    FROM (SELECT {columns}, row({columns}) AS row_content FROM {staged})
)
SELECT published_row, staged.row_nth IS NOT NULL AS is_new, staged.* EXCLUDE (row_content, row_nth)
FROM published
FULL JOIN staged USING ({key}, row_nth)
WHERE published.row_content IS DISTINCT FROM staged.row_content;
