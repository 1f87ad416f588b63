-- grain: one pair of an id as published and an id of the candidate state that have members in common, where either
-- loses a member to another id
WITH published AS (
    SELECT 'entity' AS kind, entity_id AS id, mention_id AS member_id FROM lake.main.mention_entities
    UNION ALL
    SELECT 'story', story_id, article_id FROM lake.main.story_articles
    UNION ALL
    SELECT 'fact', fact_id, claim_id FROM lake.main.evidence
),
candidate AS (
    SELECT 'entity' AS kind, entity_id AS id, mention_id AS member_id FROM mention_entities
    UNION ALL
    SELECT 'story', story_id, article_id FROM story_articles
    UNION ALL
    SELECT 'fact', fact_id, claim_id FROM evidence
),
flows AS (
    SELECT published.id AS old_id, candidate.id AS new_id, count(*) AS members
    FROM published
    JOIN candidate ON candidate.kind = published.kind AND candidate.member_id = published.member_id
    GROUP BY published.kind, published.id, candidate.id
),
moved AS (
    SELECT old_id, new_id FROM flows WHERE old_id <> new_id
)
SELECT old_id, new_id, members
FROM flows
WHERE old_id IN (SELECT old_id FROM moved) OR new_id IN (SELECT new_id FROM moved)
ORDER BY old_id, new_id;
