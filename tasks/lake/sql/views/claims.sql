-- grain: one claim of any kind, with what it says, where it says so, and which fact it is evidence of
SELECT
    claim.claim_id,
    claim.kind,
    claim.article_id,
    articles.source_id,
    sources.name AS source_name,
    articles.published_on,
    articles.is_current,
    claim.text,
    articles.text[greatest(claim."start" - 79, 1) : claim."end" + 80] AS context,
    claim.value,
    claim.value_low,
    claim.value_high,
    claim.unit,
    claim.measure,
    claim.earliest_on,
    claim.latest_on,
    claim.modality,
    claim.about_mention_id,
    entities.entity_id AS about_id,
    entities.name AS about_name,
    claim."start",
    claim."end",
    claim.raw_start,
    claim.raw_end,
    evidence.fact_id,
    evidence.stance
FROM (
    SELECT
        claim_id, 'quantity' AS kind, article_id, text, "start", "end", raw_start, raw_end,
        value, value_low, value_high, coalesce(unit, counted) AS unit, measure,
        NULL::DATE AS earliest_on, NULL::DATE AS latest_on, modality, holder_mention_id AS about_mention_id
    FROM quantities
    UNION ALL
    SELECT
        claim_id, 'statement', article_id, text, "start", "end", raw_start, raw_end,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, speaker_mention_id
    FROM statements
    UNION ALL
    SELECT
        claim_id, 'date', article_id, text, "start", "end", raw_start, raw_end,
        NULL, NULL, NULL, NULL, NULL, earliest_on, latest_on, modality, actor_mention_id
    FROM dates
) AS claim
LEFT JOIN articles ON articles.article_id = claim.article_id
LEFT JOIN sources ON sources.source_id = articles.source_id
LEFT JOIN mention_entities ON mention_entities.mention_id = claim.about_mention_id
LEFT JOIN entities ON entities.entity_id = mention_entities.entity_id
LEFT JOIN evidence ON evidence.claim_id = claim.claim_id
