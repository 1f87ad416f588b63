-- grain: one troop count on which articles conflict
-- severity: warning
-- scope: row
-- table: facts
-- expectation: Comparable troop counts agree
WITH claims AS (
    SELECT claim_id, text FROM quantities
    UNION ALL
    SELECT claim_id, text FROM statements
    UNION ALL
    SELECT claim_id, text FROM dates
),
words AS (
    SELECT DISTINCT e.fact_id, left(c.text, 100) AS text
    FROM evidence AS e
    JOIN claims AS c ON c.claim_id = e.claim_id
    WHERE e.stance <> 'superseded'
),
said AS (
    SELECT fact_id, string_agg('"' || text || '"', '; ' ORDER BY text) AS texts
    FROM words
    GROUP BY fact_id
)
SELECT
    f.fact_id AS row_id,
    NULL::VARCHAR AS article_id,
    left(f.label, 200) || ': ' || left(coalesce(s.texts, ''), 500) AS observed
FROM facts AS f
LEFT JOIN said AS s ON s.fact_id = f.fact_id
WHERE f.verdict = 'conflicting' AND f.measure = 'troops'
