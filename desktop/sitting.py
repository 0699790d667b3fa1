"""One sitting at the desk: everything that lives from the first unlocking until the window is closed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.bridges.hub import HubBridge
from desktop.bridges.jobs import QtJobs
from desktop.bridges.keeper import Keeper
from desktop.bridges.paper_reader import PaperReader
from desktop.bridges.printer import choose_printer
from desktop.bridges.scan import ScanBridge
from desktop.bridges.serial import SerialBridge
from desktop.bridges.sync import SyncBridge
from desktop.clock_asks import confirm_day
from desktop.frame.frame import Frame
from desktop.frame.news import News, Way, banner_words, printer_words, read_news, sync_words
from desktop.frame_screens import SCREENS, build_screen
from desktop.i18n import t
from desktop.jobs import Failure
from desktop.paper_door import PaperDoor
from desktop.print_room import PrintRoom
from desktop.routing import Router
from desktop.signing import Signing
from desktop.stage import Here, Session, Wardrobe
from desktop.theme.theme import Theme
from dossiers.clock import Clock, say_time

if TYPE_CHECKING:
    from dossiers.store.desk import Desk

NEWS_EVERY_MS = 60_000
PREPARE_EVERY_MS = 400
OUTDONE_S = 60


@dataclass(frozen=True, slots=True)
class Opened:
    """What the window needs of a desk that has just been opened."""

    here: Here
    scan_key: bytes
    enrolled: bool
    paired: bool


def read_opened(desk: "Desk") -> Opened:
    """Ask the open desk, on its own thread."""
    from sync.membership import PROVINCE_KEY

    here = Here(home=desk.home, clerk=desk.clerk, office=desk.office, devices=desk.devices)
    return Opened(here, desk.vault.key("scan-spool"), desk.wire.get(PROVINCE_KEY) is not None, bool(desk.lan.peers()))


class Sitting(QObject):
    """Builds frame, bridges and session once, and wires them; locking only hides the frame."""

    def __init__(self, opened: Opened, jobs: QtJobs, theme: Theme, clock: Clock, wardrobe: Wardrobe) -> None:
        super().__init__()
        self.here = opened.here
        self._jobs, self._clock = jobs, clock
        spool = self.here.home / "scanning"
        spool.mkdir(mode=0o700, exist_ok=True)
        self.frame = Frame(theme, lambda name: build_screen(name, self.session))
        self.reader = SerialBridge()
        self.sync = SyncBridge(jobs, clock)
        self.hub = HubBridge(jobs, clock)
        self.keeper = Keeper(jobs, self.here, clock)
        self.papers = PaperReader(jobs, self.here)
        door = PaperDoor()
        self.session = Session(
            jobs=jobs, stage=self.frame, clock=clock, here=self.here, theme=theme, sync=self.sync, hub=self.hub,
            reader=self.reader, looks=wardrobe, keeper=self.keeper, papers=self.papers, door=door,
            scans=ScanBridge(spool, opened.scan_key), printing=PrintRoom(jobs, self.frame, self.here, choose_printer),
            signing=Signing(door),
        )  # fmt: skip
        self._router = Router(jobs, self.frame, clock)
        self._wire()
        self._timer = QTimer(self)
        self._timer.setInterval(NEWS_EVERY_MS)
        self._timer.timeout.connect(self.refresh)
        self._unbuilt = list(SCREENS)
        self._preparing = QTimer(self)
        self._preparing.setInterval(PREPARE_EVERY_MS)
        self._preparing.timeout.connect(self._prepare)
        self._begin(enrolled=opened.enrolled)
        if opened.paired:
            self.hub.open()

    def refresh(self) -> None:
        """Chips and banner as things stand now."""
        self.frame.rail.set_person(self.here.clerk.name, self.here.office.desk_name)
        self._jobs.ask(read_news, self._on_news, self._on_news_failed)

    def close(self) -> None:
        """Stop every thread and child; whoever owns the jobs closes them after this."""
        self.frame.leave()
        self._timer.stop()
        self._preparing.stop()
        self.keeper.close()
        self.papers.pause()
        self.reader.close()
        self.session.scans.close()
        self.session.door.close()
        self.session.signing.close()
        self.session.printing.close()
        self.sync.close()
        self.hub.close()

    def _wire(self) -> None:
        self.frame.text_entered.connect(self._router.take)
        self.frame.counts_asked.connect(self.refresh)
        self.frame.reprint_asked.connect(self.session.printing.again)
        self.frame.last_asked.connect(self._router.open_last)
        self.reader.scanned.connect(self.frame.take_scan)
        self.reader.broke_off.connect(self._on_broke_off)
        self.sync.started.connect(self.refresh)
        self.sync.finished.connect(self.refresh)
        self.sync.failed.connect(self.refresh)
        self.frame.counts_asked.connect(self.keeper.touched)
        self.frame.counts_asked.connect(self.hub.wake)
        self.hub.news.connect(self.refresh)
        self.keeper.failed.connect(self.frame.complain)
        self.keeper.outdone.connect(self._on_outdone)
        self.papers.failed.connect(self.frame.complain)

    def _begin(self, *, enrolled: bool) -> None:
        self.frame.set_training(training=self.here.office.training)
        self._timer.start()
        self._preparing.start()
        self.refresh()
        self.reader.listen(self.here.devices.reader_port)
        self.session.printing.wake()
        self.keeper.look_back()
        self._jobs.ask(lambda desk: desk.wire.files_of_open_work(), self._on_open_work, self.frame.complain)
        if enrolled:
            self.sync.begin()

    def _on_outdone(self, made_at: datetime) -> None:
        words = t(
            "Bản sao lưu lúc {time} có nhiều hồ sơ hơn máy này: ổ đĩa đã bị đưa về lúc trước. "
            "Số mới nay lấy ở dải khác để không trùng. "
            "Để lấy lại phần thiếu: đóng phần mềm, mở lại, chọn Khôi phục từ bản sao lưu.",
            time=say_time(made_at),
        )
        self.frame.toast(words, seconds=OUTDONE_S)

    def _on_open_work(self, files: frozenset[str]) -> None:
        self._jobs.pool(lambda: self.session.scans.let_go(files, self._clock()), lambda _: None, self.frame.complain)

    def _prepare(self) -> None:
        """Build one more screen that nobody has opened yet, so that opening one is never felt."""
        if self._unbuilt:
            self.frame.prepare(self._unbuilt.pop(0))
        else:
            self._preparing.stop()

    def _on_news(self, news: News) -> None:
        printer, line = printer_words(news), sync_words(news)
        self.frame.top.say_printer(printer.words, printer.tone)
        self.frame.top.say_sync(line.words, line.tone)
        banner = banner_words(news, self.sync.offline_since, self._clock())
        words, run = {
            Way.QUEUE: (t("Xem hàng đợi"), self._open_sync),
            Way.DAY_IS_RIGHT: (t("Đúng ngày này"), lambda: self._confirm(news.clock.machine_day)),
            Way.ASK_THE_TIME: (t("Đối chiếu lại"), self.sync.run_now),
        }[banner.way]
        self.frame.banner.show_words(banner.words, banner.tone, words, run)

    def _confirm(self, day: date) -> None:
        """The clerk says that it is this day; where it turned meanwhile, the question is put anew."""
        self._jobs.ask(lambda desk: confirm_day(desk, day), lambda _: self.refresh(), self._on_news_failed)

    def _on_broke_off(self) -> None:
        self.frame.toast(t("Đầu đọc chỉ gửi nửa mã nên không dùng. Quét lại."))

    def _open_sync(self) -> None:
        self.frame.open("sync")

    def _on_news_failed(self, failure: Failure) -> None:
        self.frame.complain(failure)
