"""The desk's own log: what went wrong and where, for support; kept beside the data, with no word about a person."""

import faulthandler
import json
import logging
import re
import threading
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.jobs import place
from dossiers.errors import NotFound
from dossiers.logs import LOG_FILE, log_to_file

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType

CRASH_FILE = "crash.log"
CRASH_BYTES = 256 << 10
"""Past this the next start begins the file anew."""

FACTS_FILE = "findings.json"

_FOLDERS = re.compile(r'File "[^"]*?([^"/\\]+)"')
"""A crash names whole paths, and the path of a user's own folder often is that user's name."""

_QT_PLACE = re.compile(r"[A-Za-z][A-Za-z0-9_:]*")
_TOLD = re.compile(r"(?:known|unexpected) (\w+)")

log = logging.getLogger("motcua.desk")


@dataclass(frozen=True, slots=True)
class LastError:
    """The newest error in the log: when, and its class."""

    at: datetime
    name: str


def folder_of(home: Path) -> Path:
    """Beside the data and not among them: it is there before the first office, and when the data do not open."""
    return home.with_name(f"{home.name}-nhat-ky")


def begin(home: Path) -> None:
    """From here on everything this process logs, and a crash in native code, is kept."""
    folder = folder_of(home)
    log_to_file(folder)
    crashes = folder / CRASH_FILE
    big = crashes.exists() and crashes.stat().st_size > CRASH_BYTES
    faulthandler.enable(crashes.open("wb" if big else "ab"))
    threading.excepthook = _on_thread_error
    _listen_to_qt()


def last_error(home: Path) -> LastError | None:
    """The newest error of the desk's log, whether ours or the world's; a crash in native code counts."""
    newest = max(_errors(home), key=lambda error: error.at, default=None)
    crashes = folder_of(home) / CRASH_FILE
    if crashes.exists() and crashes.stat().st_size:
        crashed_at = datetime.fromtimestamp(crashes.stat().st_mtime).astimezone()
        if newest is None or crashed_at > newest.at:
            return LastError(crashed_at, "Crash")
    return newest


def gather(home: Path, findings: Sequence[object], target: Path) -> Path:
    """Write the log and what doctor found into one file at `target` for support; raises NotFound, OSError."""
    folder = folder_of(home)
    logs = sorted(folder.glob("*.log*")) if folder.is_dir() else []
    if not logs:
        raise NotFound("Chưa có nhật ký nào ở máy này.")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        for file in logs:
            bundle.writestr(file.name, _FOLDERS.sub(r'File "\1"', file.read_text(encoding="utf-8", errors="replace")))
        bundle.writestr(FACTS_FILE, json.dumps(findings, ensure_ascii=False, indent=1))
    return target


def _errors(home: Path) -> Iterator[LastError]:
    file = folder_of(home) / LOG_FILE
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines() if file.exists() else []
    for line in lines:
        try:
            record = json.loads(line)
            told = _TOLD.match(record.get("message", ""))
            if told:
                yield LastError(datetime.fromisoformat(record["at"]), told[1])
        except (ValueError, KeyError, AttributeError):
            continue  # a line the power cut


def _on_thread_error(what: threading.ExceptHookArgs) -> None:
    if what.exc_value is not None and isinstance(what.exc_value, Exception):
        log.error("unexpected %s in a thread at %s", what.exc_type.__name__, place(what.exc_value))


def _listen_to_qt() -> None:
    from PySide6.QtCore import qInstallMessageHandler

    def hear(kind: "QtMsgType", context: "QMessageLogContext", message: str) -> None:
        """The function a complaint of Qt begins with; what follows it may quote what was typed."""
        del context
        found = _QT_PLACE.match(message)
        log.info("Qt %s %s", kind.name, found[0] if found and "::" in found[0] else "")

    qInstallMessageHandler(hear)
