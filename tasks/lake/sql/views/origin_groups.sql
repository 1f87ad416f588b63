-- grain: one origin, with the group of origins that are not independent of each other
-- A group is a connected component of origin_relations, named by its smallest id; all unknown origins are one group.
WITH RECURSIVE reached AS (
    SELECT origin_id, origin_id AS other_id FROM origins
    UNION
    SELECT reached.origin_id, related.to_id
    FROM reached
    JOIN (
        SELECT left_id AS from_id, right_id AS to_id FROM origin_relations
        UNION ALL
        SELECT right_id, left_id FROM origin_relations
    ) AS related ON related.from_id = reached.other_id
)
SELECT
    origins.origin_id,
    origins.name,
    origins.kind,
    CASE WHEN origins.kind = 'unknown' THEN 'unknown' ELSE min(reached.other_id) END AS group_id
FROM origins
JOIN reached ON reached.origin_id = origins.origin_id
GROUP BY origins.origin_id, origins.name, origins.kind
