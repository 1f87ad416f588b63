-- grain: one article, no copy, whose claims are not those of this code and model
SELECT article_id
FROM articles
WHERE copy_of IS NULL AND extracted_by IS DISTINCT FROM $extracted_by
ORDER BY article_id;
