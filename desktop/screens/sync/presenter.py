"""Decisions of the sync screen: words for proven states, and what may be pressed when."""

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from desktop.clock_asks import clock_words
from desktop.i18n import said, t
from desktop.jobs import Failure, Jobs
from desktop.line_asks import LineState, SetAside, Waiting, note_rescanned, read_line, settle, tell_apart
from desktop.line_words import cost_words, waiting_words
from desktop.stage import Stage
from desktop.theme.tokens import Tone
from dossiers.clock import Clock, local, say_time

if TYPE_CHECKING:
    from desktop.line_asks import Asked, Progress, RescanTask, SyncReport

DAY_SHEET = "day_sheet"


class Line(Protocol):
    """The sync bridge as this presenter uses it."""

    running: bool
    offline_since: datetime | None
    last: "SyncReport | None"

    def run_now(self, *, asked_for: bool = False) -> None:
        """Send what waits; `asked_for`: scans at whatever hour."""
        ...

    def enrol(self, url: str, code: str, ca: bytes | None) -> None:
        """Join a province."""
        ...


class View(Protocol):
    """What the presenter tells the screen."""

    def show_state(self, words: str, tone: Tone) -> None:
        """The sentence about the line."""

    def show_figures(self, state: LineState) -> None:
        """The four figures, the rows set aside, and whether to offer enrolment."""

    def show_waiting(self, words: str, cost: str) -> None:
        """Why scans wait, and what sending them now would take where that is for somebody to say; empty: none wait."""

    def show_clock(self, words: str) -> None:
        """What is wrong with this machine's clock; empty where nothing is."""

    def show_backup(self, words: str, tone: Tone) -> None:
        """The sentence about the second copy."""

    def show_fault(self, sentence: str, field: str) -> None:
        """Why enrolment or a run did not work; empty takes it away."""


class SyncPresenter:
    """Asks anew after every run; "đã gửi" is only ever said of what a signed receipt covers."""

    def __init__(self, jobs: Jobs, stage: Stage, clock: Clock, line: Line, view: View) -> None:
        self._jobs, self._stage, self._clock, self._line, self._view = jobs, stage, clock, line, view
        self.state: LineState | None = None

    def refresh(self) -> None:
        """Read how things stand."""
        self._jobs.ask(read_line, self._on_state, self._stage.complain)

    def send(self) -> None:
        """Gửi ngay: records, and scans as far as the office's hours allow."""
        self._view.show_fault("", "")
        self._line.run_now(asked_for=bool(self.state and self.state.held_back is Waiting.ONLY_WHEN_ASKED))

    def send_scans(self) -> None:
        """Gửi cả bản quét ngay: what that takes stands beside the button."""
        self._view.show_fault("", "")
        self._line.run_now(asked_for=True)

    def may_send(self) -> bool:
        """Whether a run can begin."""
        return bool(self.state and self.state.enrolled) and not self._line.running

    def enrol(self, url: str, code: str, ca: bytes | None) -> None:
        """Ghi danh, unless a field is empty."""
        if not url.strip():
            self._view.show_fault(t("Chưa có địa chỉ máy chủ tỉnh."), "url")
        elif not code.strip():
            self._view.show_fault(t("Chưa có mã ghi danh. Mã dùng một lần, do cán bộ tỉnh cấp."), "code")
        else:
            self._view.show_fault("", "")
            self._line.enrol(url.strip(), code.strip(), ca)

    def open_dossier(self, row: SetAside) -> None:
        """Sửa: to the dossier itself."""
        if row.dossier_id is not None:
            self._stage.open("dossier", dossier_id=row.dossier_id)

    def settle(self, row: SetAside) -> None:
        """Đã xử lý: take the row away."""
        self._jobs.ask(lambda desk: settle(desk, row.key), self._on_settled, self._stage.complain)

    def open_asked(self, asked: "Asked") -> None:
        """Mở hồ sơ: where the values stand side by side."""
        self._stage.open("dossier", dossier_id=asked.dossier_id)

    def tell_apart(self, asked: "Asked") -> None:
        """Không trùng: the two are two."""
        self._jobs.ask(lambda desk: tell_apart(desk, asked), self._on_settled, self._stage.complain)

    def open_rescan(self, task: "RescanTask") -> None:
        """Mở hồ sơ để quét lại."""
        self._stage.open("dossier", dossier_id=task.rescan.dossier_id)

    def note_rescanned(self, task: "RescanTask") -> None:
        """Đã quét lại: take the row away, if there is a newer scan."""
        self._jobs.ask(lambda desk: note_rescanned(desk, task), self._on_settled, self._stage.complain)

    def on_started(self) -> None:
        """A run has begun."""
        self._view.show_state(t("Đang gửi… Việc ở quầy vẫn tiếp tục bình thường."), Tone.INFO)

    def on_progress(self, progress: "Progress") -> None:
        """Counts while it goes on."""
        words = t("Đang gửi… {done} việc đã có biên nhận của tỉnh.", done=progress.ops_sent)
        self._view.show_state(words, Tone.INFO)

    def on_finished(self, report: "SyncReport") -> None:
        """The run has ended, well or not."""
        self._view.show_fault(said(report.fault) if report.fault else "", "")
        self.refresh()

    def on_failed(self, failure: Failure) -> None:
        """There was no run."""
        self._view.show_fault(failure.sentence, failure.field)
        self.refresh()

    def _on_settled(self, _: object) -> None:
        self._stage.counts_changed()
        self.refresh()

    def _on_state(self, state: LineState) -> None:
        self.state = state
        self._view.show_figures(state)
        self._view.show_waiting(*held_words(state))
        self._view.show_clock(clock_words(state.clock))
        if not self._line.running:
            self._view.show_state(*self._state_words(state))
        self._view.show_backup(*backup_words(state, self._clock()))

    def _state_words(self, state: LineState) -> tuple[str, Tone]:
        last = self._line.last
        if state.training:
            return t("Bàn tập huấn không bao giờ gửi dữ liệu đi đâu."), Tone.HOLD
        if not state.enrolled:
            return t("Máy này chưa ghi danh với tỉnh. Dữ liệu đã lưu an toàn trên máy này."), Tone.IDLE
        if last and last.revoked:
            return t("Tỉnh đã ngừng nhận máy này. Dữ liệu vẫn an toàn trên máy; báo bộ phận kỹ thuật."), Tone.BAD
        if self._line.offline_since:
            return t("Ngoại tuyến từ {time}.", time=f"{local(self._line.offline_since):%H:%M}"), Tone.IDLE
        if last and last.days_unequal:
            days = ", ".join(f"{day:%d/%m}" for day in last.days_unequal)
            return t("Số liệu ngày {days} chưa khớp với tỉnh. Bấm Gửi ngay để đối chiếu lại.", days=days), Tone.WARN
        if last:
            return t("Lần gửi gần nhất lúc {time}.", time=say_time(last.ended_at)), Tone.OK
        return t("Chưa gửi lần nào từ lúc mở quầy."), Tone.IDLE


def held_words(state: LineState) -> tuple[str, str]:
    """What of the scans waits for the office's limits, and what going over the hours would take."""
    if state.held_back is None or not state.enrolled:
        return "", ""
    words = waiting_words(state.bytes_waiting, state.held_back, state.plan, state.goes_at)
    offered = words and state.held_back is Waiting.OUTSIDE_HOURS
    return words, cost_words(state.bytes_waiting, state.plan, state.spent_bytes) if offered else ""


def backup_words(state: LineState, now: datetime) -> tuple[str, Tone]:
    """How old the second copy is; a day without one deserves amber."""
    if not state.backup_folder:
        return t("Chưa chọn nơi sao lưu. Chọn trong Thiết lập, mục Sao lưu."), Tone.WARN
    if state.backed_up_at is None:
        return t("Chưa có bản sao lưu nào."), Tone.WARN
    hours = (now - state.backed_up_at).total_seconds() / 3600
    words = t("Bản sao thứ hai, đã kiểm tra đọc lại được: {time}.", time=say_time(state.backed_up_at))
    return words, Tone.OK if hours < 24 else Tone.WARN
