-- grain: one fact that no later report replaced, with the names of the story and the entities it is about
SELECT
    facts.*,
    holder.name AS holder_name,
    place.name AS place_name,
    actor.name AS actor_name,
    speaker.name AS speaker_name,
    stories.label AS story_label
FROM facts
LEFT JOIN entities AS holder ON holder.entity_id = facts.holder_id
LEFT JOIN entities AS place ON place.entity_id = facts.place_id
LEFT JOIN entities AS actor ON actor.entity_id = facts.actor_id
LEFT JOIN entities AS speaker ON speaker.entity_id = facts.speaker_id
LEFT JOIN stories ON stories.story_id = facts.story_id
WHERE facts.verdict <> 'superseded'
