-- grain: one row that an owner has after the publication: of the last put that names the owner, or else of the
-- last put of the whole table ({since}; 0 if there is none)
CREATE OR REPLACE TEMP VIEW {staged} AS
SELECT {columns}
FROM {parts} AS part
LEFT JOIN (
    SELECT owner AS latest_owner, max(staged_put) AS latest_put FROM {owners} WHERE owner IS NOT NULL GROUP BY owner
) AS latest ON latest.latest_owner = part.{owner}
WHERE part.staged_put = coalesce(latest.latest_put, {since});
