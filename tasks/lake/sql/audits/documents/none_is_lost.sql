-- grain: one document that was published and is gone
-- severity: critical
-- scope: lake
-- table: documents
-- expectation: Each document that was ever published still is
-- note: Each publication is held to the one before, so that nothing is lost over the lake's whole life.
SELECT
    p.document_id AS row_id,
    NULL::VARCHAR AS article_id,
    p.path || ' is gone' AS observed
FROM lake.documents AS p
ANTI JOIN documents AS d ON d.document_id = p.document_id
