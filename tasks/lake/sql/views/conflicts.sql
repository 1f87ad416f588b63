-- grain: one claim behind a conflicting fact, with its outlet and its words
SELECT
    facts.fact_id,
    facts.label,
    facts.kind,
    facts.measure,
    facts.support,
    claims.stance,
    claims.source_id,
    claims.source_name,
    claims.published_on,
    claims.value,
    claims.value_low,
    claims.value_high,
    claims.unit,
    claims.earliest_on,
    claims.latest_on,
    claims.text,
    claims.context,
    claims.article_id,
    claims.claim_id
FROM facts
JOIN claims ON claims.fact_id = facts.fact_id
WHERE facts.verdict = 'conflicting'
