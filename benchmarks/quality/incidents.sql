-- grain: one article, with its story and how many the story's facts say were killed and injured
--
-- Copies and earlier versions are no articles of a story: they are in that of the original or of the later version.
-- Of several facts on one measure the one that most articles tell is taken, and of these the largest: the others are
-- of a part ("two officers").
--
-- Null where the facts do not say it for certain. Not taken are:
--   a fact in dispute, or told only far down in the articles, which is where they tell of other events;
--   what less than half of the story's articles tell, and, of deaths, what just half tell and not at once;
--   the injured of a story in which victims of several events or of a whole period are added up (a fact of no story):
--   its reports count the dead of each event, and the injured of all.
--
-- Those of whom it is only said that they were shot were injured as far as they did not die. An implied injury ("a man
-- was hit in the chest") may be that of one who died of it, unless one sentence tells of a death beside it: else it
-- counts only where more were injured than died, and not at all where it is uncertain how many died.
--
-- Who tells of the one and of none of the other says that there were none: none were injured where it is certain how
-- many died and the story tells of no injury, and of no more shot than died; none died where it is certain how many
-- were injured and the story tells of no death.
WITH RECURSIVE same AS (
    SELECT article_id, copy_of AS as_article FROM articles WHERE copy_of IS NOT NULL
    UNION ALL
    SELECT revision_of, article_id FROM articles WHERE revision_of IS NOT NULL
),
stood_for AS (
    SELECT article_id, story_id FROM story_articles
    UNION
    SELECT same.article_id, stood_for.story_id
    FROM stood_for
    JOIN same ON same.as_article = stood_for.article_id
),
beside AS (
    SELECT DISTINCT hurt.claim_id
    FROM quantities AS hurt
    JOIN quantities AS dead ON dead.article_id = hurt.article_id AND dead.measure = 'deaths'
    JOIN articles ON articles.article_id = hurt.article_id
    WHERE hurt.measure = 'injured'
      AND (hurt."end" <= dead.start OR dead."end" <= hurt.start)
      AND NOT regexp_matches(articles.text[least(hurt."end", dead."end") + 1 : greatest(hurt.start, dead.start)], '[.\n]')
),
victims AS (
    SELECT
        facts.fact_id, facts.story_id, facts.measure, facts.value, facts.verdict, facts.articles_count,
        bool_and(quantities.basis = 'implied' AND beside.claim_id IS NULL)
            FILTER (WHERE evidence.stance = 'equal') AS is_implied,
        min(quantities.start) AS first_told
    FROM facts
    JOIN evidence ON evidence.fact_id = facts.fact_id
    JOIN quantities ON quantities.claim_id = evidence.claim_id
    LEFT JOIN beside ON beside.claim_id = quantities.claim_id
    WHERE facts.measure IN ('deaths', 'injured', 'casualties')
      AND facts.story_id IS NOT NULL
      AND facts.modality = 'asserted' AND facts.change = 'total'
      AND facts.value IS NOT NULL AND facts.holder_id IS NULL
    GROUP BY ALL
),
several AS (
    SELECT DISTINCT story_articles.story_id
    FROM facts
    JOIN evidence ON evidence.fact_id = facts.fact_id
    JOIN story_articles ON story_articles.article_id = evidence.article_id
    WHERE facts.measure IN ('deaths', 'injured', 'casualties') AND facts.story_id IS NULL
),
best AS (
    FROM victims
    QUALIFY row_number() OVER (
        PARTITION BY story_id, measure ORDER BY articles_count DESC, value DESC, fact_id
    ) = 1
),
sizes AS (SELECT story_id, count(*) AS articles FROM story_articles GROUP BY story_id),
sure AS (
    SELECT best.*
    FROM best
    JOIN sizes ON sizes.story_id = best.story_id
    WHERE verdict <> 'conflicting' AND first_told < 900
      AND (measure = 'deaths' OR best.story_id NOT IN (FROM several))
      AND (2 * articles_count > articles
           OR (2 * articles_count = articles AND (measure <> 'deaths' OR first_told < 120)))
),
dead AS (
    SELECT story_id, max(dead) AS dead
    FROM (
        SELECT story_id, value AS dead FROM best WHERE measure = 'deaths'
        UNION ALL
        SELECT story_id, count(DISTINCT holder_id) FROM facts
        WHERE measure = 'deaths' AND modality = 'asserted' AND holder_id IS NOT NULL GROUP BY story_id
    )
    GROUP BY story_id
)
SELECT
    documents.external_id AS id,
    stood_for.story_id AS cluster,
    CASE WHEN dead.dead IS NULL AND injured.value IS NOT NULL THEN 0 ELSE killed.value END AS killed,
    CASE
        WHEN NOT injured.is_implied THEN greatest(injured.value, shot.value - coalesce(dead.dead, 0))
        WHEN dead.dead IS NULL THEN greatest(injured.value, shot.value)
        WHEN killed.value IS NULL THEN NULL
        WHEN shot.value > dead.dead THEN greatest(injured.value, shot.value - dead.dead)
        WHEN injured.value > dead.dead THEN injured.value
        WHEN hurt.value IS NULL AND coalesce(hit.value, 0) <= killed.value THEN 0
    END AS injured
FROM stood_for
JOIN articles ON articles.article_id = stood_for.article_id
JOIN documents ON documents.document_id = articles.document_id
LEFT JOIN dead ON dead.story_id = stood_for.story_id
LEFT JOIN sure AS killed ON killed.story_id = stood_for.story_id AND killed.measure = 'deaths'
LEFT JOIN sure AS injured ON injured.story_id = stood_for.story_id AND injured.measure = 'injured'
LEFT JOIN sure AS shot ON shot.story_id = stood_for.story_id AND shot.measure = 'casualties'
LEFT JOIN best AS hurt ON hurt.story_id = stood_for.story_id AND hurt.measure = 'injured'
LEFT JOIN best AS hit ON hit.story_id = stood_for.story_id AND hit.measure = 'casualties'
ORDER BY id
