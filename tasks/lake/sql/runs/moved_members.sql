-- grain: one pair of an id before and an id now that have members in common, where either lost a member to another id
-- Reads members_before, the rows of runs/members of an earlier snapshot.
WITH flows AS (
    SELECT before.id AS old_id, members.id AS new_id, count(*) AS members
    FROM members_before AS before
    JOIN members ON members.kind = before.kind AND members.member_id = before.member_id
    GROUP BY before.kind, before.id, members.id
),
moved AS (
    SELECT old_id, new_id FROM flows WHERE old_id <> new_id
)
SELECT old_id, new_id, members
FROM flows
WHERE old_id IN (SELECT old_id FROM moved) OR new_id IN (SELECT new_id FROM moved)
ORDER BY old_id, new_id;
