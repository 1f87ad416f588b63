-- grain: the disputed fact that most articles carry; no row if nothing is disputed
SELECT fact_id FROM facts WHERE verdict = 'conflicting' ORDER BY articles_count DESC, fact_id LIMIT 1;
