"""Who holds a dossier and since when, hop by hop, and the way of its result, as words."""

from dataclasses import dataclass
from datetime import datetime

from desktop.i18n import t
from desktop.screens.dossier.words import holder_words
from desktop.theme.tokens import Tone
from dossiers.clock import say_time
from dossiers.delivery import DELIVERY_WORDS, delivery_of
from dossiers.dossier import Dossier, Hop, Posting


@dataclass(frozen=True, slots=True, kw_only=True)
class HopRow:
    """One change of custody as listed."""

    given: str
    sender: str
    receiver: str
    due: str
    note: str
    taken: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyState:
    """The card: who has it, its hops, and where the result is."""

    holder: str
    result: str
    hops: tuple[HopRow, ...]


def describe_custody(dossier: Dossier, now: datetime) -> CustodyState:
    """Everything about whose hands the dossier went through."""
    return CustodyState(
        holder=say_holder(dossier), result=_result(dossier), hops=tuple(_hop(hop, now) for hop in dossier.hops)
    )


def say_holder(dossier: Dossier) -> str:
    """Who has it and since when."""
    return t("{who}, từ {since}", who=holder_words(dossier.holder), since=say_time(dossier.held_since))


def _result(dossier: Dossier) -> str:
    return " · ".join(filter(None, (t(DELIVERY_WORDS[delivery_of(dossier)]), _posting(dossier.posting))))


def _posting(posting: Posting | None) -> str:
    if posting is None:
        return ""
    sent = t("mã vận đơn {tracking}, gửi {at}", tracking=posting.tracking, at=say_time(posting.at))
    back = t("chuyển hoàn {at}", at=say_time(posting.back_at)) if posting.back_at else ""
    return " · ".join(filter(None, (sent, posting.address, back)))


def _hop(hop: Hop, now: datetime) -> HopRow:
    late = hop.taken_at is None and hop.due_at is not None and now > hop.due_at
    if hop.taken_at:
        taken, tone = t("{who} {at}", who=hop.taken_by, at=say_time(hop.taken_at)), Tone.OK
    else:
        taken, tone = t("chưa ký nhận"), Tone.BAD if late else Tone.WARN
    return HopRow(
        given=say_time(hop.given_at), sender=holder_words(hop.sender),
        receiver=holder_words(hop.receiver), due=say_time(hop.due_at) if hop.due_at else "–", note=hop.note,
        taken=taken, tone=tone,
    )  # fmt: skip
