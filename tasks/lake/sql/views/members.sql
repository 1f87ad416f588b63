-- grain: one member of an entity, a story or a fact: a mention, an article or a claim
SELECT 'entity' AS kind, entity_id AS id, mention_id AS member_id FROM mention_entities
UNION ALL
SELECT 'story', story_id, article_id FROM story_articles
UNION ALL
SELECT 'fact', fact_id, claim_id FROM evidence
