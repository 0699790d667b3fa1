"""How wide the line is, told from what went over it: bytes a second, the round trips taken out."""

FAST_BITS_PER_S = 128_000
"""From here on a batch is on its way sooner when less time is spent squeezing it (SYNC 2.2)."""

SLOW_BITS_PER_S = 32_000
"""Below this a day in one request would take minutes before anything of it is proven (SYNC 2.4)."""

TELLING_BYTES = 2 << 10
"""A smaller body tells of the line's delay, not of its width."""

COLD_TRIPS = 3
"""TCP, TLS 1.3, and the request with its answer."""


class Pace:
    """What the requests of one run have shown."""

    def __init__(self) -> None:
        self._posts = 0
        self._round_trip_s: float | None = None
        self._large: tuple[int, float, int] | None = None

    def note(self, size: int, taken_s: float) -> None:
        """A body of this size was answered after so long."""
        trips = 1 if self._posts else COLD_TRIPS
        self._posts += 1
        if size >= TELLING_BYTES:
            self._large = (size, taken_s, trips)
        else:
            self._round_trip_s = min(taken_s / trips, self._round_trip_s or taken_s)

    @property
    def bits_per_s(self) -> int | None:
        """Never more than was seen: before the first small message its delay counts as width."""
        if self._large is None:
            return None
        size, taken_s, trips = self._large
        waited_s = min(trips * (self._round_trip_s or 0.0), 0.9 * taken_s)
        return round(8 * size / max(taken_s - waited_s, 0.001))
