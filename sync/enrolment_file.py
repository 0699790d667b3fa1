"""Enrolment where there is no line: a request on a stick, an answer on a stick, six words read out for each."""

from typing import TYPE_CHECKING

from dossiers.clock import Clock
from dossiers.errors import Impossible, InvalidInput
from sync import fingerprint, protocol
from sync.client import Client
from sync.enrolment import make_request, pin
from sync.progress import Ask
from sync.protocol import EnrolAnswer
from sync.sealing import SEAL_BYTES, BadSeal, Garbled, pack, unpack

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

REQUEST_SUFFIX, ANSWER_SUFFIX = ".mcq", ".mca"
REQUESTED = "enrol_requested"
"""The fingerprint of the request last written: only its answer is taken."""

UNREADABLE = "Tệp này không phải tệp ghi danh, hoặc đã hỏng trên đường đi. Chép lại từ nơi gửi."
OTHER_WORDS = "Sáu từ không khớp với tệp này. Đọc lại cho nhau từng từ; nếu vẫn khác, đừng dùng tệp."


def write_request(ask: Ask, clock: Clock) -> bytes:
    """The request to carry to the province (`.mcq`); read `fingerprint.words` of it to whoever admits it."""
    key, request = ask(lambda desk: make_request(desk, "", clock))
    body = pack(protocol.seal_message(key, protocol.ENROL_FILE, request))
    ask(lambda desk: desk.wire.set(REQUESTED, protocol.fingerprint(body)))
    return body


def take_answer(ask: Ask, data: bytes, typed: str) -> None:
    """Join the province that answered; `typed` are the six words its officer read out.

    Raises InvalidInput for other words or a file that is no answer, Impossible for another desk's answer.
    """
    answer = _open(data)
    if not fingerprint.agree(data, typed):
        raise InvalidInput(OTHER_WORDS, field="words")
    ask(lambda desk: _join(desk, answer))


def _open(data: bytes) -> EnrolAnswer:
    try:
        plain = unpack(data, protocol.MAX_PLAIN_BYTES)
        claimed = protocol.decode(plain[SEAL_BYTES:], EnrolAnswer)
        return protocol.open_message(claimed.reply.province_key, protocol.ENROL_FILE, plain, EnrolAnswer)
    except (BadSeal, Garbled) as error:
        raise InvalidInput(UNREADABLE, field="answer") from error


def _join(desk: "Desk", answer: EnrolAnswer) -> None:
    if answer.reply.request != desk.wire.get(REQUESTED) or answer.reply.unit != desk.office.unit:
        raise Impossible("Đây không phải trả lời cho yêu cầu ghi danh gần nhất của máy này.")
    ca = answer.ca or None
    if answer.url:
        # An address that no client may use must not be pinned.
        Client(answer.url, ca).close()
    pin(desk, answer.url, ca, answer.reply)
