-- grain: one severity and expectation that failed in the given run, with the number of findings
SELECT severity, suite, expectation, count(*) AS findings_count
FROM findings
WHERE last_run = $run_id
GROUP BY severity, suite, expectation
ORDER BY list_position(['critical', 'warning', 'info'], severity), suite, expectation;
