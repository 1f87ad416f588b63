-- grain: one statement as DuckDB writes it
SELECT json_deserialize_sql(json_serialize_sql($1));
