-- grain: one article, with what makes it an identical copy of another
SELECT article_id, source_id, sha256(text) AS text_sha256, copy_of FROM articles ORDER BY article_id;
