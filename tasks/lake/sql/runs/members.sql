-- grain: one member of an entity, a story or a fact
SELECT kind, id, member_id FROM members;
