"""Piles of many dossiers with one fault each, filed by what the real reader reads, beside a plain separator rule.

Run: python -m tests.benchmarks.stack_filing [--batches 400] [--seed 1] [--keep FILE] [--minutes 9]
A long run is kept in FILE pile by pile: the same command goes on where the time ended. Where the plan asks, a clerk
who sees the page answers; where the count of dossiers tells of a lost sheet, the clerk puts its papers right. A pile is
perfect when after that every sheet lies where it belongs. A false split is a section that begins, unasked, at a sheet
that leads nothing; `silent` are piles with a page in a wrong dossier of which nobody was told. The papers between the
leading sheets are 16 pictures at three resolutions, each read once. The peer is paperless-ngx's rule re-expressed:
zxing-cpp's default reader, a page whose code begins with SEP: opens a document. Ends with one JSON line.
"""

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from statistics import median
from uuid import UUID

import zxingcpp

from dossiers.codes import parse_slip
from dossiers.filing import Answer, Goes, Leads, Placed, Plain, Plan, Role, Sheet, plan, settles
from dossiers.paper_codes import weigh
from scanning.look import look_at
from tests.benchmarks._stack import FAULTS, LATEST, Pile, Side, Truth, make_pile
from tests.scanning.paper import Picture

Weaken = Callable[[Sheet], Sheet]
Read = tuple[Sheet, str]
"""A side as a sheet of the pile, and what the peer reads on it; empty where that is no separator."""


@dataclass(slots=True, kw_only=True)
class Verdict:
    """What became of one pile; `ms` are wall times of looking at its own pictures."""

    fault: str
    perfect: bool
    peer_perfect: bool
    false_splits: int
    silent: bool
    asked: int
    asked_needlessly: int
    sides: int
    ms: list[float] = field(default_factory=list)


@dataclass(slots=True)
class Reader:
    """Looks at sides; papers that several piles share are looked at once."""

    seen: dict[tuple[str, int, int], Read] = field(default_factory=dict)
    ms: list[float] = field(default_factory=list)

    def read(self, side: Side, dpi: int, key: str) -> Read:
        """One side by both readers."""
        if side.content is None:
            return self._look(side.draw(), dpi, key)
        if side.content not in self.seen:
            self.seen[side.content] = self._look(side.draw(), dpi, key)
        sheet, peer = self.seen[side.content]
        return replace(sheet, key=key), peer

    def _look(self, picture: Picture, dpi: int, key: str) -> Read:
        begun = time.perf_counter()
        look = look_at(picture, dpi, lambda reading: settles(reading, LATEST))
        self.ms.append((time.perf_counter() - begun) * 1000)
        sheet = Sheet(key=key, codes=weigh(look.readings, LATEST), blank=look.blank, smudged=look.smudged)
        texts = (code.text for code in zxingcpp.read_barcodes(picture))
        return sheet, next((text for text in texts if text.startswith("SEP:")), "")


def file_pile(pile: Pile, reader: Reader) -> Verdict:
    """Read a pile, let a clerk answer, and judge."""
    before = len(reader.ms)
    verdict = judge(pile, read_pile(pile, reader))
    return replace(verdict, ms=[round(ms, 1) for ms in reader.ms[before:]])


def read_pile(pile: Pile, reader: Reader) -> list[Read]:
    """Every side by both readers."""
    return [reader.read(side, pile.dpi, str(number)) for number, side in enumerate(pile.sides)]


def judge(pile: Pile, read: list[Read], weaken: Weaken = lambda sheet: sheet) -> Verdict:
    """What becomes of a pile that was read; `weaken` spoils what is known of a sheet, for a control."""
    sheets = [weaken(sheet) for sheet, _ in read]
    truths = {sheet.key: side.truth for sheet, side in zip(sheets, pile.sides, strict=True)}
    answers: dict[str, Answer] = {}
    filed = plan(sheets, pile.known, answers)
    needless = 0
    while filed.question:
        truth = truths[filed.question.key]
        needless += truth.kind == "page"
        answers[filed.question.key] = _clerk(truth)
        filed = plan(sheets, pile.known, answers)
    asked, splits = len(answers), _false_splits(filed, truths, answers)
    counted = len(filed.dossiers) != pile.laid_in
    silent = not counted and any(_in_wrong_dossier(placed, truths[placed.key]) for placed in filed.placed)
    if counted:
        answers |= {
            placed.key: Goes(truths[placed.key].owner, truths[placed.key].paper)
            for placed in filed.placed
            if _in_wrong_dossier(placed, truths[placed.key])
        }
        filed = plan(sheets, pile.known, answers)
    return Verdict(
        fault=pile.fault, perfect=all(_lies_right(placed, truths[placed.key]) for placed in filed.placed),
        peer_perfect=_peer_is_perfect(pile, [text for _, text in read]), false_splits=splits, silent=silent,
        asked=asked, asked_needlessly=needless, sides=len(sheets),
    )  # fmt: skip


def _clerk(truth: Truth) -> Answer:
    """What somebody says who sees the page."""
    if truth.kind == "leader":
        return Leads(truth.owner, truth.paper) if truth.owner else Plain.STRAY
    return Plain.PAGE if truth.kind == "page" else Plain.ASIDE


def _false_splits(filed: Plan, truths: dict[str, Truth], answers: dict[str, Answer]) -> int:
    unasked = (placed for placed in filed.placed if placed.leads and placed.key not in answers)
    return sum(truths[placed.key].kind in {"page", "blank"} for placed in unasked)


def _in_wrong_dossier(placed: Placed, truth: Truth) -> bool:
    return truth.kind == "page" and placed.dossier_id != truth.owner


def _lies_right(placed: Placed, truth: Truth) -> bool:
    match truth.kind:
        case "page":
            return (placed.role, placed.dossier_id, placed.paper) == (Role.PAGE, truth.owner, truth.paper)
        case "leader":
            return placed.leads and (placed.dossier_id, placed.paper) == (truth.owner, truth.paper)
        case "blank":
            return placed.role is Role.BLANK
        case _:
            return placed.role is Role.ASIDE


def _peer_is_perfect(pile: Pile, texts: list[str]) -> bool:
    """Every paper in its dossier by the plain rule, where it knows the dossiers' codes."""
    ids: dict[str, UUID] = {each.code: each.id for each in pile.dossiers}
    owner: UUID | None = None
    for side, text in zip(pile.sides, texts, strict=True):
        slip = parse_slip(text)
        if slip:
            owner = ids.get(slip.code)
        elif side.truth.kind == "page" and side.truth.owner != owner:
            return False
    return True


def main() -> None:
    """File the piles, print a table by fault and the JSON line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--batches", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--minutes", type=float, default=9)
    asked_for = parser.parse_args()
    verdicts = _kept(asked_for.keep)
    reader, ends_at = Reader(), time.monotonic() + asked_for.minutes * 60
    while len(verdicts) < asked_for.batches and time.monotonic() < ends_at:
        verdicts.append(file_pile(make_pile(asked_for.seed, len(verdicts)), reader))
        if asked_for.keep:
            with asked_for.keep.open("a") as file:
                file.write(json.dumps(asdict(verdicts[-1])) + "\n")
    if len(verdicts) < asked_for.batches:
        print(f"{len(verdicts)} of {asked_for.batches} piles; the same command goes on from here")
        return
    _print(verdicts[: asked_for.batches], asked_for.seed)


def _kept(file: Path | None) -> list[Verdict]:
    return [Verdict(**json.loads(line)) for line in file.read_text().splitlines()] if file and file.exists() else []


def _print(verdicts: list[Verdict], seed: int) -> None:
    print(f"seed {seed}\n{'fault':34} {'piles':>6} {'perfect':>8} {'splits':>7} {'silent':>7} {'asked':>6} {'peer':>5}")
    for fault in FAULTS:
        of = [each for each in verdicts if each.fault == fault]
        print(
            f"{fault:34} {len(of):6} {sum(each.perfect for each in of):8} {sum(each.false_splits for each in of):7} "
            f"{sum(each.silent for each in of):7} {sum(each.asked for each in of):6} "
            f"{sum(each.peer_perfect for each in of):5}"
        )
    print(json.dumps(figures(verdicts)))


def figures(verdicts: list[Verdict]) -> dict[str, float]:
    """What the issue asks for."""
    return {
        "batches": len(verdicts), "batches_perfect": sum(each.perfect for each in verdicts),
        "false_splits": sum(each.false_splits for each in verdicts),
        "silent": sum(each.silent for each in verdicts), "asked": sum(each.asked for each in verdicts),
        "asked_needlessly": sum(each.asked_needlessly for each in verdicts),
        "sides": sum(each.sides for each in verdicts),
        "peer_batches_perfect": sum(each.peer_perfect for each in verdicts),
        "look_ms_median": round(median(ms for each in verdicts for ms in each.ms)),
    }  # fmt: skip


if __name__ == "__main__":
    main()
