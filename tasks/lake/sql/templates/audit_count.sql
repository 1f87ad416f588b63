-- grain: one number: how many rows an audit returns
SELECT count(*) FROM (
{audit}
);
