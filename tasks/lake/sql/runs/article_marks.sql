-- grain: one current article, with a hash of all that is known of it and of its outlet
-- What was extracted from an article changes only with its row, which names the code and the model.
SELECT articles.article_id, md5(concat_ws(' ', articles::VARCHAR, sources::VARCHAR)) AS mark
FROM articles
LEFT JOIN sources ON sources.source_id = articles.source_id
WHERE articles.is_current
ORDER BY articles.article_id;
