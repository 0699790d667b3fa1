"""A clock the demo sets by hand: the day runs at the pace of the play, never of the wall."""

from datetime import datetime, timedelta


class StageClock:
    """Returns the stage's instant and moves on by `tick` at each look, so that no two deeds share an instant."""

    def __init__(self, start: datetime, tick: timedelta = timedelta(milliseconds=20)) -> None:
        self._now = start
        self._tick = tick

    def __call__(self) -> datetime:
        """The stage's present UTC instant."""
        self._now += self._tick
        return self._now

    def advance_to(self, instant: datetime) -> None:
        """Move on to `instant`; a clock never goes back, so an earlier one changes nothing."""
        self._now = max(self._now, instant)
