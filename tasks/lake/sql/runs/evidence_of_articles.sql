-- grain: one claim of some articles in a fact
SELECT * FROM evidence WHERE article_id IN (SELECT unnest($article_ids)) ORDER BY fact_id, claim_id;
