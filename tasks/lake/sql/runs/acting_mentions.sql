-- grain: one mention that speaks, acts or holds something
SELECT speaker_mention_id AS mention_id FROM statements WHERE speaker_mention_id IS NOT NULL
UNION
SELECT holder_mention_id FROM quantities WHERE holder_mention_id IS NOT NULL
UNION
SELECT actor_mention_id FROM dates WHERE actor_mention_id IS NOT NULL;
