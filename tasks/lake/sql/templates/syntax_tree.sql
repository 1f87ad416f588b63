-- grain: one statement's syntax tree, as JSON
SELECT json_serialize_sql($1);
