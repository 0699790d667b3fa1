"""The catalogue of procedures: what is in force, what a file would change, and putting it into force."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from desktop.i18n import t
from desktop.jobs import Failed, Jobs
from desktop.law_asks import InForce, Plan, plan_import, read_file, read_in_force, read_old_rules, use_catalogue
from desktop.theme.tokens import Tone
from dossiers.catalogue import export_json
from dossiers.errors import KnownError
from dossiers.names import nfc
from dossiers.old_rules import OldRules


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueState:
    """What is in force, the file being looked at, and how many dossiers wait for a decision."""

    in_force: InForce | None = None
    file: str = ""
    plan: Plan | None = None
    old: int = 0


class CatalogueView(Protocol):
    """What shows it."""

    def present(self, state: CatalogueState) -> None:
        """Show everything anew."""
        ...

    def answer(self, sentence: str, tone: Tone = Tone.OK) -> None:
        """Say how something went."""
        ...


class CataloguePresenter:
    """A file counts only when its changes were looked at and `use` was pressed."""

    def __init__(self, *, jobs: Jobs, view: CatalogueView, complain: Failed) -> None:
        self._jobs, self._view, self._complain = jobs, view, complain
        self._data = b""
        self.state = CatalogueState()

    def open(self) -> None:
        """What is in force now."""
        self._jobs.ask(lambda desk: (read_in_force(desk), len(read_old_rules(desk))), self._on_read, self._complain)

    def choose(self, file: str) -> None:
        """Read a file; nothing of it counts yet."""

        def read(data: bytes) -> None:
            self._data = data
            self._present(replace(self.state, file=Path(file).name, plan=None))

        self._jobs.pool(lambda: read_file(Path(file)), read, self._complain)

    def look(self, source: str, start: date | None) -> None:
        """Work out what the file would change."""
        data, in_force = self._data, self.state.in_force
        if in_force is None:
            return
        if not nfc(source) or start is None:
            self._view.answer(t("Ghi số quyết định hoặc nơi lấy tệp, và ngày có hiệu lực dạng 01/01/2027."), Tone.WARN)
            return
        self._view.answer(t("Đang so với danh mục đang dùng…"), Tone.INFO)
        self._jobs.pool(lambda: plan_import(in_force, data, start, nfc(source)), self._on_plan, self._complain)

    def use(self) -> None:
        """Put the file into force."""
        if plan := self.state.plan:
            self._jobs.ask(lambda desk: use_catalogue(desk, plan), self._on_used, self._complain)

    def drop(self) -> None:
        """Let the file go; nothing was kept of it."""
        self._data = b""
        self._present(replace(self.state, file="", plan=None))

    def export(self, file: str) -> None:
        """Write the catalogue in force, with its provenance."""
        if in_force := self.state.in_force:
            done = t("Đã xuất {count} thủ tục.", count=len(in_force.catalogue.procedures))
            self._jobs.pool(
                lambda: _write(Path(file), export_json(in_force.catalogue)), lambda _: self._view.answer(done),
                self._complain,
            )  # fmt: skip

    def _on_read(self, read: tuple[InForce, int]) -> None:
        self._present(replace(self.state, in_force=read[0], old=read[1]))

    def _on_plan(self, plan: Plan) -> None:
        self._present(replace(self.state, plan=plan))
        if plan.changes:
            self._view.answer(t("Chưa ghi gì. Xem từng thay đổi rồi bấm Dùng danh mục mới."), Tone.INFO)
        else:
            self._view.answer(t("Tệp không đổi gì so với danh mục đang dùng."))

    def _on_used(self, old: tuple[OldRules, ...]) -> None:
        self.drop()
        self.open()
        words = t("Đang dùng danh mục mới. Hồ sơ đã nhận giữ nguyên quy định lúc nhận.")
        waiting = t("{count} hồ sơ chưa gửi cần xem lại.", count=len(old)) if old else ""
        self._view.answer(f"{words} {waiting}".strip(), Tone.WARN if old else Tone.OK)

    def _present(self, state: CatalogueState) -> None:
        self.state = state
        self._view.present(state)


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as error:
        raise KnownError("Không ghi được tệp danh mục ở đó. Chọn một thư mục khác.") from error
