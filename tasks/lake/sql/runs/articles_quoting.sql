-- grain: one article with a statement by one of some mentions
SELECT DISTINCT article_id FROM statements WHERE speaker_mention_id IN (SELECT unnest($mention_ids));
