-- grain: no rows; opens the lake for its one writer, and makes the catalog where there is none
-- An open reader must not fail the writer: hence WAL and a wait of 30 s for SQLite's lock.
-- Inlining is off so that every row is in Parquet.
ATTACH {catalog} AS lake (
    DATA_PATH {data}, OVERRIDE_DATA_PATH true, META_JOURNAL_MODE 'WAL', META_BUSY_TIMEOUT 30000,
    DATA_INLINING_ROW_LIMIT 0
);
USE lake;
