-- grain: one spelling of a name in current articles
SELECT DISTINCT mentions.name
FROM mentions
JOIN articles ON articles.article_id = mentions.article_id
WHERE articles.is_current AND mentions.label <> 'description'
ORDER BY mentions.name;
