-- grain: one date expression, with the name and the entity of who acts
SELECT
    dates.*,
    articles.source_id,
    sources.name AS source_name,
    articles.published_on,
    actor_link.entity_id AS actor_id,
    coalesce(actor.name, actor_mention.name) AS actor_name,
    evidence.fact_id
FROM dates
LEFT JOIN articles ON articles.article_id = dates.article_id
LEFT JOIN sources ON sources.source_id = articles.source_id
LEFT JOIN mentions AS actor_mention ON actor_mention.mention_id = dates.actor_mention_id
LEFT JOIN mention_entities AS actor_link ON actor_link.mention_id = dates.actor_mention_id
LEFT JOIN entities AS actor ON actor.entity_id = actor_link.entity_id
LEFT JOIN evidence ON evidence.claim_id = dates.claim_id
