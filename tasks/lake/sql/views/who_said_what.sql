-- grain: one statement, with its speaker across articles and the outlet that printed it
-- The speaker's name is the entity's; where the speaker is no known entity, the words of the article.
SELECT
    speaker_link.entity_id AS speaker_id,
    coalesce(speaker.name, speaker_mention.name, statements.speaker_text) AS speaker_name,
    speaker_mention.role AS speaker_role,
    statements.cue,
    statements.kind,
    statements.text,
    articles.source_id,
    sources.name AS source_name,
    articles.published_on,
    articles.headline,
    statements.article_id,
    statements.claim_id,
    evidence.fact_id,
    facts.verdict,
    statements."start",
    statements."end",
    statements.raw_start,
    statements.raw_end
FROM statements
LEFT JOIN articles ON articles.article_id = statements.article_id
LEFT JOIN sources ON sources.source_id = articles.source_id
LEFT JOIN mentions AS speaker_mention ON speaker_mention.mention_id = statements.speaker_mention_id
LEFT JOIN mention_entities AS speaker_link ON speaker_link.mention_id = statements.speaker_mention_id
LEFT JOIN entities AS speaker ON speaker.entity_id = speaker_link.entity_id
LEFT JOIN evidence ON evidence.claim_id = statements.claim_id
LEFT JOIN facts ON facts.fact_id = evidence.fact_id
