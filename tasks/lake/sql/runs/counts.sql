-- grain: one kind of thing and one value of it, with the number of its rows
SELECT 'verdict' AS what, verdict AS value, count(*) AS rows_count FROM facts GROUP BY ALL
UNION ALL
SELECT 'support', support, count(*) FROM facts GROUP BY ALL
UNION ALL
SELECT 'kind', kind, count(*) FROM facts GROUP BY ALL
UNION ALL
SELECT 'articles', if(copy_of IS NULL, 'original', 'copy'), count(*) FROM articles GROUP BY ALL
UNION ALL
SELECT 'quarantine', reason, count(*) FROM quarantine GROUP BY ALL
UNION ALL
SELECT 'documents', 'all', count(*) FROM documents GROUP BY ALL
ORDER BY what, value;
