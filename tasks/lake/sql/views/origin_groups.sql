-- grain: one origin and one group of origins of one owner, of which it may be
-- A group is a connected component of origin_relations without copies, named by its smallest id; all unknown origins are
-- one group. Whose the reporting of a copied text is cannot be told: it is in the groups of all who have the text. Other
-- reporting of these is in their own groups only.
WITH RECURSIVE related AS (
    SELECT left_id AS from_id, right_id AS to_id, relation IS NOT DISTINCT FROM 'copy' AS is_copy FROM origin_relations
    UNION ALL
    SELECT right_id, left_id, relation IS NOT DISTINCT FROM 'copy' FROM origin_relations
),
owned AS (
    SELECT origin_id, origin_id AS other_id FROM origins
    UNION
    SELECT owned.origin_id, related.to_id
    FROM owned
    JOIN related ON related.from_id = owned.other_id AND NOT related.is_copy
),
copied AS (
    SELECT origin_id, origin_id AS other_id FROM origins
    UNION
    SELECT copied.origin_id, related.to_id
    FROM copied
    JOIN related ON related.from_id = copied.other_id AND related.is_copy
),
owners AS (
    SELECT origin_id, min(other_id) AS group_id FROM owned GROUP BY origin_id
)
SELECT DISTINCT
    origins.origin_id,
    origins.name,
    origins.kind,
    CASE WHEN origins.kind = 'unknown' THEN 'unknown' ELSE owners.group_id END AS group_id
FROM origins
JOIN copied ON copied.origin_id = origins.origin_id
JOIN owners ON owners.origin_id = copied.other_id
