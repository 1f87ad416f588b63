-- grain: one fact that would have fewer independent origins if one outlet, agency or office were left out
-- parameters: left_out
-- left_out is a name, whatever its case. What an outlet of that name published is left out, and what an origin of that
-- name reported, whoever printed it. Origins are counted as in facts.origins_count: reporters that are related or that
-- one claim names together count once, and so do all that are unknown. support_left is null where nobody is left.
WITH RECURSIVE reporters AS (
    SELECT
        evidence.fact_id,
        evidence.claim_id,
        origin_groups.group_id,
        origin_groups.kind = 'unknown' AS is_unknown,
        coalesce(lower(origin_groups.name) = lower(left_out), FALSE)
        OR coalesce(lower(sources.name) = lower(left_out), FALSE) AS is_left_out
    FROM evidence
    JOIN claim_origins ON claim_origins.claim_id = evidence.claim_id AND claim_origins.role = 'reporter'
    JOIN origin_groups ON origin_groups.origin_id = claim_origins.origin_id
    LEFT JOIN articles ON articles.article_id = evidence.article_id
    LEFT JOIN sources ON sources.source_id = articles.source_id
    WHERE evidence.stance <> 'superseded'
),
linked AS (
    SELECT DISTINCT one.fact_id, one.group_id AS from_id, other.group_id AS to_id
    FROM reporters AS one
    JOIN reporters AS other ON other.fact_id = one.fact_id AND other.claim_id = one.claim_id
),
reached AS (
    SELECT fact_id, from_id AS group_id, to_id AS other_id FROM linked
    UNION
    SELECT reached.fact_id, reached.group_id, linked.to_id
    FROM reached
    JOIN linked ON linked.fact_id = reached.fact_id AND linked.from_id = reached.other_id
),
joined AS (
    SELECT fact_id, group_id, min(other_id) AS joined_id FROM reached GROUP BY fact_id, group_id
),
counted AS (
    SELECT
        reporters.fact_id,
        count(DISTINCT joined.joined_id) AS origins_count,
        count(DISTINCT joined.joined_id) FILTER (NOT reporters.is_left_out) AS origins_left,
        count(*) FILTER (NOT reporters.is_left_out AND NOT reporters.is_unknown) AS known_left
    FROM reporters
    JOIN joined ON joined.fact_id = reporters.fact_id AND joined.group_id = reporters.group_id
    GROUP BY reporters.fact_id
)
SELECT
    facts.fact_id,
    facts.label,
    facts.verdict,
    facts.support,
    counted.origins_count,
    counted.origins_left,
    CASE
        WHEN counted.origins_left >= 2 THEN 'corroborated'
        WHEN counted.known_left > 0 THEN 'uncorroborated'
        WHEN counted.origins_left > 0 THEN 'unknown'
    END AS support_left
FROM counted
JOIN facts ON facts.fact_id = counted.fact_id
WHERE counted.origins_left < counted.origins_count
