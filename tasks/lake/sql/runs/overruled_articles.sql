-- grain: one article whose source a person ruled
SELECT article_id FROM articles WHERE source_basis = 'judgement' ORDER BY article_id;
