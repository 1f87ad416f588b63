-- grain: one outlet that an article names as its source, or named until a person overruled it
SELECT source_id FROM articles WHERE source_id IS NOT NULL
UNION
SELECT value FROM candidates WHERE column_name = 'source_id' AND starts_with(basis, 'overruled: ')
ORDER BY source_id;
