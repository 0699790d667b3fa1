"""The numbering of many worlds, for the long suite: python -m tests.hub.many_worlds [--seeds N].

Prints how many worlds held, and of the controls how many were caught; ends with one JSON line.
"""

import argparse
import json

from tests.hub.numbers import NaiveCounter, Rules, TermsAlone, World

STEPS = 150


def main() -> None:
    """Run the product's rules over every seed and each broken rule over a tenth of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=5_000)
    seeds = parser.parse_args().seeds
    broken = [seed for seed in range(seeds) if not sound(World(seed, Rules()).run(STEPS))]
    caught = {
        type(control).__name__: sum(bool(World(seed, control).run(STEPS).twice()) for seed in range(seeds // 10))
        for control in (TermsAlone(), NaiveCounter())
    }
    print(f"{seeds} thế giới, {STEPS} bước mỗi thế giới: hỏng {len(broken)} {broken[:5]}")
    for name, count in caught.items():
        print(f"đối chứng {name}: bắt được ở {count}/{seeds // 10}")
    print(json.dumps({"hub_worlds": seeds, "hub_worlds_broken": len(broken)} | caught))
    if broken or not all(caught.values()):
        raise SystemExit(1)


def sound(world: World) -> bool:
    """No number twice, none stepped over."""
    return not world.twice() and not world.gaps()


if __name__ == "__main__":
    main()
