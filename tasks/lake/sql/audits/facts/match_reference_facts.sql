-- grain: one fact that departs from a reference fact
-- severity: warning
-- scope: row
-- table: facts
-- expectation: Facts on what is known for sure lie within the tolerance of the reference fact
-- note: A bound that allows the reference value (more than 2,000 where 2,500 is known) does not depart from it; a
--   bound is a value at an end of its interval.
WITH names AS (
    SELECT entity_id, lower(name) AS name FROM entities
    UNION
    SELECT entity_id, lower(unnest(from_json(aliases, '["VARCHAR"]'))) FROM entities
),
departures AS (
    SELECT DISTINCT f.fact_id, f.label, r.reference, r.value AS due, r.tolerance
    FROM reference_facts AS r
    JOIN names AS holder ON holder.name = r.holder
    JOIN names AS place ON place.name = r.place
    JOIN facts AS f
        ON f.measure = r.measure AND f.holder_id = holder.entity_id AND f.place_id = place.entity_id
    WHERE
        f.as_of_on BETWEEN r.from_on AND r.to_on
        AND f.modality = 'asserted'
        AND f.change = 'total'
        AND f.includes IS NULL
        AND NOT CASE
            WHEN f.value > coalesce(f.value_low, '-infinity') AND f.value < coalesce(f.value_high, 'infinity')
                THEN abs(f.value - r.value) <= r.tolerance
            ELSE coalesce(f.value_low, '-infinity') <= r.value + r.tolerance
                AND coalesce(f.value_high, 'infinity') >= r.value - r.tolerance
        END
)
SELECT
    fact_id AS row_id,
    NULL::VARCHAR AS article_id,
    left(label, 200) || '; ' || reference || ': ' || format('{:t,}', due::BIGINT) || ' ± '
    || format('{:t,}', tolerance::BIGINT) AS observed
FROM departures
