-- grain: one key that may be referred to
    SELECT {key} FROM {table} WHERE {key} IS NOT NULL
