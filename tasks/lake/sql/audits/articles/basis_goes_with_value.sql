-- grain: one piece of an article's metadata with a value or a basis but not both
-- severity: critical
-- scope: row
-- table: articles
-- expectation: Source, headline, byline and publication time have a basis exactly where they have a value
WITH metadata AS (
    SELECT
        article_id,
        unnest([
            {'name': 'source', 'given': source_id IS NOT NULL, 'basis': source_basis},
            {'name': 'headline', 'given': headline IS NOT NULL, 'basis': headline_basis},
            {'name': 'byline', 'given': byline IS NOT NULL, 'basis': byline_basis},
            {
                'name': 'publication time',
                'given': published_on IS NOT NULL OR published_at IS NOT NULL,
                'basis': published_basis
            }
        ]) AS field
    FROM articles
)
SELECT
    article_id AS row_id,
    article_id,
    field.name || CASE WHEN field.given THEN ' has no basis' ELSE ' is missing but has the basis ' || field.basis END
        AS observed
FROM metadata
WHERE field.given = (field.basis IS NULL)
