-- grain: one fact in one outlet; articles without a known outlet are together in a row without one
SELECT
    facts.fact_id,
    facts.label,
    facts.verdict,
    facts.support,
    claims.source_id,
    claims.source_name,
    count(DISTINCT claims.article_id) AS articles_count,
    count(*) AS claims_count,
    count(*) FILTER (claims.stance = 'conflicts') AS conflicting_count,
    min(claims.published_on) AS first_on,
    max(claims.published_on) AS last_on
FROM facts
JOIN claims ON claims.fact_id = facts.fact_id
GROUP BY ALL
