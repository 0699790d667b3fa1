"""Enrolment: a one-time code becomes this desk's place in the province, and the province's key is pinned."""

import secrets
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from dossiers.clock import Clock, to_ms
from dossiers.errors import Impossible, InvalidInput, KnownError
from sync import protocol, rescue
from sync.client import REFUSAL, Client
from sync.exchange import NONCE_BYTES
from sync.faults import Deceived, LineFault
from sync.membership import INTAKE_KEYS, PROVINCE_CA, PROVINCE_KEY, PROVINCE_URL, REFERENCE_KEY, device_key
from sync.progress import Ask
from sync.protocol import EnrolReply, EnrolRequest, Refusal
from sync.records import HISTORY
from sync.sealing import SEAL_BYTES, BadSeal, Garbled, pack, unpack

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

REASONS = {
    "unknown": "Mã ghi danh này không có trên máy chủ tỉnh. Kiểm tra lại từng chữ rồi nhập lại.",
    "used": "Mã ghi danh này đã được một máy khác dùng. Xin cán bộ tỉnh cấp mã mới.",
    "expired": "Mã ghi danh này đã quá 24 giờ. Xin cán bộ tỉnh cấp mã mới.",
    "other_unit": "Mã ghi danh này cấp cho đơn vị hoặc quầy khác. Kiểm tra mã đơn vị trong Thiết lập.",
}


def enrol(ask: Ask, client: Client, one_time_code: str, clock: Clock) -> None:
    """Join the province `client` speaks to; raises InvalidInput for a refused code, LineFault, or Impossible.

    The desk's key is kept before it is sent, so that asking again after a lost reply is the same request. The
    desk takes the slot the province gives, for the slot decides its number band.
    """
    key, request = ask(lambda desk: make_request(desk, one_time_code, clock))
    body = pack(protocol.seal_message(key, protocol.ENROL, request))
    status, raw = client.ask_admission("/v1/enrol", body)
    if status == REFUSAL:
        raise _refused(raw)
    reply = _open(raw, body, request)
    ask(lambda desk: pin(desk, client.base_url, client.pinned_ca, reply))
    with suppress(LineFault):  # the desk belongs to the province now; the codes go with the next run
        rescue.renew(ask, client, clock)


def make_request(desk: "Desk", code: str, clock: Clock) -> tuple[Ed25519PrivateKey, EnrolRequest]:
    """What a desk asks with, and the key that proves it; raises Impossible for a training office."""
    office = desk.office
    if office.training:
        raise Impossible("Đây là văn phòng tập huấn; nó không bao giờ ghi danh với máy chủ tỉnh.")
    key = device_key(desk)
    request = EnrolRequest(
        code=code.strip(), device=desk.journal.epochs()[-1].device, public_key=key.public_key().public_bytes_raw(),
        unit=office.unit, office=office.name, sent_at=to_ms(clock()), nonce=secrets.token_bytes(NONCE_BYTES),
    )  # fmt: skip
    return key, request


def _refused(raw: bytes) -> KnownError:
    try:
        reason = protocol.decode(raw, Refusal).refused
    except Garbled:
        return Deceived()
    sentence = REASONS.get(reason)
    return InvalidInput(sentence, field="code") if sentence else Deceived()


def _open(raw: bytes, body: bytes, request: EnrolRequest) -> EnrolReply:
    """The reply vouches for its own key; that it is the province's is what the pinned connection vouches for."""
    try:
        plain = unpack(raw, protocol.MAX_PLAIN_BYTES)
        claimed = protocol.decode(plain[SEAL_BYTES:], EnrolReply)
        reply = protocol.open_message(claimed.province_key, protocol.ENROL, plain, EnrolReply)
    except (BadSeal, Garbled) as error:
        raise Deceived from error
    if reply.request != protocol.fingerprint(body) or reply.unit != request.unit:
        raise Deceived
    return reply


def pin(desk: "Desk", url: str, ca: bytes | None, reply: EnrolReply) -> None:
    """Remember the province, and take the slot it gives."""
    if desk.office.desk_slot != reply.slot:
        desk.set_office(replace(desk.office, desk_slot=reply.slot))
    if desk.wire.get(HISTORY) is None:
        desk.wire.set(HISTORY, reply.history.encode())
    desk.wire.set(PROVINCE_URL, url.encode())
    desk.wire.set(PROVINCE_CA, ca or b"")
    desk.wire.set(PROVINCE_KEY, reply.province_key)
    if reply.reference_key and not desk.wire.get(REFERENCE_KEY):
        desk.wire.set(REFERENCE_KEY, reply.reference_key)
    desk.wire.set(INTAKE_KEYS, "\n".join(reply.intake_keys).encode())
