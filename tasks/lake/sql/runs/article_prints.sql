-- grain: one article, with what makes it an identical copy or a version of another
SELECT
    articles.article_id,
    articles.source_id,
    sha256(articles.text) AS text_sha256,
    documents.url,
    documents.path,
    articles.headline,
    articles.published_on,
    articles.published_at,
    documents.retrieved_at,
    articles.copy_of,
    articles.revision_of,
    articles.revision_kind,
    articles.is_current
FROM articles
JOIN documents ON documents.document_id = articles.document_id
ORDER BY articles.article_id;
