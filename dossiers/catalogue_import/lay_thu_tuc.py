"""Procedures as the old national service LayThuTuc gives them, in upper-case Vietnamese keys (domain 4.6)."""

from datetime import date

from dossiers.catalogue_import.build import build, first_text
from dossiers.catalogue_import.node import Node
from dossiers.catalogue_import.papers import Group, paper
from dossiers.catalogue_import.terms import Way, price
from dossiers.clock import say_date
from dossiers.dossier import Channel
from dossiers.procedure import Procedure

CODE = "MATTHC"
_PUBLIC = {"", "1"}


def read(record: Node, today: date, source: str) -> Procedure | None:
    """One procedure, or none where the record is not in force (TRANGTHAI)."""
    if record.text("TRANGTHAI") not in _PUBLIC:
        record.remark("nguồn không ghi là đang công khai (TRANGTHAI); không nhập, bản đang dùng giữ nguyên.")
        return None
    return build(
        record, name=record.needed("TENTTHC"), sector=first_text(record.nodes("LINHVUCTHUCHIEN"), "TENLINHVUC"),
        ways=[way for method in record.nodes("CACHTHUCTHUCHIEN") for way in _ways(method)],
        groups=map(_group, record.nodes("THANHPHANHOSO")),
        results=(each.text("TENKETQUA") for each in record.nodes("KETQUATHUCHIEN")),
        source=f"Cổng dịch vụ công quốc gia (LayThuTuc), lấy ngày {say_date(today)}; {source}", checked_on=today,
    )  # fmt: skip


def _ways(method: Node) -> tuple[Way, ...]:
    try:
        channel = Channel(method.text("KENH"))
    except ValueError as error:
        raise method.fault("KENH", "phải là 1, 2 hoặc 3") from error
    return tuple(
        Way(
            channel=channel, amount=time.count("THOIGIANGIAIQUYET"), unit=time.text("DONVITINH"),
            words=time.text("MOTA"),
            prices=tuple(price(each, "SOTIEN", "DONVI", "MOTA") for each in time.nodes("PHILEPHI")),
        )
        for time in method.nodes("THOIGIAN")
    )  # fmt: skip


def _group(case: Node) -> Group:
    papers = (paper(each, "TENGIAYTO", "SOBANCHINH", "SOBANSAO", _form(each)) for each in case.nodes("GIAYTO"))
    return case.text("TRUONGHOP"), tuple(filter(None, papers))


def _form(paper_node: Node) -> str:
    form = paper_node.text("TENMAUDON")
    return f"Mẫu: {form}" if form else ""
