"""How this desk is: one sentence each on its disk, data, backup, machines, line and clock, for console and screen."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.devices_check import printer, reader, scanner
from desktop.findings import Finding
from desktop.i18n import said, t
from dossiers.clock import Clock, say_time
from dossiers.errors import KnownError
from dossiers.office import Devices

if TYPE_CHECKING:
    from dossiers.store.desk import Desk
    from sync.client import Client

MB = 1 << 20
LITTLE_ROOM = 500 * MB
NO_ROOM = 200 * MB

CLOCK_LIMIT = timedelta(minutes=5)
"""From here on a wrong clock is worth a red line; it never stops the work."""

CERTIFICATE_SOON = timedelta(days=30)
ERROR_NEWS = timedelta(days=7)

BACKUP_OLD, BACKUP_TOO_OLD = timedelta(days=1), timedelta(days=3)
UNSENT_OLD, UNSENT_TOO_OLD = timedelta(days=1), timedelta(days=7)

LINE_TIMEOUT_S = 10.0
LINKS_CHECKED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the desk's memory says of itself, read in one turn; `broken` says what the journal's head is not."""

    home: Path
    devices: Devices
    training: bool
    lines: int
    last_at: datetime
    broken: str
    unsent: int
    oldest_unsent_at: datetime | None
    held: int
    backed_up_at: datetime | None
    backup_whole: bool
    province: "Client | None"


def read_facts(desk: "Desk") -> Facts:
    """Everything that lies in the database; runs on its thread, in milliseconds."""
    from dossiers.journal import decode
    from dossiers.store.backup import proven_backup

    proven, oldest, head = proven_backup(desk), desk.journal.unsent(1), desk.journal.head
    return Facts(
        home=desk.home,
        devices=desk.devices,
        training=desk.office.training,
        lines=desk.journal.count(),
        last_at=desk.journal.last_at,
        broken=broken_head(desk),
        unsent=desk.journal.unsent_count(),
        oldest_unsent_at=decode(oldest[0].line).at if oldest else None,
        held=len(desk.wire.held()),
        backed_up_at=proven.made_at if proven else None,
        backup_whole=proven is not None and (proven.epoch, proven.seq) == (head.epoch, head.seq),
        province=find_province(desk),
    )


def broken_head(desk: "Desk") -> str:
    """The sentence for a break among the journal's last links; empty when they hold."""
    newest, head = desk.journal.epochs()[-1], desk.journal.head
    try:
        for _ in desk.journal.links(newest, max(0, head.seq - LINKS_CHECKED)):
            pass
    except KnownError as error:
        return said(error)
    return ""


def find_province(desk: "Desk") -> "Client | None":
    """The province this desk is enrolled with, if any."""
    from sync.faults import NotEnrolled
    from sync.membership import connect

    try:
        return connect(desk, LINE_TIMEOUT_S)
    except NotEnrolled:
        return None


def examine(facts: Facts, clock: Clock) -> Iterator[Finding]:
    """Every finding, the quick ones first; machines and line may take seconds, so never on the window's thread."""
    now = clock()
    yield disk(facts.home)
    yield data(facts)
    yield backup(facts, now)
    if not facts.training:
        yield recovery_sheet(facts.home)
    yield unsent(facts, now)
    yield printer(facts.devices)
    if facts.devices.receipt_roll:
        yield printer(replace(facts.devices, printer=facts.devices.roll_printer, paper=facts.devices.receipt_roll))
    yield scanner(facts.devices)
    yield reader(facts.devices.reader_port)
    answer, offset = line(facts, clock)
    yield answer
    yield time_of_day(facts, now, offset)
    if facts.province is not None and facts.province.pinned_ca:
        yield certificate(facts.province, now)
    yield log(facts.home, now)


def disk(home: Path) -> Finding:
    """Room on the disk under the home."""
    from dossiers.store.durable import free_bytes

    free = free_bytes(home)
    if free < NO_ROOM:
        words = t("Ổ đĩa chỉ còn {size} MB. Những gì đã lưu vẫn nguyên; dọn bớt ổ đĩa trước khi nhận thêm hồ sơ.",
                  size=free // MB)  # fmt: skip
        return Finding(topic="disk", ok=False, sentence=words)
    if free < LITTLE_ROOM:
        words = t("Ổ đĩa còn {size} MB, vẫn làm việc được. Dọn bớt ổ đĩa trong hôm nay.", size=free // MB)
        return Finding(topic="disk", ok=None, sentence=words)
    return Finding(topic="disk", ok=True, sentence=t("Ổ đĩa còn trống {size} MB.", size=grouped(free // MB)))


def grouped(number: int) -> str:
    """A number as it is written here: 73.870."""
    return f"{number:,}".replace(",", ".")


def data(facts: Facts) -> Finding:
    """The end of the journal's chain."""
    if facts.broken:
        return Finding(topic="home", ok=False, sentence=facts.broken)
    words = t("Dữ liệu mở được; nhật ký có {count} dòng và các dòng cuối nguyên vẹn.", count=facts.lines)
    return Finding(topic="home", ok=True, sentence=words)


def backup(facts: Facts, now: datetime) -> Finding:
    """How old the newest proven backup is, unless nothing was done since."""
    made_at = facts.backed_up_at
    if made_at is None:
        words = t("Chưa có bản sao lưu nào. Chọn nơi sao lưu trong Thiết lập, rồi bấm Sao lưu ngay.")
        return Finding(topic="backup", ok=False if facts.lines else None, sentence=words)
    if facts.backup_whole or now - made_at < BACKUP_OLD:
        words = t("Bản sao lưu gần nhất lúc {time}, đã đọc lại và khớp.", time=say_time(made_at))
        return Finding(topic="backup", ok=True, sentence=words)
    words = t("Bản sao lưu gần nhất đã từ {time}. Dữ liệu trên máy vẫn nguyên; cắm nơi sao lưu rồi bấm Sao lưu ngay.",
              time=say_time(made_at))  # fmt: skip
    return Finding(topic="backup", ok=None if now - made_at < BACKUP_TOO_OLD else False, sentence=words)


def recovery_sheet(home: Path) -> Finding:
    """Whether the office can still get in when nobody has a secret left."""
    from dossiers.clock import from_ms
    from dossiers.store.vault_file import read_keys

    way = read_keys(home).recovery
    if way is None:
        words = t("Chưa in tờ khóa phục hồi. Quên hết mật khẩu thì không ai mở được dữ liệu.")
        return Finding(topic="recovery", ok=None, sentence=words)
    words = t("Tờ khóa phục hồi in lần cuối lúc {time}.", time=say_time(from_ms(way.made_at_ms)))
    return Finding(topic="recovery", ok=True, sentence=words)


def unsent(facts: Facts, now: datetime) -> Finding:
    """How much no receipt of the province covers, and since when."""
    if facts.held:
        words = t("Tỉnh giữ lại {count} việc để xem xét. Không mất gì; mở Đồng bộ để xem.", count=facts.held)
        return Finding(topic="sync", ok=None, sentence=words)
    if facts.oldest_unsent_at is None:
        return Finding(topic="sync", ok=True, sentence=t("Không có việc nào chờ gửi."))
    waited = now - facts.oldest_unsent_at
    words = t("{count} việc chờ gửi, cũ nhất từ {time}. Dữ liệu an toàn trên máy này.",
              count=facts.unsent, time=say_time(facts.oldest_unsent_at))  # fmt: skip
    if facts.province is None or waited < UNSENT_OLD:
        return Finding(topic="sync", ok=None if facts.province is None else True, sentence=words)
    words += " " + t("Nối mạng rồi bấm Gửi ngay.")
    return Finding(topic="sync", ok=None if waited < UNSENT_TOO_OLD else False, sentence=words)


def line(facts: Facts, clock: Clock) -> tuple[Finding, timedelta | None]:
    """Whether the province answers, and how far its clock is ahead; being offline is no fault of a desk."""
    from sync.faults import CaptivePortal, NotEnrolled, NotTheProvince, TlsFault

    if facts.training:
        words = t("Văn phòng tập huấn không nối với máy chủ tỉnh.")
        return Finding(topic="line", ok=None, sentence=words), None
    if facts.province is None:
        return Finding(topic="line", ok=None, sentence=said(NotEnrolled())), None
    try:
        with closing(facts.province):
            offset = facts.province.read_clock() - clock()
    except KnownError as error:
        somebody_must_act = isinstance(error, CaptivePortal | NotTheProvince | TlsFault)
        return Finding(topic="line", ok=False if somebody_must_act else None, sentence=said(error)), None
    return Finding(topic="line", ok=True, sentence=t("Máy chủ tỉnh trả lời.")), offset


def time_of_day(facts: Facts, now: datetime, offset: timedelta | None) -> Finding:
    """The clock against the last journal line and, where it answered, the province."""
    if facts.last_at - now > CLOCK_LIMIT:
        words = t("Đồng hồ máy chậm hơn việc ghi gần nhất ({time}). Số hồ sơ vẫn không trùng; chỉnh lại ngày giờ "
                  "của máy.", time=say_time(facts.last_at))  # fmt: skip
        return Finding(topic="clock", ok=False, sentence=words)
    if offset is None:
        words = t("Đồng hồ máy không chậm hơn việc ghi gần nhất; chưa so được với máy chủ tỉnh.")
        return Finding(topic="clock", ok=True, sentence=words)
    if abs(offset) > CLOCK_LIMIT:
        words = t("Đồng hồ máy lệch {minutes} phút so với máy chủ tỉnh. Dữ liệu vẫn an toàn; chỉnh lại ngày giờ của "
                  "máy.", minutes=abs(offset) // timedelta(minutes=1))  # fmt: skip
        return Finding(topic="clock", ok=False, sentence=words)
    return Finding(topic="clock", ok=True, sentence=t("Đồng hồ máy khớp với máy chủ tỉnh."))


def certificate(province: "Client", now: datetime) -> Finding:
    """Until when the pinned authority and, where it was seen, the server's own certificate hold."""
    from cryptography.x509 import load_pem_x509_certificates

    ends = [each.not_valid_after_utc for each in load_pem_x509_certificates(province.pinned_ca or b"")]
    if province.certificate_ends_at is not None:
        ends.append(province.certificate_ends_at)
    ends_at = min(ends)
    if ends_at <= now:
        words = t("Chứng chỉ của máy chủ tỉnh đã hết hạn từ {time}. Hồ sơ vẫn lưu trên máy này; báo bộ phận kỹ thuật "
                  "của tỉnh, hoặc gửi bằng USB.", time=say_time(ends_at))  # fmt: skip
        return Finding(topic="certificate", ok=False, sentence=words)
    if ends_at - now < CERTIFICATE_SOON:
        words = t("Chứng chỉ của máy chủ tỉnh chỉ còn đến {time}. Báo bộ phận kỹ thuật của tỉnh.",
                  time=say_time(ends_at))  # fmt: skip
        return Finding(topic="certificate", ok=None, sentence=words)
    words = t("Chứng chỉ của máy chủ tỉnh còn đến {time}.", time=say_time(ends_at))
    return Finding(topic="certificate", ok=True, sentence=words)


def log(home: Path, now: datetime) -> Finding:
    """The newest error of the last week, by its class."""
    from desktop.logbook import last_error

    newest = last_error(home)
    if newest is None or now - newest.at > ERROR_NEWS:
        return Finding(topic="log", ok=True, sentence=t("Không có lỗi nào trong bảy ngày qua."))
    words = t("Lỗi gần nhất: {name}, lúc {time}. Nhật ký có thể gửi cho bộ phận kỹ thuật.",
              name=newest.name, time=say_time(newest.at))  # fmt: skip
    return Finding(topic="log", ok=None, sentence=words)
