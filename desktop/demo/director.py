"""The director: builds the set, plays the scenes one by one, cuts power and line, and goes on where it stopped."""

import contextlib
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any, ClassVar

import msgspec

from desktop.demo.line import Line
from desktop.demo.papers import put_on_glass
from desktop.demo.plan import Play, Visitor
from desktop.demo.processes import ChildGone, Program
from desktop.demo.scenes import Kind, Scene, Taken, scenes
from desktop.demo.slip import read_slips
from desktop.demo.stage_set import Folders, Reader, SetFailed, build, enrol, open_desk, open_province, set_up_office

SCENE_TIMEOUT_S = 180.0
CUT_AFTER_BYTES = (1_500, 150_000)
"""In the middle of the day's records, and again in the middle of a scan."""


class Progress(msgspec.Struct):
    """How far a day has come; saved after each scene, so that a day cut short is resumed."""

    seed: int
    dossiers: int
    day: str
    next_scene: int = 0
    enrolled: bool = False
    seconds: float = 0.0
    taken: dict[int, Taken] = {}
    played: list[dict[str, Any]] = []
    line_port: int = 0
    line_cuts: int = 0
    power_cuts: int = 0
    finished: bool = False


class PromiseBroken(Exception):
    """The day showed something the product promises never happens; the message says what."""


class Director:
    """Plays one day; `say` gets a line for each scene."""

    def __init__(self, out: Path, play: Play, seed: int, say: Callable[[str], None]) -> None:
        self.folders = Folders(out)
        self._play = play
        self._say = say
        self._file = out / "progress.json"
        self.progress = self._resume(seed)
        self._desk: Program | None = None
        self._now: datetime = play.visitors[0].at

    def run(self) -> None:
        """Play every scene that is still to come; raises PromiseBroken, SetFailed or ChildGone."""
        build(self.folders)
        if not self.folders.home.exists():
            set_up_office(self.folders)
        with contextlib.ExitStack() as stack:
            self._province, port = open_province(self.folders)
            stack.callback(self._province.end)
            self._line = Line(port, self.progress.line_port)
            self._keep(line_port=self._line.port)
            stack.callback(self._line.close)
            self._reader = Reader(self.folders.reader)
            stack.callback(self._reader.close)
            if not self.progress.enrolled:
                enrol(self.folders, self._line)
                self._keep(enrolled=True)
            self._line_as_of_now()
            stack.callback(self._close_desk)
            for index, scene in enumerate(scenes(self._play)):
                if index >= self.progress.next_scene:
                    self._play_scene(scene)
                    self._keep(next_scene=index + 1)
            self._keep(finished=True)

    def _resume(self, seed: int) -> Progress:
        fresh = Progress(seed=seed, dossiers=len(self._play.visitors), day=self._play.day.isoformat())
        if not self._file.exists():
            return fresh
        kept = msgspec.json.decode(self._file.read_bytes(), type=Progress)
        if (kept.seed, kept.dossiers, kept.day) != (fresh.seed, fresh.dossiers, fresh.day):
            raise SetFailed(f"{self._file.parent} holds another day; give another --out, or remove that folder")
        return kept

    def _keep(self, **changes: Any) -> None:
        for name, value in changes.items():
            setattr(self.progress, name, value)
        fresh = self._file.with_suffix(".new")
        fresh.write_bytes(msgspec.json.encode(self.progress))
        fresh.replace(self._file)

    def _line_as_of_now(self) -> None:
        """A resumed day finds the line as it was when it stopped."""
        passed = scenes(self._play)[: self.progress.next_scene]
        if any(scene.kind is Kind.LINE_DOWN for scene in passed):
            self._line.drop()
        else:
            self._line.raise_()

    def _play_scene(self, scene: Scene) -> None:
        self._now = scene.at
        self._province.say(at=scene.at.isoformat())
        started = time.monotonic()
        answer = self._SCENES[scene.kind](self, scene)
        seconds = round(time.monotonic() - started, 2)
        who = f" {scene.visitor.number + 1}/{self.progress.dossiers}" if scene.visitor else ""
        self._say(f"{scene.at:%H:%M} {scene.kind}{who} {answer.get('code', '')} ({seconds:.1f} s)")
        self.progress.seconds += seconds
        self.progress.played.append({"kind": scene.kind.value, "seconds": seconds, **answer})

    def _visit(self, scene: Scene) -> dict[str, Any]:
        assert scene.visitor is not None
        self._lay_on_glass(scene.visitor)
        answer = self._ask("visit", scene, number=scene.visitor.number)
        return self._took(scene, answer)

    def _power_cut(self, scene: Scene) -> dict[str, Any]:
        """The power fails in the middle of an intake; the desk comes back and finishes it from its draft."""
        assert scene.visitor is not None
        self._lay_on_glass(scene.visitor)
        self._ask("half_visit", scene, number=scene.visitor.number)
        assert self._desk is not None
        self._desk.kill()
        self._desk = None
        self.progress.power_cuts += 1
        answer = self._ask("finish_visit", scene, number=scene.visitor.number)
        return self._took(scene, answer)

    def _lay_on_glass(self, visitor: Visitor) -> None:
        if visitor.scans:
            random = Random(visitor.number)
            put_on_glass(self.folders.glass, random, visitor.procedure_name, visitor.citizen.person.name)

    def _took(self, scene: Scene, answer: dict[str, Any]) -> dict[str, Any]:
        """Read the printed slip as a camera would: the play knows the dossier only by what stands on it."""
        assert scene.visitor is not None
        codes = read_slips(self.folders.slips / name for name in answer["slips"])
        self.progress.taken[scene.visitor.number] = Taken(code=codes.bar, slip_text=codes.bar)
        return {**answer, "code": codes.bar}

    def _fetch(self, scene: Scene) -> dict[str, Any]:
        assert scene.visitor is not None
        return self._ask("fetch", scene, slip=self.progress.taken[scene.visitor.number].slip_text)

    def _supplement(self, scene: Scene) -> dict[str, Any]:
        assert scene.visitor is not None
        return self._ask("supplement", scene, slip=self.progress.taken[scene.visitor.number].slip_text)

    def _line_down(self, scene: Scene) -> dict[str, Any]:
        self._line.drop()
        return self._ask("send_in_vain", scene)

    def _line_up(self, scene: Scene) -> dict[str, Any]:
        """The line comes back and breaks once in the middle of the evening's sending."""
        self._line.raise_(cut_after_bytes=CUT_AFTER_BYTES)
        answer = self._ask("close_of_day", scene)
        self.progress.line_cuts += self._line.cuts
        if not self._line.cuts:
            raise PromiseBroken("the line did not break during the evening's sending: the cut was not played")
        return answer

    def _pictures(self, scene: Scene) -> dict[str, Any]:
        return self._ask("pictures", scene)

    _SCENES: ClassVar[dict[Kind, Callable[..., dict[str, Any]]]] = {
        Kind.VISIT: _visit, Kind.FETCH: _fetch, Kind.SUPPLEMENT: _supplement, Kind.LINE_DOWN: _line_down,
        Kind.LINE_UP: _line_up, Kind.POWER_CUT: _power_cut, Kind.PICTURES: _pictures,
    }  # fmt: skip

    def _ask(self, what: str, scene: Scene, **more: Any) -> dict[str, Any]:
        """Give the desk's player one task and serve its reader until it is done."""
        if self._desk is None:
            self._desk = open_desk(self.folders, self._now, self._play, self.progress.seed)
        self._desk.say(task=what, at=scene.at.isoformat(), **more)
        while True:
            heard = self._desk.hear(SCENE_TIMEOUT_S)
            if "scan" in heard:
                self._reader.scan(heard["scan"])
            elif "broken" in heard:
                raise PromiseBroken(f"{what} at {scene.at:%H:%M}: {heard['broken']}")
            elif "done" in heard:
                answer: dict[str, Any] = heard["done"]
                return answer

    def _close_desk(self) -> None:
        if self._desk is not None:
            with contextlib.suppress(ChildGone, OSError):
                self._desk.say(task="close", at=self._now.isoformat())
            self._desk.end()
            self._desk = None

