"""Procedures as communes write them down themselves: two tiers, each record with its provenance (domain 4.6)."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

from dossiers.catalogue import load_builtin
from dossiers.catalogue_import.build import build
from dossiers.catalogue_import.node import Node
from dossiers.catalogue_import.papers import Group, paper
from dossiers.catalogue_import.terms import Price, Way, plain_amount
from dossiers.clock import say_date
from dossiers.dossier import Channel
from dossiers.names import fold
from dossiers.procedure import Detail, FeeKind, Procedure

CODE = "ma"
_TIERS = {"danh_muc": Detail.LISTED, "day_du": Detail.FULL}
_REPEALED = {"hieu_luc": False, "": False, "het_hieu_luc": True, "thay_the": True}
_LONG_AGO = date(2018, 7, 1)
"""NĐ 61/2018 begins: where a record only says that it is repealed, its true beginning is not known."""

_PLAIN_TIME = re.compile(r"(\d{1,4})\s+(ngày làm việc|ngày|giờ|tháng)")


def read(record: Node, today: date, source: str) -> Procedure | None:
    """One procedure; a repealed one is kept for history, with what replaced it."""
    detail = _TIERS.get(record.needed("muc_do_chi_tiet"))
    repealed = _REPEALED.get(record.text("trang_thai"))
    if detail is None:
        raise record.fault("muc_do_chi_tiet", "phải là danh_muc hoặc day_du")
    if repealed is None:
        raise record.fault("trang_thai", "phải là hieu_luc, het_hieu_luc hoặc thay_the")
    cases = record.nodes("truong_hop")
    taken = say_date(record.day("ngay_trich_xuat"))
    provenance = [record.needed("nguon"), record.text("nguon_url"), f"trích ngày {taken}", source]
    if repealed:
        provenance[:0] = filter(None, [record.text("ly_do_thay_doi")])
        provenance.append("ngày bắt đầu và hết hiệu lực chưa xác minh")
    procedure = build(
        record, name=record.needed("ten"), sector=_sector(record), ways=[way for case in cases for way in _ways(case)],
        groups=map(_group, cases), results=(record.text("ket_qua_thuc_hien"),),
        source="; ".join(filter(None, provenance)), checked_on=record.day("ngay_cap_nhat"),
    )  # fmt: skip
    return replace(
        procedure, detail=detail, aliases=record.texts("tu_khoa"), replaced_by=record.text("ma_thay_the"),
        effective_from=_LONG_AGO if repealed else today, effective_to=today if repealed else None,
    )  # fmt: skip


def _sector(record: Node) -> str:
    """The sector's name; these files have a slug such as ho-tich, which the sectors we know explain."""
    said = record.needed("linh_vuc")
    if said not in _sectors() and said == _slug(said):
        record.remark(f"lĩnh vực “{said:.60}” chưa có tên trong danh mục; giữ như nguồn ghi.")
    return _sectors().get(said, said)


@cache
def _sectors() -> dict[str, str]:
    return {_slug(each.sector): each.sector for each in load_builtin().procedures}


def _slug(name: str) -> str:
    return "-".join(re.findall(r"\w+", fold(name)))


def _ways(case: Node) -> tuple[Way, ...]:
    time, fee = case.node("thoi_han"), case.node("le_phi")
    stages = time.texts("chi_tiet")
    counter = Way(
        channel=Channel.COUNTER, amount=None if stages else time.count("so_ngay"), unit=time.text("don_vi"),
        words="; ".join(filter(None, (time.text("mo_ta"), *stages))), prices=(_price(fee),),
    )  # fmt: skip
    online = [each for each in case.nodes("hinh_thuc_nop") if "truc tuyen" in fold(each.text("ten"))]
    return (counter, *(_online(each) for each in online))


def _online(row: Node) -> Way:
    words = row.text("thoi_han")
    plain = _PLAIN_TIME.fullmatch(words)
    amount, unit = (int(plain[1]), plain[2]) if plain else (None, "")
    return Way(channel=Channel.ONLINE, amount=amount, unit=unit, words="" if plain else words)


def _price(fee: Node) -> Price:
    """A reference price (gia_tham_khao) is nobody's fee and is never read."""
    amount = 0 if fee.flag("mien_phi") else plain_amount(fee.text("so_tien"))
    words = fee.text("mo_ta")
    kind = FeeKind.FEE if fold(words).startswith("phi") else FeeKind.CHARGE
    certain = not fee.flag("can_xac_minh")
    return Price(amount_vnd=amount, unit=fee.text("don_vi"), words=words, kind=kind, certain=certain)


def _group(case: Node) -> Group:
    papers = (
        paper(each, "ten", "ban_chinh", "ban_sao", each.text("ghi_chu")) for each in case.nodes("thanh_phan_ho_so")
    )
    return case.text("ten_truong_hop"), tuple(filter(None, papers))
