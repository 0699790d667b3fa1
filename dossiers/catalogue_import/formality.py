"""Procedures as the national portal's public API of 2026 gives them: one formality each (domain 4.6)."""

from dataclasses import replace
from datetime import date

from dossiers.catalogue_import.build import build, first_text
from dossiers.catalogue_import.node import Node
from dossiers.catalogue_import.papers import Group, paper
from dossiers.catalogue_import.terms import Way, price
from dossiers.clock import say_date
from dossiers.dossier import Channel
from dossiers.procedure import PaperRule, Procedure

CODE = "code"
_IN_FORCE = {"", "ACTIVE", "UPDATED"}
_CHANNELS = {
    "DIRECT": (Channel.COUNTER,), "ONLINE": (Channel.ONLINE,), "POSTAL": (Channel.POST,),
    "DIRECT_AND_ONLINE": (Channel.COUNTER, Channel.ONLINE),
}  # fmt: skip


def read(record: Node, today: date, source: str) -> Procedure | None:
    """One procedure, or none where its state is not known to be in force."""
    state = record.text("state")
    if state not in _IN_FORCE:
        record.remark(f"nguồn ghi trạng thái “{state:.40}”; không nhập, bản đang dùng giữ nguyên.")
        return None
    decision = record.text("decisionNo")
    decided = (f"Quyết định số {decision}",) if decision else ()
    return build(
        record, name=record.needed("name"), sector=first_text(record.nodes("categoriesDetails"), "name"),
        ways=[way for method in record.nodes("executionMethods") for way in _ways(method)],
        groups=map(_group, record.nodes("executionCases")),
        results=(each.text("name") for each in record.nodes("resultsDetails")),
        source="; ".join((*decided, f"Cổng dịch vụ công quốc gia, lấy ngày {say_date(today)}", source)),
        checked_on=today,
    )  # fmt: skip


def _ways(method: Node) -> tuple[Way, ...]:
    named = method.text("submissionMethod")
    if named not in _CHANNELS:
        method.remark(f"hình thức nộp “{named:.40}” chưa biết; bỏ qua hình thức này.")
    return tuple(
        Way(
            channel=channel, amount=method.count("processingTime"), unit=method.text("processingTimeUnit"),
            words=method.text("description"),
            prices=tuple(price(each, "value", "currencyName", "description") for each in method.nodes("fees")),
        )
        for channel in _CHANNELS.get(named, ())
    )  # fmt: skip


def _group(case: Node) -> Group:
    return case.text("name"), tuple(filter(None, map(_paper, case.nodes("profileComponents"))))


def _paper(component: Node) -> PaperRule | None:
    rule = paper(component, "name", "originalQty", "copyQty", component.text("description"))
    optional = component.flag("required") is False
    return replace(rule, required=False) if rule and optional else rule
