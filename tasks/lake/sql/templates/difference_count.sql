-- grain: one number: how many rows go, come or change
SELECT count(*) FROM {difference};
