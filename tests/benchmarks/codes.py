"""Codes read from damaged papers by our cascade, beside zxing-cpp, pyzbar and OpenCV on the same pictures.

Run: python -m tests.benchmarks.codes [--seeds 1] [--wrecks 5600] [--keep FOLDER] [--minutes 9]
A long run is cut into chunks that are kept in FOLDER: the same command goes on where the time ended. Prints the
seeds, the tables, and as its last line one JSON object. A wrong code that the office's rules accept is a fault.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import mean, median, quantiles

from tests.benchmarks._codes_corpus import PAGES, Page, make_page, make_wreck
from tests.benchmarks._codes_readers import OURS, PEERS, Reader, truth_of

CHUNK = 40
GROUPS = ("scanner", "camera", "card", "wreck")
BARE = ("codeless", "decoys")


@dataclass(slots=True)
class Score:
    """What one reader did: pages of a group with a true code taken, wrong and asked pages, CPU ms of one thread."""

    read: dict[str, int] = field(default_factory=dict)
    total: dict[str, int] = field(default_factory=dict)
    wrong: int = 0
    asked: int = 0
    decodes: int = 0
    ms: dict[str, list[float]] = field(default_factory=dict)

    def add(self, page: Page, reader: Reader) -> None:
        """Read one page and count."""
        if reader.bars_only and not any(code.symbology == "Code128" for code in page.codes):
            return
        started_s = time.thread_time()
        answer = reader.read(page.picture)
        took_ms = (time.thread_time() - started_s) * 1000
        true = {truth_of(code.text) for code in page.codes}
        self.total[page.family] = self.total.get(page.family, 0) + 1
        self.read[page.family] = self.read.get(page.family, 0) + bool(answer.texts & true)
        self.wrong += bool(answer.texts - true)
        self.asked += bool(answer.asked)
        self.decodes += 1
        self.ms.setdefault(page.group, []).append(round(took_ms, 1))

    def join(self, other: "Score") -> None:
        """Add another chunk."""
        for mine, theirs in ((self.read, other.read), (self.total, other.total)):
            for family, count in theirs.items():
                mine[family] = mine.get(family, 0) + count
        for group, times in other.ms.items():
            self.ms.setdefault(group, []).extend(times)
        self.wrong, self.asked, self.decodes = (
            self.wrong + other.wrong, self.asked + other.asked, self.decodes + other.decodes,
        )  # fmt: skip

    def of(self, group: str) -> tuple[int, int]:
        """Pages read of a group, and how many there were."""
        families = [family for family in self.total if family.partition(" ")[0] == group]
        return sum(self.read[family] for family in families), sum(self.total[family] for family in families)


Scores = dict[str, Score]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of the work that is done in one go: corpus pages of a seed, or wrecked strips."""

    kind: str
    seed: int
    first: int
    last: int

    @property
    def name(self) -> str:
        """Its file."""
        return f"{self.kind}-{self.seed}-{self.first:05}.json"

    def pages(self) -> Iterator[Page]:
        """The pictures, one at a time."""
        make = make_page if self.kind == "pages" else make_wreck
        return (make(self.seed, number) for number in range(self.first, self.last))

    def work(self) -> Scores:
        """Every reader over every picture; wrecks are for ours, which have nothing else to read on them."""
        quick = {name: reader for name, reader in OURS.items() if not reader.slow}
        return score(self.pages(), {**OURS, **PEERS} if self.kind == "pages" else quick)


def score(pages: Iterable[Page], readers: Mapping[str, Reader]) -> Scores:
    """Every reader over every page."""
    scores = {name: Score() for name in readers}
    for page in pages:
        for name, reader in readers.items():
            scores[name].add(page, reader)
    return scores


def chunks(seeds: list[int], wrecks: int) -> Iterator[Chunk]:
    """All the work in its order."""
    for kind, several, total in (("pages", seeds, PAGES), ("wrecks", seeds[:1], wrecks)):
        for seed in several:
            for first in range(0, total, CHUNK):
                yield Chunk(kind, seed, first, min(total, first + CHUNK))


def run(todo: list[Chunk], keep: Path, minutes: float) -> bool:
    """Work until all is kept or the time is over; True when all is done."""
    end_s = time.monotonic() + minutes * 60
    for chunk in todo:
        file = keep / chunk.name
        if file.exists():
            continue
        if time.monotonic() > end_s:
            return False
        file.write_text(json.dumps({name: asdict(score) for name, score in chunk.work().items()}))
    return True


def gather(todo: list[Chunk], keep: Path) -> Scores:
    """All chunks as one."""
    scores: Scores = {}
    for chunk in todo:
        for name, kept in json.loads((keep / chunk.name).read_text()).items():
            scores.setdefault(name, Score()).join(Score(**kept))
    return scores


def report(scores: Scores) -> None:
    """The table by reader, the table by family, then the JSON line."""
    print(f"{'reader':22}" + "".join(f"{group:>16}" for group in GROUPS)
          + f"{'wrong':>7}{'asked':>7}{'ms med':>8}{'ms p95':>8}{'codeless':>9}{'decoys':>9}")  # fmt: skip
    for name, score in scores.items():
        rates = "".join(f"{_share(*score.of(group)):>16}" for group in GROUPS)
        times = with_code(score)
        bare = "".join(f"{_mean_of(score.ms.get(group, [])):>9}" for group in BARE)
        print(f"{name:22}{rates}{score.wrong:>7}{score.asked:>7}{median(times):>8.0f}{quantiles(times, n=20)[-1]:>8.0f}"
              f"{bare}")  # fmt: skip
    print(f"\n{'read of':22}" + "".join(f"{name:>22}" for name in scores))
    for family in next(iter(scores.values())).total:
        row = (
            f"{score.read[family]}/{score.total[family]}" if score.total.get(family) else "–"
            for score in scores.values()
        )
        print(f"{family:22}" + "".join(f"{each:>22}" for each in row))
    print(json.dumps(figures(scores)))


def _share(read: int, total: int) -> str:
    return f"{read}/{total} {100 * read / total:.1f}%" if total else "–"


def _mean_of(ms: list[float]) -> str:
    return f"{mean(ms):.0f}" if ms else "–"


def with_code(score: Score) -> list[float]:
    """CPU ms of every page that bears a code."""
    return [ms for group in GROUPS[:3] for ms in score.ms.get(group, [])]


def figures(scores: Scores) -> dict[str, float]:
    """What the issue asks for, of our own reader with everything installed here."""
    best, peer = scores[next(iter(OURS))], scores["zxing-cpp default"]
    times = with_code(best)
    return {
        "pages_read": sum(best.of(group)[0] for group in GROUPS[:3]),
        "pages_total": sum(best.of(group)[1] for group in GROUPS[:3]),
        "wrong": sum(scores[name].wrong for name in OURS),
        "decodes": sum(scores[name].decodes for name in OURS),
        "decode_ms_median": round(median(times), 1),
        "decode_ms_p95": round(quantiles(times, n=20)[-1], 1),
        **{f"{group}_ms_mean": round(mean(best.ms[group]), 1) for group in BARE},
        **{f"{group}_of_peer": round(mean(best.ms[group]) / mean(peer.ms[group]), 2) for group in BARE},
        "zxing_default_pages_read": sum(peer.of(group)[0] for group in GROUPS[:3]),
        "pyzbar_wrong": scores["pyzbar"].wrong,
    }


def main() -> None:
    """Do what is left of the work, and report once all is done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--wrecks", type=int, default=5600)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "motcua-codes")
    parser.add_argument("--minutes", type=float, default=9)
    options = parser.parse_args()
    options.keep.mkdir(parents=True, exist_ok=True)
    todo = list(chunks(options.seeds, options.wrecks))
    print(f"seeds {options.seeds}, wrecks of seed {options.seeds[0]}, chunks kept in {options.keep}")
    if run(todo, options.keep, options.minutes):
        report(gather(todo, options.keep))
    else:
        done = sum((options.keep / chunk.name).exists() for chunk in todo)
        print(f"{done} of {len(todo)} chunks done; run the same command again to go on")


if __name__ == "__main__":
    main()
