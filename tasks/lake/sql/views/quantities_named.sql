-- grain: one quantity claim, with the names and the entities of its holder and its place
SELECT
    quantities.*,
    articles.source_id,
    sources.name AS source_name,
    articles.published_on,
    holder_link.entity_id AS holder_id,
    coalesce(holder.name, holder_mention.name) AS holder_name,
    place_link.entity_id AS place_id,
    coalesce(place.name, place_mention.name) AS place_name,
    evidence.fact_id
FROM quantities
LEFT JOIN articles ON articles.article_id = quantities.article_id
LEFT JOIN sources ON sources.source_id = articles.source_id
LEFT JOIN mentions AS holder_mention ON holder_mention.mention_id = quantities.holder_mention_id
LEFT JOIN mention_entities AS holder_link ON holder_link.mention_id = quantities.holder_mention_id
LEFT JOIN entities AS holder ON holder.entity_id = holder_link.entity_id
LEFT JOIN mentions AS place_mention ON place_mention.mention_id = quantities.place_mention_id
LEFT JOIN mention_entities AS place_link ON place_link.mention_id = quantities.place_mention_id
LEFT JOIN entities AS place ON place.entity_id = place_link.entity_id
LEFT JOIN evidence ON evidence.claim_id = quantities.claim_id
