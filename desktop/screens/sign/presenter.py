"""What the signing screen decides: which papers, by which certificate, and what is kept when something fails."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

from desktop.i18n import retold, t
from desktop.jobs import Failure, Jobs
from desktop.screens.sign.state import PaperRow, SignState, SignView, say_certificate
from desktop.sign_asks import Paper, keep_signed, read_file, read_papers
from desktop.signing import Signing
from desktop.stage import Here, Stage
from desktop.theme.tokens import Tone
from desktop.token_libraries import find_libraries
from dossiers.clock import Clock
from scanning.signatures.faults import PIN_FAULTS, SigningError, SigningFault
from scanning.signatures.messages import Seen


class SignPresenter:
    """One batch at a time; every paper is kept as soon as it is signed, so a fault costs at most the one in hand."""

    def __init__(
        self, *, jobs: Jobs, stage: Stage, here: Here, clock: Clock, signing: Signing, view: SignView
    ) -> None:
        self._jobs, self._stage, self._here, self._clock, self._view = jobs, stage, here, clock, view
        self._signing = signing
        self._rows: tuple[PaperRow, ...] = ()
        self._seen: tuple[Seen, ...] = ()
        self._library = ""
        self._chosen, self._signed = 0, 0
        self._queue: list[Paper] = []
        self._busy = False
        self._said, self._tone = "", Tone.IDLE

    def enter(self, dossier_id: UUID | None = None) -> None:
        """Come to the front; what of one dossier was asked for is ticked already."""
        if self._busy:
            self._show()
            return
        self._jobs.ask(
            lambda desk: read_papers(desk, dossier_id), partial(self._on_papers, dossier_id), self._stage.complain
        )
        if not self._seen:
            self.find()

    def find(self) -> None:
        """Look which certificates the plugged-in tokens hold."""
        if not self._busy:
            self._busy = True
            self._say(t("Đang tìm USB token…"), Tone.INFO)
            self._jobs.pool(self._look, self._on_found, self._on_token_failed)

    def choose(self, number: int) -> None:
        """Sign by this certificate."""
        if 0 <= number < len(self._seen):
            self._chosen = number
            fault = self._seen[number].fault
            self._say(retold(str(SigningError(fault))) if fault else "", Tone.WARN)

    def toggle(self, number: int) -> None:
        """Tick a paper, or take its tick away."""
        if not self._busy and 0 <= number < len(self._rows):
            row = self._rows[number]
            self._change(row.paper, ticked=not row.ticked)
            self._show()

    def tick_all(self) -> None:
        """Tick every paper; where all are ticked, none."""
        if not self._busy:
            wanted = not all(row.ticked for row in self._rows)
            self._rows = tuple(replace(row, ticked=wanted) for row in self._rows)
            self._show()

    def sign(self, pin: str) -> None:
        """Sign what is ticked; without a PIN the cursor goes there. The PIN goes to the token and is kept nowhere."""
        if self._busy or not self._seen or not any(row.ticked for row in self._rows):
            return
        if not pin:
            self._view.ask_pin()
            return
        seen, library = self._seen[self._chosen], self._library
        self._busy, self._signed = True, 0
        self._queue = [row.paper for row in self._rows if row.ticked]
        self._say(t("Đang mở token…"), Tone.INFO)
        unlock = partial(self._signing.unlock, library, seen, pin, self._clock())
        self._jobs.pool(unlock, lambda _: self._next(), self._on_locked)

    def stop(self) -> None:
        """End the batch now; what was signed is kept."""
        if self._busy:
            self._signing.stop()
            self._queue.clear()

    # One paper after another.

    def _next(self) -> None:
        if not self._queue:
            self._finish(self._summary(), Tone.OK if self._signed else Tone.WARN)
            return
        paper = self._queue.pop(0)
        self._say(t("Đã ký {count}. Đang ký {title} · {code}…", count=self._signed, title=paper.scan.title,
                    code=paper.code), Tone.INFO)  # fmt: skip
        self._jobs.ask(lambda desk: read_file(desk, paper), partial(self._on_read, paper), self._on_skipped(paper))

    def _on_read(self, paper: Paper, pdf: bytes) -> None:
        seen, office, at = self._seen[self._chosen], self._here.office.name, self._clock()
        self._jobs.pool(
            lambda: self._signing.sign(pdf, seen, office, at), partial(self._on_signed, paper), self._on_skipped(paper)
        )

    def _on_signed(self, paper: Paper, signed: bytes) -> None:
        if signed:
            self._jobs.ask(
                lambda desk: keep_signed(desk, paper, signed), lambda _: self._on_kept(paper), self._on_skipped(paper)
            )
        else:
            self._change(paper, ticked=False, said=t("Đã ký từ trước"), tone=Tone.OK)
            self._next()

    def _on_kept(self, paper: Paper) -> None:
        self._signed += 1
        self._change(paper, ticked=False, said=t("Đã ký"), tone=Tone.OK)
        self._stage.counts_changed()
        self._next()

    def _on_skipped(self, paper: Paper) -> Callable[[Failure], None]:
        """A paper that cannot be signed is left; a token that cannot sign ends the batch."""

        def failed(failure: Failure) -> None:
            if isinstance(failure.error, SigningError) and failure.error.fault is not SigningFault.FILE_UNFIT:
                self._on_broken(failure)
                return
            self._change(paper, ticked=False, said=failure.sentence, tone=Tone.BAD)
            self._next()

        return failed

    # Ends.

    def _on_broken(self, failure: Failure) -> None:
        left = sum(row.ticked for row in self._rows)
        counts = t("Đã ký {signed}, còn {left} giấy.", signed=self._signed, left=left)
        self._finish(f"{failure.sentence} {counts}", Tone.WARN)

    def _on_locked(self, failure: Failure) -> None:
        self._finish(failure.sentence, Tone.BAD)
        if isinstance(failure.error, SigningError) and failure.error.fault in PIN_FAULTS:
            self._view.ask_pin()

    def _on_token_failed(self, failure: Failure) -> None:
        self._seen = ()
        self._finish(failure.sentence, Tone.WARN)

    def _finish(self, sentence: str, tone: Tone) -> None:
        """The token is let go of; the window does not wait for its child."""
        self._queue, self._busy = [], False
        self._jobs.pool(self._signing.lock, lambda _: None, self._stage.complain)
        self._say(sentence, tone)

    def _summary(self) -> str:
        failed = sum(row.tone is Tone.BAD for row in self._rows)
        words = t("Đã ký {count} giấy. Bản đã ký thay bản chưa ký trong hồ sơ và sẽ gửi khi có mạng.",
                  count=self._signed)  # fmt: skip
        return f"{words} {t('{count} giấy chưa ký được, lý do ở từng dòng.', count=failed)}" if failed else words

    def _look(self) -> tuple[str, tuple[Seen, ...]]:
        """The certificates behind the chosen library, or behind the first of the usual ones that shows any."""
        chosen = self._here.devices.token_library
        last = SigningError(SigningFault.NO_LIBRARY)
        for library in (chosen,) if chosen else find_libraries():
            try:
                return library, self._signing.look(library, self._clock())
            except SigningError as error:
                last = error
        raise last

    def _on_found(self, found: tuple[str, tuple[Seen, ...]]) -> None:
        self._library, self._seen = found
        self._busy = False
        fit = (number for number, seen in enumerate(self._seen) if not seen.fault)
        self.choose(next(fit, 0))

    def _on_papers(self, dossier_id: UUID | None, papers: tuple[Paper, ...]) -> None:
        ticked = {row.paper for row in self._rows if row.ticked}
        self._rows = tuple(
            PaperRow(paper=each, ticked=each in ticked or each.dossier_id == dossier_id) for each in papers
        )
        self._show()

    def _change(self, paper: Paper, *, ticked: bool, said: str = "", tone: Tone = Tone.IDLE) -> None:
        new = PaperRow(paper=paper, ticked=ticked, said=said, tone=tone)
        self._rows = tuple(new if row.paper == paper else row for row in self._rows)

    def _say(self, sentence: str, tone: Tone) -> None:
        self._said, self._tone = sentence, tone
        self._show()

    def _show(self) -> None:
        unfit = bool(self._seen and self._seen[self._chosen].fault)
        self._view.present(
            SignState(
                rows=self._rows, certificates=tuple(map(say_certificate, self._seen)), chosen=self._chosen, unfit=unfit,
                busy=self._busy, said=self._said, tone=self._tone,
            )
        )  # fmt: skip
