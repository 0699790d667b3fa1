"""A command over a bad line:  python -m tests.faults.line --up 64 --rtt 600 --loss 0.05 [--serve CMD] -- COMMAND.

COMMAND runs on the client's side, `--serve` beside it on the server's, which is 198.18.0.1; both as one shell word.
"""

import argparse
import json
import shlex
import subprocess
import sys

from tests.faults.line.namespaces import emulated_line, why_not


def main() -> int:
    """Run it; the exit code is the command's, and the last line tells what the line did."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.line", description=__doc__)
    parser.add_argument("--up", type=float, default=256, help="kbit/s from client to server")
    parser.add_argument("--down", type=float, default=1024, help="kbit/s back")
    parser.add_argument("--rtt", type=float, default=600, help="round trip, ms")
    parser.add_argument("--loss", type=float, default=0.0, help="share of packets")
    parser.add_argument("--dark", type=float, nargs=2, metavar=("LIGHT_S", "DARK_S"), help="blackouts")
    parser.add_argument("--serve", default="", help="command on the server's side")
    parser.add_argument("command", nargs="+")
    wanted = parser.parse_args()
    if reason := why_not():
        print(f"NOT SHOWN HERE: {reason}")
        return 2
    dark = (wanted.dark[0], wanted.dark[1]) if wanted.dark else None
    with emulated_line(wanted.up, wanted.rtt, wanted.loss, rate_kbps_down=wanted.down, blackout_s=dark) as line:
        served = shlex.split(wanted.serve)
        server = subprocess.Popen(line.command("server", served)) if served else None
        try:
            code = subprocess.run(line.command("client", wanted.command)).returncode
        finally:
            if server is not None:
                server.terminate()
                server.wait(60)
    print(json.dumps(line.tally))
    return code


if __name__ == "__main__":
    sys.exit(main())
