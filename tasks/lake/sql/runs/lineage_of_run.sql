-- grain: one id that a run renamed, merged or split, with what it names
SELECT
    lineage.change,
    lineage.old_id,
    lineage.new_id,
    CASE
        WHEN facts.fact_id IS NOT NULL THEN 'fact'
        WHEN entities.entity_id IS NOT NULL THEN 'entity'
        WHEN stories.story_id IS NOT NULL THEN 'story'
        ELSE 'id'
    END AS kind,
    coalesce(facts.label, entities.name, stories.label) AS name
FROM lineage
LEFT JOIN facts ON facts.fact_id = lineage.new_id
LEFT JOIN entities ON entities.entity_id = lineage.new_id
LEFT JOIN stories ON stories.story_id = lineage.new_id
WHERE lineage.run_id = $run_id
ORDER BY kind, name, lineage.old_id, lineage.new_id;
