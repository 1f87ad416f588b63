-- grain: one current id of an entity, a story or a fact that goes on from a given id: that id itself while it is current
-- parameters: given
-- Follows the lineage from publication to publication; the pieces of what was split are followed where none of them is
-- its successor. No row: the id never was, or nothing of it is left.
WITH RECURSIVE current AS (
    SELECT entity_id AS id FROM entities
    UNION ALL
    SELECT story_id FROM stories
    UNION ALL
    SELECT fact_id FROM facts
),
steps AS (
    SELECT old_id, new_id
    FROM lineage
    WHERE
        change <> 'split'
        OR old_id NOT IN (SELECT other.old_id FROM lineage AS other WHERE other.change <> 'split')
),
path AS (
    SELECT given AS id
    UNION
    SELECT steps.new_id
    FROM path
    JOIN steps ON steps.old_id = path.id
    WHERE path.id NOT IN (SELECT id FROM current)
)
SELECT path.id
FROM path
WHERE path.id IN (SELECT id FROM current)
