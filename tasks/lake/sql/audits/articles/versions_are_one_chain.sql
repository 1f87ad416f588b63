-- grain: one way in which an article is wrongly placed among the versions of its page
-- severity: critical
-- scope: lake
-- table: articles
-- expectation: An article revises one other, that none else revises; it is current if it is no copy and none revises it
WITH placed AS (
    SELECT
        article_id,
        source_id,
        copy_of,
        revision_of,
        revision_kind,
        is_current,
        count(*) OVER (PARTITION BY revision_of) AS revising_count,
        article_id IN (SELECT revision_of FROM articles WHERE revision_of IS NOT NULL) AS is_revised
    FROM articles
)
SELECT
    a.article_id AS row_id,
    NULL::VARCHAR AS article_id,
    CASE
        WHEN (a.revision_of IS NULL) <> (a.revision_kind IS NULL) THEN 'a revision and its kind do not go together'
        WHEN a.copy_of IS NOT NULL AND (a.revision_of IS NOT NULL OR a.is_revised) THEN 'a copy is in the chain'
        WHEN a.revision_of IS NOT NULL AND a.revising_count > 1
            THEN a.revising_count || ' articles revise ' || a.revision_of
        WHEN a.source_id <> before.source_id THEN 'it revises an article of another outlet'
        WHEN a.is_current THEN 'it is current, and a copy or revised'
        ELSE 'it is not current, and neither a copy nor revised'
    END AS observed
FROM placed AS a
LEFT JOIN articles AS before ON before.article_id = a.revision_of
WHERE
    (a.revision_of IS NULL) <> (a.revision_kind IS NULL)
    OR (a.copy_of IS NOT NULL AND (a.revision_of IS NOT NULL OR a.is_revised))
    OR (a.revision_of IS NOT NULL AND a.revising_count > 1)
    OR a.source_id <> before.source_id
    OR a.is_current <> (a.copy_of IS NULL AND NOT a.is_revised)
