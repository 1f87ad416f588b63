-- grain: one article that one of the sides names, by its id or by its document's path, name or address
WITH sides AS (
    SELECT DISTINCT unnest($sides) AS side
),
named AS (
    SELECT
        articles.article_id,
        articles.is_current,
        coalesce(articles.headline, split_part(articles.text, chr(10), 1)) AS headline,
        unnest([articles.article_id, documents.path, documents.external_id, documents.url]) AS name
    FROM articles
    JOIN documents ON documents.document_id = articles.document_id
)
SELECT DISTINCT sides.side, named.article_id, named.is_current, left(named.headline, 2000) AS headline
FROM sides
JOIN named ON named.name = sides.side
ORDER BY sides.side, named.is_current DESC, named.article_id;
