"""The province of the play: the real server in a process of its own, at the hour the director says it is."""

import json
import os
import signal
import sys
import threading
from datetime import datetime, timedelta
from pathlib import Path

from dossiers.clock import system_clock
from sync.province import server


class ToldClock:
    """Runs with the wall's clock from the instant it was last told; until then it is the wall's."""

    def __init__(self) -> None:
        self._ahead = timedelta(0)

    def __call__(self) -> datetime:
        """The UTC instant of the play."""
        return system_clock() + self._ahead

    def tell(self, instant: datetime) -> None:
        """It is `instant` now."""
        self._ahead = instant - system_clock()


def listen(clock: ToldClock) -> None:
    """Hear the hour on standard input, a JSON line each; its end is the end of the play."""
    for line in sys.stdin:
        clock.tell(datetime.fromisoformat(json.loads(line)["at"]))
    os.kill(os.getpid(), signal.SIGTERM)


def main(folder: str) -> None:
    """Serve the province in `folder` on a free port of this machine, which is the first line said."""
    clock = ToldClock()
    threading.Thread(target=listen, args=(clock,), daemon=True).start()
    server.run("127.0.0.1", 0, None, Path(folder), clock=clock, listening=say_port)


def say_port(port: int) -> None:
    """Tell the director where desks may connect."""
    sys.stdout.write(json.dumps({"port": port}) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
