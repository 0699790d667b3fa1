"""Admitting a desk whose request came on a stick: an officer hears six words, and answers with a file."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from dossiers.clock import Clock, to_ms
from dossiers.errors import InvalidInput
from sync import fingerprint, protocol
from sync.enrolment_file import OTHER_WORDS, UNREADABLE
from sync.protocol import EnrolAnswer, EnrolReply, EnrolRequest
from sync.province import audit, devices, packs
from sync.province.admin import MAX_SLOT, desk_name
from sync.province.audit import CONSOLE
from sync.province.database import Database
from sync.sealing import SEAL_BYTES, BadSeal, Garbled, pack, unpack


def read(data: bytes) -> EnrolRequest:
    """What a request file says, proven by its own key; raises InvalidInput."""
    try:
        plain = unpack(data, protocol.MAX_PLAIN_BYTES)
        claimed = protocol.decode(plain[SEAL_BYTES:], EnrolRequest)
        return protocol.open_message(claimed.public_key, protocol.ENROL_FILE, plain, EnrolRequest)
    except (BadSeal, Garbled) as error:
        raise InvalidInput(UNREADABLE, field="request") from error


def accept(
    database: Database, key: Ed25519PrivateKey, data: bytes, *, slot: int, typed: str, url: str, ca: bytes,
    intake_keys: tuple[str, ...], clock: Clock, by: str = CONSOLE,
) -> bytes:  # fmt: skip
    """Admit the desk and return the answer file; `typed` are the six words the desk read out.

    Raises InvalidInput for other words, another slot than a known desk has, or a file that is no request.
    """
    request = read(data)
    if not fingerprint.agree(data, typed):
        raise InvalidInput(OTHER_WORDS, field="words")
    if not 1 <= slot <= MAX_SLOT:
        raise InvalidInput("Số quầy từ 1 đến {most}.", field="slot", most=MAX_SLOT)
    now = clock()
    with database.writing(request.unit) as connection:
        known = devices.find_desk(connection, request.device)
        if known and (known.unit, known.slot) != (request.unit, slot):
            raise InvalidInput("Máy này đã ghi danh cho đơn vị hoặc quầy khác.", field="slot")
        devices.enter(connection, request, slot, now)
        reply = EnrolReply(
            request=protocol.fingerprint(data), province_key=key.public_key().public_bytes_raw(),
            history=database.history(connection), unit=request.unit, slot=slot, at=to_ms(now),
            intake_keys=intake_keys, reference_key=packs.reference_key(connection),
        )  # fmt: skip
        subject = f"{desk_name(request.unit, slot)} · máy {request.device.hex()[:8]}"
        audit.record(connection, now, by, "device_admitted", subject, after="active")
    return pack(protocol.seal_message(key, protocol.ENROL_FILE, EnrolAnswer(reply=reply, url=url, ca=ca)))
