"""The steps of ./test: each is named and timed; a failure stops the rest; the last line counts the tests."""

import argparse
import os
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

from tests.sizes import report

ROOT = Path(__file__).parent.parent
OUT = ROOT / "out"
JUNIT = OUT / "tests.xml"
BIN = Path(sys.executable).parent
WORKERS = (os.cpu_count() or 1) + 1
"""One more than the cores: tests wait for disks, sockets and other programs about a third of their time."""
FILE_BY_FILE = ("--dist=loadfile", "--max-worker-restart=0")
"""A worker that crashes ends the run at once; its replacement would leave the files it had begun to nobody."""


@dataclass(frozen=True)
class Step:
    """One command of the run, and the sentence for the person who meets its failure."""

    name: str
    command: list[str]
    on_failure: str


def tool(name: str, *arguments: str) -> list[str]:
    """The command line of a program of this environment."""
    return [str(BIN / name), *arguments]


def demo(dossiers: int) -> Step:
    """A day of that many dossiers, on a screen of its own."""
    out = OUT / f"demo-{dossiers}"
    screen = ["xvfb-run", "--auto-servernum", "--server-args", "-screen 0 1366x768x24"]
    return Step(
        name=f"demo day, {dossiers} dossiers",
        command=[*screen, *tool("motcua", "demo", "--dossiers", str(dossiers), "--out", str(out))],
        on_failure=f"The demo day broke one of its promises; {out} shows how far it came.",
    )


def benchmarks() -> list[Step]:
    """One step a file of tests/benchmarks."""
    files = sorted((ROOT / "tests" / "benchmarks").glob("[!_]*.py"))
    return [
        Step(
            name=f"benchmark {file.stem}",
            command=tool("python", "-m", f"tests.benchmarks.{file.stem}"),
            on_failure="The benchmark did not finish; its last lines say why.",
        )
        for file in files
    ]


def everyday_steps() -> list[Step]:
    """What every change must pass."""
    return [
        Step("lint", tool("python", "-m", "ruff", "check", "."), "Mend the lines ruff names above."),
        Step("types", tool("python", "-m", "mypy"), "Mend the types mypy names above."),
        Step(
            "tests",
            tool("python", "-m", "pytest", "--quiet", f"-n={WORKERS}", *FILE_BY_FILE, f"--junitxml={JUNIT}"),
            "Mend the tests named above; pytest runs one alone by its name.",
        ),
        demo(12),
    ]


def packages() -> list[Step]:
    """Build what is installed and try it as far as this machine can: under Wine, on a bare Debian."""
    tried = [str(file) for file in sorted((ROOT / "tests" / "installer").glob("*_set_up.py"))]
    build = ["sh", "installer/package"]
    at_fault = "The last lines name the tool or the file at fault."
    return [
        Step("setup.exe", [*build, "windows", "--trial"], at_fault),
        Step("Debian package", [*build, "debian", "--trial"], at_fault),
        Step(
            "packages tried",
            tool("python", "-m", "pytest", "--quiet", f"--junitxml={JUNIT}", *tried),
            "The pictures in out/packages/pictures show how far it came.",
        ),
    ]


def passed_and_failed() -> tuple[int, int]:
    """The counts of the last pytest run; a skipped test counts as failed, for it proved nothing."""
    if not JUNIT.exists():
        return 0, 0
    (suite,) = ET.parse(JUNIT).getroot()
    total, *bad = (int(suite.attrib[key]) for key in ("tests", "failures", "errors", "skipped"))
    return total - sum(bad), sum(bad)


def run_steps(steps: list[Step]) -> int:
    """Run the steps in order up to the first that fails; returns the exit code."""
    JUNIT.unlink(missing_ok=True)
    failed_steps = 0
    for number, step in enumerate(steps, start=1):
        print(f"== [{number}/{len(steps)}] {step.name}", flush=True)
        started = time.monotonic()
        code = subprocess.run(step.command, cwd=ROOT).returncode
        took_s = time.monotonic() - started
        print(f"   {step.name}: {took_s:.1f} s", flush=True)
        if code != 0:
            print(f"Stopped at {step.name} (exit {code}). {step.on_failure}")
            failed_steps = 1
            break
    passed, failed = passed_and_failed()
    failed = max(failed, failed_steps)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def main() -> int:
    """Run what was asked for: nothing, `all`, `faults`, `fuzz`, `packages` or `sizes`."""
    parser = argparse.ArgumentParser(prog="./test", description=__doc__)
    words = ["everyday", "all", "faults", "fuzz", "packages", "sizes"]
    parser.add_argument("what", nargs="?", default="everyday", choices=words)
    what = parser.parse_args().what
    if what == "sizes":
        print(report(ROOT))
        return 0
    if what in {"faults", "fuzz"}:
        return subprocess.run(tool("python", "-m", f"tests.{what}"), cwd=ROOT).returncode
    OUT.mkdir(exist_ok=True)
    if what == "packages":
        return run_steps(packages())
    for yesterday in OUT.glob("demo-[0-9]*"):
        shutil.rmtree(yesterday)
    return run_steps(everyday_steps() + ([*benchmarks(), demo(40)] if what == "all" else []))


if __name__ == "__main__":
    sys.exit(main())
