-- grain: one article with one of some claims
SELECT DISTINCT article_id
FROM (
    SELECT claim_id, article_id FROM quantities
    UNION ALL
    SELECT claim_id, article_id FROM statements
    UNION ALL
    SELECT claim_id, article_id FROM dates
) AS told
WHERE claim_id IN (SELECT unnest($claim_ids));
