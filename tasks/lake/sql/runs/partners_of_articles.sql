-- grain: one article that is evidence of a fact of which some articles are evidence too
SELECT DISTINCT article_id
FROM evidence
WHERE fact_id IN (SELECT fact_id FROM evidence WHERE article_id IN (SELECT unnest($article_ids)));
