-- grain: one fact that departs from a reference fact
-- severity: warning
-- scope: row
-- table: facts
-- expectation: Facts on what is known for sure lie within the tolerance of the reference fact
-- note: A bound that is open towards the reference value (more than 2,000) does not depart from it.
WITH names AS (
    SELECT entity_id, lower(name) AS name FROM entities
    UNION
    SELECT entity_id, lower(unnest(from_json(aliases, '["VARCHAR"]'))) FROM entities
),
departures AS (
    SELECT DISTINCT f.fact_id, f.label, f.value, f.value_low, f.value_high, r.reference, r.value AS due, r.tolerance
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
        AND (
            (coalesce(f.value, f.value_low) > r.value + r.tolerance AND f.value_low IS NOT NULL)
            OR (coalesce(f.value, f.value_high) < r.value - r.tolerance AND f.value_high IS NOT NULL)
        )
)
SELECT
    fact_id AS row_id,
    NULL::VARCHAR AS article_id,
    left(label, 200) || ': ' || coalesce(format('{:t,}', value::BIGINT), 'no single value') || ' where '
    || reference || ' says ' || format('{:t,}', due::BIGINT) || ' ± ' || format('{:t,}', tolerance::BIGINT) AS observed
FROM departures
