-- grain: one fact that would have fewer independent origins if one outlet, agency or office were left out
-- parameters: left_out
-- left_out is a name, whatever its case. What an outlet of that name published is left out, and what an origin of that
-- name reported, whoever printed it. Origins are counted as in facts.origins_count: reporters that are related count
-- once, and so do all that are unknown. support_left is null where nobody is left.
WITH reporters AS (
    SELECT
        evidence.fact_id,
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
counted AS (
    SELECT
        fact_id,
        count(DISTINCT group_id) AS origins_count,
        count(DISTINCT group_id) FILTER (NOT is_left_out) AS origins_left,
        count(*) FILTER (NOT is_left_out AND NOT is_unknown) AS known_left
    FROM reporters
    GROUP BY fact_id
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
