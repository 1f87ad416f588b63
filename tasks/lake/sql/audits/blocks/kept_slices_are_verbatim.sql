-- grain: one block whose words differ between page and article
-- severity: critical
-- scope: row
-- table: blocks
-- expectation: A kept block has the same words in the article as on the page
SELECT
    b.article_id || ' ' || b.position AS row_id,
    b.article_id,
    'article: ' || left(coalesce(substring(a.text, b.start + 1, b."end" - b.start), 'nothing'), 100)
    || '; page: ' || left(coalesce(substring(d.text, b.raw_start + 1, b.raw_end - b.raw_start), 'nothing'), 100)
        AS observed
FROM blocks AS b
JOIN articles AS a ON a.article_id = b.article_id
JOIN documents AS d ON d.document_id = a.document_id
WHERE
    (b.start IS NULL) <> (b."end" IS NULL)
    OR (
        b.start IS NOT NULL
        AND substring(a.text, b.start + 1, b."end" - b.start)
        IS DISTINCT FROM substring(d.text, b.raw_start + 1, b.raw_end - b.raw_start)
    )
