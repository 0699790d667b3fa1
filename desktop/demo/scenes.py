"""The scenes of the day in the order they are played, so that a day cut short goes on where it stopped."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.demo.plan import LINE_DOWN, LINE_UP, Play, Visitor


class Kind(StrEnum):
    """What a scene is about."""

    VISIT = "visit"
    FETCH = "fetch"
    SUPPLEMENT = "supplement"
    LINE_DOWN = "line_down"
    LINE_UP = "line_up"
    POWER_CUT = "power_cut"
    PICTURES = "pictures"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One thing that happens at an instant, to one visitor where there is one."""

    kind: Kind
    at: datetime
    visitor: Visitor | None = None


RESULT_AFTER = timedelta(minutes=45)
PAPERS_AFTER = timedelta(minutes=90)
CLOSING_SLACK = timedelta(minutes=2)


def scenes(play: Play) -> tuple[Scene, ...]:
    """All scenes of a play by time; a visit during the power cut is played as the cut itself."""
    listed: list[Scene] = [Scene(kind=Kind.LINE_DOWN, at=play.instant(LINE_DOWN))]
    last = play.instant(LINE_UP) - CLOSING_SLACK
    for visitor in play.visitors:
        cut = visitor.number == play.power_cut_at
        listed.append(Scene(kind=Kind.POWER_CUT if cut else Kind.VISIT, at=visitor.at, visitor=visitor))
        if visitor.number == play.supplement_for:
            listed.append(Scene(kind=Kind.SUPPLEMENT, at=min(visitor.at + PAPERS_AFTER, last), visitor=visitor))
        if visitor.fetches_today and not visitor.missing:
            listed.append(Scene(kind=Kind.FETCH, at=min(visitor.at + RESULT_AFTER, last), visitor=visitor))
    listed.append(Scene(kind=Kind.PICTURES, at=last + timedelta(minutes=1)))
    listed.append(Scene(kind=Kind.LINE_UP, at=play.instant(LINE_UP)))
    return tuple(sorted(listed, key=lambda scene: scene.at))


@dataclass(slots=True)
class Taken:
    """What the play knows of a visitor once the slip is printed: only what stands on the slip."""

    code: str
    slip_text: str
