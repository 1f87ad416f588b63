-- grain: one uninterrupted piece of a claim that touches a removed block
-- severity: {severity}
-- scope: {scope}
-- table: {table}
-- expectation: No claim has words from a removed block
-- note: Blocks do not overlap, so the last one that starts before a piece ends is the only one to look at.
WITH removed AS (
    SELECT article_id, kind, raw_start, raw_end
    FROM blocks
    WHERE start IS NULL AND kind <> 'whitespace'
),
pieces AS (
    SELECT c.claim_id, c.article_id, c.raw_start, c.raw_end
    FROM {table} AS c
    ANTI JOIN fragments AS f ON f.claim_id = c.claim_id
    UNION ALL
    SELECT f.claim_id, f.article_id, f.raw_start, f.raw_end
    FROM fragments AS f
    SEMI JOIN {table} AS c ON c.claim_id = f.claim_id
)
SELECT
    p.claim_id AS row_id,
    p.article_id,
    p.raw_start || ' to ' || p.raw_end || ' touches the removed ' || r.kind || ' at ' || r.raw_start AS observed
FROM pieces AS p
ASOF JOIN removed AS r ON r.article_id = p.article_id AND p.raw_end > r.raw_start
WHERE r.raw_end > p.raw_start
