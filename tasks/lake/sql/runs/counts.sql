-- grain: one kind of thing and one value of it, with the number of its rows
SELECT 'verdict' AS what, verdict AS value, count(*) AS rows_count FROM facts GROUP BY ALL
UNION ALL
SELECT 'support', support, count(*) FROM facts GROUP BY ALL
UNION ALL
SELECT 'kind', kind, count(*) FROM facts GROUP BY ALL
UNION ALL
SELECT
    'articles',
    CASE WHEN is_current THEN 'current' WHEN copy_of IS NOT NULL THEN 'copies' ELSE 'earlier versions' END,
    count(*)
FROM articles
GROUP BY ALL
UNION ALL
SELECT 'quarantine', reason, count(*) FROM quarantine GROUP BY ALL
UNION ALL
SELECT 'documents', 'all', count(*) FROM documents GROUP BY ALL
ORDER BY what, value;
