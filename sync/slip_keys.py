"""Whose key signed a slip: this desk's own, a desk's of this office, or one on the province's signed list."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import msgspec

from dossiers.clock import from_ms, local_date, say_date
from dossiers.errors import InvalidInput, KnownError
from dossiers.reading import read_json
from dossiers.slip_header import Forged, Place, SlipHead, SlipProofs, open_slip, prove
from sync.membership import device_key

if TYPE_CHECKING:
    from dossiers.dossier import Dossier
    from dossiers.store.desk import Desk

LIST = "desk_keys"
"""The reference pack and the setting that hold the list."""


class DeskKey(msgspec.Struct, frozen=True, kw_only=True):
    """A desk's signing key as the province lists it: `key` in hex; `revoked_at` in ms where it is believed no more."""

    key: Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z")]
    unit: str
    office: str
    slot: int
    revoked_at: Annotated[int, msgspec.Meta(ge=0, lt=1 << 43)] | None = None




class Verdict(StrEnum):
    """What a check of a slip comes to; only the first is a yes."""

    GENUINE = "genuine"
    BEFORE_REVOCATION = "before_revocation"
    REVOKED = "revoked"
    UNKNOWN_KEY = "unknown_key"
    OTHER_NAME = "other_name"
    FORGED = "forged"


SENTENCES = {
    Verdict.GENUINE: "Đúng là biên nhận của {office}, quầy {slot}: hồ sơ {code}.",
    Verdict.BEFORE_REVOCATION: "Chữ ký đúng của {office}, quầy {slot}, hồ sơ {code}; nhưng khóa của quầy đã bị thu hồi "
    "ngày {day}, sau ngày ghi trên biên nhận. Hỏi lại nơi cấp trước khi dùng.",
    Verdict.REVOKED: "Không dùng biên nhận {code}: ký bằng khóa của {office}, quầy {slot}, đã bị thu hồi ngày {day}.",
    Verdict.UNKNOWN_KEY: "Chưa biết khóa của quầy này nên chưa nói được biên nhận {code} là thật hay giả. "
    "Đồng bộ hoặc nhận gói của tỉnh để có danh sách khóa mới, rồi kiểm tra lại.",
    Verdict.OTHER_NAME: "Chữ ký đúng, nhưng biên nhận {code} không cấp cho người có tên này.",
    Verdict.FORGED: "Chữ ký không đúng: mã trên biên nhận đã bị sửa hoặc không do bộ phận một cửa nào ký.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipCheck:
    """The answer to "is this slip real?", from what lies on this machine alone."""

    verdict: Verdict
    head: SlipHead | None = None
    signer: DeskKey | None = None

    @property
    def template(self) -> str:
        """The sentence to say, `{names}` still open."""
        return SENTENCES[self.verdict]

    @property
    def facts(self) -> dict[str, object]:
        """What fills the sentence."""
        head, signer = self.head, self.signer
        day = say_date(local_date(from_ms(signer.revoked_at))) if signer and signer.revoked_at is not None else ""
        told = {"office": signer.office, "slot": signer.slot, "day": day} if signer else {}
        return told | ({"code": head.code} if head else {})

    @property
    def believed(self) -> bool:
        """A yes."""
        return self.verdict is Verdict.GENUINE

    @property
    def refused(self) -> bool:
        """A no; what is neither is not known here."""
        return self.verdict in {Verdict.FORGED, Verdict.REVOKED, Verdict.OTHER_NAME}

    @property
    def sentence(self) -> str:
        """The sentence as the console says it."""
        return self.template.format(**self.facts)


def prove_slip(desk: "Desk", dossier: "Dossier") -> SlipProofs:
    """The signed codes of a dossier's receipt."""
    entries = desk.journal.of(dossier.id)
    place = Place(entries[0].epoch, entries[0].seq) if entries else None
    return prove(dossier, place, device_key(desk))


def check_slip(desk: "Desk", text: str, name: str = "") -> SlipCheck:
    """Judge a slip by its code's text, and where it is given by the name printed on it; raises NotASlip."""
    try:
        head = open_slip(text)
    except Forged:
        return SlipCheck(verdict=Verdict.FORGED)
    signer = signer_of(desk, head.key)
    if signer is None:
        return SlipCheck(verdict=Verdict.UNKNOWN_KEY, head=head)
    verdict = _standing(head, signer)
    if verdict is Verdict.GENUINE and name and not head.names(name):
        verdict = Verdict.OTHER_NAME
    return SlipCheck(verdict=verdict, head=head, signer=signer)


def signer_of(desk: "Desk", key: bytes) -> DeskKey | None:
    """The desk that signs with a key; None where nothing here tells."""
    listed = next((each for each in read_list(desk) if each.key == key.hex()), None)
    if listed is not None:
        return listed
    office = desk.office
    if key == device_key(desk).public_key().public_bytes_raw():
        return DeskKey(key=key.hex(), unit=office.unit, office=office.name, slot=office.desk_slot)
    slots = (peer.slot for peer in desk.lan.peers() if peer.public_key == key)
    slot = next(slots, None)
    return DeskKey(key=key.hex(), unit=office.unit, office=office.name, slot=slot) if slot is not None else None


def read_list(desk: "Desk") -> tuple[DeskKey, ...]:
    """The province's list as it last came."""
    return decode_list(desk.setting(LIST, "[]").encode())


def use_list(desk: "Desk", content: bytes) -> None:
    """Put a list into force; raises InvalidInput."""
    decode_list(content)
    desk.set_setting(LIST, content.decode())


def decode_list(content: bytes) -> tuple[DeskKey, ...]:
    """A list from its JSON; raises InvalidInput."""
    try:
        return read_json(content, tuple[DeskKey, ...])
    except msgspec.MsgspecError as error:
        raise InvalidInput("Danh sách khóa của các quầy không đúng dạng.", field="content") from error


def require_usable(check: SlipCheck) -> None:
    """A slip that may bring a dossier back, its key known or still to be asked about; raises KnownError for any other.

    What a revoked key signed before it was revoked is the office's own past, and comes back.
    """
    if check.verdict in {Verdict.FORGED, Verdict.REVOKED}:
        raise KnownError(check.template, **check.facts)


def _standing(head: SlipHead, signer: DeskKey) -> Verdict:
    if signer.revoked_at is None:
        return Verdict.GENUINE
    return Verdict.BEFORE_REVOCATION if head.received_at < from_ms(signer.revoked_at) else Verdict.REVOKED
