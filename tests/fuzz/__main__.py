"""`./test fuzz`: spoil every kind of input at length; prints a table, and each input that broke a door by its number.

Run: python -m tests.fuzz [--seed N] [--count N] [--door NAME]; `harness.inputs(door, seed, count)[number]` is that
input.
"""

import argparse
import time

from tests.fuzz.every_door import EVERY_DOOR
from tests.fuzz.harness import play


def main() -> int:
    """Exit 0 when every door stood everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=20_000, help="spoilt inputs a door")
    parser.add_argument("--door", action="append", help="only this one; may be given again")
    options = parser.parse_args()
    broken = 0
    print(f"{'cửa':<22}{'đã thử':>9}{'hỏng':>6}{'giây':>8}")
    for door in EVERY_DOOR:
        if options.door and door.name not in options.door:
            continue
        started = time.monotonic()
        troubles = play(door, options.seed, options.count)
        broken += len(troubles)
        print(f"{door.name:<22}{options.count:>9}{len(troubles):>6}{time.monotonic() - started:>8.1f}", flush=True)
        for trouble in troubles[:10]:
            print(f"    {trouble.number}: {trouble.what}")
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
