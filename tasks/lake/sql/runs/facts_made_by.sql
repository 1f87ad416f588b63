-- grain: one fingerprint of code that made facts
SELECT DISTINCT reconciled_by FROM facts ORDER BY reconciled_by;
