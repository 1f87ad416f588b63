-- grain: one origin of one claim of some articles
SELECT claim_origins.*
FROM claim_origins
JOIN (
    SELECT claim_id, article_id FROM quantities
    UNION ALL
    SELECT claim_id, article_id FROM statements
    UNION ALL
    SELECT claim_id, article_id FROM dates
) AS told ON told.claim_id = claim_origins.claim_id
WHERE told.article_id IN (SELECT unnest($article_ids))
ORDER BY claim_origins.claim_id, claim_origins.origin_id, claim_origins.role;
