-- grain: no rows; opens one snapshot, to read
ATTACH {catalog} AS lake (
    DATA_PATH {data}, OVERRIDE_DATA_PATH true, META_BUSY_TIMEOUT 30000, READ_ONLY, SNAPSHOT_VERSION {snapshot}
);
USE lake;
