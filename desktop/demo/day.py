"""One demo day from the first visitor to the proof that every promise held, and its summary."""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from desktop.demo.director import Director, PromiseBroken
from desktop.demo.plan import write_play
from desktop.demo.processes import ChildGone
from desktop.demo.reckoning import reckon
from desktop.demo.scenes import Kind
from desktop.demo.slip import SlipUnreadable
from desktop.demo.stage_set import SetFailed
from dossiers.catalogue import load_builtin

SLOWEST_PER_MINUTE = 6
MOST_STROKES_CERTIFIED, MOST_STROKES_BY_CARD = 10, 45
VISITS = (Kind.VISIT.value, Kind.POWER_CUT.value)


def play_day(out: Path, day: date, dossiers: int, seed: int, say: Callable[[str], None]) -> dict[str, Any]:
    """Play the day under `out`, or what is left of it, and reckon; `broken` lists every promise that did not hold."""
    out = out.resolve()  # its folders are settings of the desk, which keeps them whole
    out.mkdir(parents=True, exist_ok=True)
    play = write_play(load_builtin(), day, dossiers, seed)
    started = time.monotonic()
    broken: list[str] = []
    facts: dict[str, Any] = {}
    try:
        director = Director(out, play, seed, say)
        director.run()
    except (PromiseBroken, ChildGone, SlipUnreadable, SetFailed) as stopped:
        broken.append(f"{type(stopped).__name__}: {stopped}")
    else:
        facts, faults = reckon(director.folders, play, director.progress)
        broken += [*faults, *too_slow(director.progress.played), *too_many_strokes(director.progress.played)]
        facts |= figures(director.progress.played, director.progress.seconds)
    sentence = "The day held every promise." if not broken else "The day broke a promise: " + "; ".join(broken)
    took = round(time.monotonic() - started, 1)
    return {"day": day.isoformat(), "dossiers": dossiers, "seed": seed, **facts, "this_run_s": took,
            "broken": broken, "sentence": sentence}  # fmt: skip


def figures(played: list[dict[str, Any]], seconds: float) -> dict[str, Any]:
    """Counts and times of the scenes as they were played."""
    visits = [scene for scene in played if scene["kind"] in VISITS]
    closing = next(scene for scene in played if scene["kind"] == Kind.LINE_UP.value)
    return {
        "visits": len(visits),
        "fetches": sum(scene["kind"] == Kind.FETCH.value for scene in played),
        "supplements": sum(scene["kind"] == Kind.SUPPLEMENT.value for scene in played),
        "per_minute": round(per_minute(visits), 1),
        "played_s": round(seconds, 1),
        "strokes_certified_by_card": spread(strokes(visits, by_card=True, certified=True)),
        "strokes_other_by_card": spread(strokes(visits, by_card=True, certified=False)),
        "strokes_typed": spread(strokes(visits, by_card=False)),
        "print_s": spread([scene["print_s"] for scene in visits]),
        "sendings_until_all_was_proven": closing["tries"],
        "stall_p99_ms": closing["stall_p99_ms"], "stall_max_ms": closing["stall_max_ms"],
    }  # fmt: skip


def strokes(visits: list[dict[str, Any]], **like: bool) -> list[int]:
    """Strokes of the visits that are as asked, each from the greeting to the slip."""
    return [scene["strokes"] for scene in visits if all(scene[name] == value for name, value in like.items())]


def spread(values: list[Any]) -> dict[str, Any]:
    """Median and most of some figures."""
    return {"median": median(values), "most": max(values), "of": len(values)} if values else {"of": 0}


def per_minute(visits: list[dict[str, Any]]) -> float:
    """Dossiers a minute, scanning and the power cut included."""
    seconds = float(sum(scene["seconds"] for scene in visits))
    return 60 * len(visits) / max(seconds, 0.001)


def too_slow(played: list[dict[str, Any]]) -> list[str]:
    """A day must be played at six dossiers a minute at least."""
    rate = per_minute([scene for scene in played if scene["kind"] in VISITS])
    return [f"only {rate:.1f} dossiers a minute"] if rate < SLOWEST_PER_MINUTE else []


def too_many_strokes(played: list[dict[str, Any]]) -> list[str]:
    """After a card a certified copy takes ten strokes at most, anything else forty-five."""
    visits = [scene for scene in played if scene["kind"] == Kind.VISIT.value and scene["by_card"]]
    limits = {True: MOST_STROKES_CERTIFIED, False: MOST_STROKES_BY_CARD}
    over = [scene for scene in visits if scene["strokes"] > limits[scene["certified"]]]
    return [f"{scene['code']} took {scene['strokes']} strokes" for scene in over]
