-- grain: one ruling on one of some claims
SELECT *
FROM decisions
WHERE left_id IN (SELECT unnest($claim_ids)) OR right_id IN (SELECT unnest($claim_ids))
ORDER BY decision_id;
