"""Paper on its way in: F7 and files, what the scanner says meanwhile, and the words under the pages."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.i18n import retold, t
from desktop.screens.scan.looking import Looking
from desktop.screens.scan.machine import Machine, say_fault
from desktop.screens.scan.pages_editing import PageEditing
from desktop.screens.scan.state import FeederState, Scanner
from desktop.theme.tokens import Tone
from scanning.drivers import ScanRequest
from scanning.errors import Fault
from scanning.events import Device, Failed, FileRefused, Finished, PageRead, Progress, ScanEvent, Waiting
from scanning.sentences import SENTENCES


@dataclass(slots=True)
class Feed:
    """One scanner and what is said of it; `changed` is called when there is something new to show."""

    machine: Machine
    scanner: Scanner
    changed: Callable[[], None]
    said: str = ""
    tone: Tone = Tone.IDLE
    fault: str = ""
    refused: list[str] = field(default_factory=list)
    """What is said of files that did not come in whole, each sentence once."""

    def scan(self) -> None:
        """F7: start, or stop what runs."""
        if self.scanner.running:
            self.scanner.stop()
            return
        request = self.machine.request()
        if request is None:
            self.say(t("Chưa có máy quét. Bấm Tìm máy quét, hoặc nhập tệp có sẵn."), Tone.WARN)
            self.changed()
        else:
            self._start(request)

    def bring_in(self, files: tuple[str, ...]) -> None:
        """Import pictures and PDFs."""
        if files:
            self._start(ScanRequest(driver="files", paths=files))

    def scan_again(self, pages: PageEditing) -> None:
        """T: scan the page looked at once more; the new one comes in its place."""
        if pages.pile.here and not self.scanner.running:
            pages.retake()
            self.scan()

    def take_in(self, event: ScanEvent, pages: Looking[Any]) -> None:
        """What a session says while a whole pile comes in."""
        match event:
            case Progress():
                return
            case PageRead():
                pages.add((event,))
                self.say(t("Đang quét… đã nhận {count} trang.", count=len(pages.reads)), Tone.INFO)
            case _:
                self.hear(event, len(pages.reads))
        self.changed()

    def hear(self, event: ScanEvent, pages_held: int) -> None:
        """Put into words what a session says, whatever becomes of its pages."""
        match event:
            case Waiting(reason=reason):
                self.say(t("{happened} Đang chờ máy.", happened=t(SENTENCES[reason].happened)), Tone.WARN)
            case Device():
                self.machine.renamed(event)
            case FileRefused():
                words = say_refused(event)
                self.refused += [words] if words not in self.refused else []
            case Finished(pages=pages):
                self.say(t("Đã quét {count} trang.", count=pages), Tone.OK)
            case Failed(fault=fault):
                self._fail(fault, pages_held)

    def state(self) -> FeederState:
        """What is shown of it."""
        return FeederState(
            machine=self.machine.state(), fault=self.fault, refused=" ".join(self.refused), said=self.said,
            tone=self.tone, running=self.scanner.running,
        )  # fmt: skip

    def say(self, words: str, tone: Tone = Tone.IDLE) -> None:
        """The words under the pages; empty takes them away."""
        self.said, self.tone = words, tone

    def forget_faults(self) -> None:
        """What went wrong is behind: the pages are safe, or others come."""
        self.fault = ""
        self.refused.clear()

    def _fail(self, fault: Fault, pages_held: int) -> None:
        self.fault = say_fault(fault, next_page=pages_held + 1, pages_held=pages_held)
        self.say("")

    def _start(self, request: ScanRequest) -> None:
        self.machine.said = ""
        self.forget_faults()
        self.say(t("Đang quét…"), Tone.INFO)
        self.scanner.start(request)
        self.changed()


def say_refused(refused: FileRefused) -> str:
    """What the clerk reads of a file that did not come in whole; a page that took too long is named."""
    words = retold(str(SENTENCES[refused.fault]))
    if not refused.page:
        return words
    return t("{file}, trang {page}: {words}", file=Path(refused.file).name, page=refused.page, words=words)
