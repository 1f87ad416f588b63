-- grain: one fact whose id begins so
SELECT fact_id FROM facts WHERE $beginning <> '' AND starts_with(fact_id, $beginning) ORDER BY fact_id;
