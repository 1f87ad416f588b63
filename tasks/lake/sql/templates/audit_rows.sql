-- grain: one bad row, the first ones in the order of their ids
SELECT row_id::VARCHAR AS row_id, article_id::VARCHAR AS article_id, observed::VARCHAR AS observed FROM (
{audit}
) ORDER BY ALL LIMIT $1;
