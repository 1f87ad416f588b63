-- grain: one statement that has the words for its speaker inside
-- severity: warning
-- scope: row
-- table: statements
-- expectation: The words that name the speaker are not in what is said
WITH pieces AS (
    SELECT s.claim_id, s.start, s."end"
    FROM statements AS s
    ANTI JOIN fragments AS f ON f.claim_id = s.claim_id
    UNION ALL
    SELECT claim_id, start, "end" FROM fragments
)
SELECT DISTINCT
    s.claim_id AS row_id,
    s.article_id,
    'the speaker "' || left(coalesce(s.speaker_text, ''), 200) || '" stands in the statement' AS observed
FROM statements AS s
JOIN pieces AS p ON p.claim_id = s.claim_id
WHERE s.speaker_start < p."end" AND p.start < s.speaker_end
