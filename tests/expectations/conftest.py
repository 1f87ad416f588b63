from collections.abc import Iterator

import duckdb
import pytest
from audited_tables import AuditedTables


@pytest.fixture
def tables() -> Iterator[AuditedTables]:
    with duckdb.connect(config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}) as one:
        yield AuditedTables(one)
