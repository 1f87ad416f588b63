-- grain: one claim of a current article that one of the sides names: by its id, or as a fact that begins with it
WITH claims AS (
    SELECT claim_id, 'quantity' AS kind, article_id, text, value, NULL::DATE AS earliest_on, NULL::DATE AS latest_on
    FROM quantities
    UNION ALL
    SELECT claim_id, 'statement', article_id, text, NULL, NULL, NULL FROM statements
    UNION ALL
    SELECT claim_id, 'date', article_id, text, NULL, earliest_on, latest_on FROM dates
),
sides AS (
    SELECT unnest($sides) AS side
),
named AS (
    SELECT sides.side, claims.* FROM sides JOIN claims ON claims.claim_id = sides.side
    UNION ALL
    SELECT sides.side, claims.*
    FROM sides
    JOIN claims ON left(sha256('fact' || chr(31) || claims.claim_id), 20) = sides.side -- ids.content_id
)
SELECT
    named.side,
    named.claim_id,
    named.kind,
    named.text,
    named.value,
    named.earliest_on::VARCHAR AS earliest_on,
    named.latest_on::VARCHAR AS latest_on
FROM named
JOIN articles ON articles.article_id = named.article_id
WHERE articles.is_current
ORDER BY named.side;
