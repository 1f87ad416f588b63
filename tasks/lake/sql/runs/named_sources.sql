-- grain: one outlet that an article names as its source
SELECT DISTINCT source_id FROM articles WHERE source_id IS NOT NULL ORDER BY source_id;
