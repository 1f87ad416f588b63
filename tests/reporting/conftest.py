from collections.abc import Callable

import pytest
from reporting_rows import PAGES, a_content

from tasks.reporting import ReportContent


@pytest.fixture
def content_of() -> Callable[..., ReportContent]:
    """Builds the content of a report on the given pages."""
    return a_content


@pytest.fixture
def content() -> ReportContent:
    return a_content(*PAGES)
