-- grain: one id that begins so and that no fact has now
SELECT DISTINCT old_id
FROM lineage
WHERE starts_with(old_id, $beginning) AND old_id NOT IN (SELECT fact_id FROM facts)
ORDER BY old_id;
