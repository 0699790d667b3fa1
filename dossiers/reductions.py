"""Who pays less, and why: exemptions and reductions of fees, each with its reason and the paper that proved it."""

from dataclasses import replace
from functools import cache

import msgspec

import resources
from dossiers.dossier import FeeLine
from dossiers.errors import InvalidInput
from dossiers.fees import say_vnd
from dossiers.names import nfc
from dossiers.procedure import Exemption, FeeRule


@cache
def general_exemptions() -> tuple[Exemption, ...]:
    """The groups the law names for all fees (Luật Phí và lệ phí 97/2015/QH13, article 10); how much is unverified."""
    return msgspec.json.decode(resources.read_bytes("exemptions.json"), type=tuple[Exemption, ...])


def offered(rule: FeeRule) -> tuple[Exemption, ...]:
    """What a clerk may choose from for one fee: its own tariff's groups, else the law's."""
    return rule.exemptions or general_exemptions()


def reduce(line: FeeLine, exemption: Exemption, paper: str) -> FeeLine:
    """The line with what falls away taken off, from the full amount however often it was reduced before.

    `paper` is what the citizen showed. A half dong falls to the citizen. Raises InvalidInput without a paper, or
    while the amount is not known.
    """
    shown = nfc(paper)
    if not shown:
        raise InvalidInput("Ghi giấy tờ chứng minh đã xem, rồi mới miễn, giảm.", field="reduction_paper")
    full_vnd = line.full_vnd or line.amount_vnd
    if not full_vnd:
        raise InvalidInput("Khoản này chưa có số tiền. Ghi số tiền, rồi mới miễn, giảm.", field="amount")
    return replace(
        line, amount_vnd=full_vnd * (100 - exemption.percent) // 100, full_vnd=full_vnd,
        reduction=f"{_cut(exemption)}: {exemption.words}", reduction_paper=shown,
    )  # fmt: skip


def restore(line: FeeLine) -> FeeLine:
    """The line at its full amount again."""
    if not line.full_vnd:
        return line
    return replace(line, amount_vnd=line.full_vnd, full_vnd=0, reduction="", reduction_paper="")


def say_fee(line: FeeLine) -> str:
    """An amount as the tariff shows it: '4.000 ₫ (mức đủ 8.000 ₫; giảm 50%: Người thuộc hộ cận nghèo)'."""
    paid = say_vnd(line.amount_vnd)
    return f"{paid} (mức đủ {say_vnd(line.full_vnd)}; {line.reduction})" if line.full_vnd else paid


def _cut(exemption: Exemption) -> str:
    return "miễn" if exemption.percent == 100 else f"giảm {exemption.percent}%"
