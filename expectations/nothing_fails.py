"""The expectation that all suites are made of: an audit was run and returned no row.

Great Expectations sees one small frame a suite (:data:`COLUMNS`): for each audit the number of rows it
returned and the first of them. A million bad rows cost as much to judge as one.
"""

from typing import Any, ClassVar

from great_expectations.core.expectation_validation_result import ExpectationValidationResult
from great_expectations.core.metric_domain_types import MetricDomainTypes
from great_expectations.execution_engine.pandas_execution_engine import PandasExecutionEngine
from great_expectations.expectations.expectation import BatchExpectation
from great_expectations.expectations.expectation_configuration import ExpectationConfiguration
from great_expectations.expectations.metrics.metric_provider import metric_value
from great_expectations.expectations.metrics.table_metric_provider import TableMetricProvider
from great_expectations.render.components import (
    CollapseContent,
    LegacyDiagnosticRendererType,
    RenderedStringTemplateContent,
    RenderedTableContent,
)
from great_expectations.render.renderer.renderer import renderer

from tasks.reference.printable import printable

COLUMNS = ("audit", "count", "row_id", "article_id", "observed")


class AuditFailures(TableMetricProvider):
    """The ``count`` of failing rows of one audit (None if the frame does not have it) and its first ``rows``."""

    metric_name = "audit.failures"
    value_keys = ("audit",)

    @metric_value(engine=PandasExecutionEngine)
    def _pandas(
        cls,  # noqa: N805 - Great Expectations binds it to the class
        execution_engine: PandasExecutionEngine,
        metric_domain_kwargs: dict[str, object],
        metric_value_kwargs: dict[str, str],
        metrics: dict[str, object],
        runtime_configuration: dict[str, object],
    ) -> dict[str, Any]:
        frame, _, _ = execution_engine.get_compute_domain(metric_domain_kwargs, MetricDomainTypes.TABLE)
        mine = frame[frame["audit"] == metric_value_kwargs["audit"]]
        if mine.empty:
            return {"count": None, "rows": []}
        rows = mine.loc[mine["row_id"].notna(), ["row_id", "article_id", "observed"]].fillna("")
        return {"count": int(mine["count"].iloc[0]), "rows": rows.to_numpy(object).tolist()}


class ExpectNothingFails(BatchExpectation):
    """Passes when ``audit`` is in the frame and returned no row.

    ``meta["sql"]`` is its query; ``description`` is the sentence for Data Docs, which show it as HTML.
    """

    audit: str

    metric_dependencies: ClassVar[tuple[str, ...]] = ("audit.failures",)
    success_keys: ClassVar[tuple[str, ...]] = ("audit",)
    args_keys: ClassVar[tuple[str, ...]] = ("audit",)

    def _validate(
        self,
        metrics: dict[str, Any],
        runtime_configuration: dict[str, Any] | None = None,
        execution_engine: object = None,
    ) -> dict[str, Any]:
        failures = metrics["audit.failures"]
        return {
            "success": failures["count"] == 0,
            "result": {"observed_value": failures["count"], "details": {"rows": failures["rows"]}},
        }

    @classmethod
    @renderer(renderer_type=LegacyDiagnosticRendererType.OBSERVED_VALUE)
    def _diagnostic_observed_value_renderer(
        cls,
        configuration: ExpectationConfiguration | None = None,
        result: ExpectationValidationResult | None = None,
        runtime_configuration: dict[str, object] | None = None,
    ) -> str:
        count = result.result.get("observed_value") if result is not None else None
        if count is None:
            return "not run"
        return "1 row fails" if count == 1 else f"{count:,} rows fail"

    @classmethod
    @renderer(renderer_type=LegacyDiagnosticRendererType.UNEXPECTED_TABLE)
    def _diagnostic_unexpected_table_renderer(
        cls,
        configuration: ExpectationConfiguration | None = None,
        result: ExpectationValidationResult | None = None,
        runtime_configuration: dict[str, object] | None = None,
    ) -> list[RenderedTableContent | CollapseContent] | None:
        if result is None or result.expectation_config is None or not result.result["details"]["rows"]:
            return None
        table = RenderedTableContent(
            content_block_type="table",
            header_row=["Row", "Article", "Observed"],
            table=[[_text("$value", value=value) for value in row] for row in result.result["details"]["rows"]],
        )
        sql = _text("$sql", tag="pre", sql=result.expectation_config.meta["sql"])
        return [table, CollapseContent(collapse_toggle_link="The SQL that shows them", collapse=[sql])]


def _text(template: str, tag: str = "span", **params: str | None) -> RenderedStringTemplateContent:
    """Text for Data Docs. Parameters are escaped when they are rendered, the template is not: pages go into those."""
    return RenderedStringTemplateContent(
        content_block_type="string_template",
        string_template={
            "template": template,
            "tag": tag,
            "params": {name: printable(value or "") for name, value in params.items()},
        },
    )
