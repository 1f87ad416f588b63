-- grain: no rows; opens the newest snapshot, to read
-- The data path is given anew so that a lake that was moved still finds its files.
ATTACH {catalog} AS lake (DATA_PATH {data}, OVERRIDE_DATA_PATH true, META_BUSY_TIMEOUT 30000, READ_ONLY);
