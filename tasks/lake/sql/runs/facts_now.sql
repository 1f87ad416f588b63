-- grain: one current fact that goes on from an id
SELECT facts.fact_id
FROM id_now($old_id) AS now
JOIN facts ON facts.fact_id = now.id
ORDER BY facts.fact_id;
