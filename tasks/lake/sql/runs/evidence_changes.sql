-- grain: one claim that is evidence of one of the given facts in one of two snapshots only
WITH events AS (
    SELECT *, change_type IN ('insert', 'update_postimage') AS is_after
    FROM ducklake_table_changes(
        current_database(), current_schema(), 'evidence', least($from_snapshot + 1, $to_snapshot), $to_snapshot
    )
    WHERE snapshot_id > $from_snapshot AND fact_id IN (SELECT unnest($facts))
),
edges AS (
    SELECT
        fact_id,
        claim_id,
        any_value(article_id) AS article_id,
        arg_min(is_after, (snapshot_id, is_after)) AS is_new, -- in one snapshot the row before sorts first
        arg_max(is_after, (snapshot_id, is_after)) AS is_there
    FROM events
    GROUP BY fact_id, claim_id
)
SELECT
    edges.fact_id,
    edges.claim_id,
    edges.is_there,
    left(claims.text, 200) AS text,
    sources.name AS source_name,
    articles.published_on,
    documents.path
FROM edges
LEFT JOIN claims ON claims.claim_id = edges.claim_id
LEFT JOIN articles ON articles.article_id = edges.article_id
LEFT JOIN sources ON sources.source_id = articles.source_id
LEFT JOIN documents ON documents.document_id = articles.document_id
WHERE edges.is_new = edges.is_there
ORDER BY edges.fact_id, edges.is_there DESC, articles.published_on, edges.claim_id;
