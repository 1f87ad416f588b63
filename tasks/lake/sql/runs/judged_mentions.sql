-- grain: one mention of a current article whose id is one of the sides
SELECT mentions.mention_id, mentions.name
FROM mentions
JOIN articles ON articles.article_id = mentions.article_id
WHERE articles.is_current AND mentions.mention_id IN (SELECT unnest($sides))
ORDER BY mentions.mention_id;
