"""Logs as one JSON object a line, made of names and numbers of our own: no text of a person ever gets in."""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path, PurePath

FIELDS = ("method", "route", "status", "took_ms", "received_bytes", "request")
"""What a record may carry beside its message; anything else a caller adds is left out."""

OURS = "motcua"

LOG_FILE = "desk.log"
LOG_BYTES = 256 << 10
OLDER_LOGS = 3
"""A megabyte in all: some months of a desk's life, and small enough for any stick."""


class JsonLines(logging.Formatter):
    """A record as JSON. An exception is told by its type and the lines it passed, never by its words.

    Its words may quote a request, a row or a parameter; our own messages are written without them. Of other
    libraries' records only the logger's name and the level are told. Files are told without their folders, for the
    path of a user's own folder often is that user's name.
    """

    def format(self, record: logging.LogRecord) -> str:
        """One line without a line break inside."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname, "logger": record.name,
        }  # fmt: skip
        if record.name.split(".")[0] == OURS:
            line["message"] = record.getMessage()
        line |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        if record.exc_info and record.exc_info[0]:
            line["exception"] = record.exc_info[0].__name__
            line["passed"] = [
                f"{PurePath(frame.filename).name}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(record.exc_info[2])
            ]
        return json.dumps(line, ensure_ascii=False)


def log_to_stderr() -> None:
    """Send every logger's records of this process to standard error, for journald or a container to keep."""
    _keep(logging.StreamHandler(sys.stderr))


def log_to_file(folder: Path) -> None:
    """Keep every logger's records of this process in `folder`, a megabyte at most, the oldest falling out."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / LOG_FILE
    _keep(RotatingFileHandler(file, maxBytes=LOG_BYTES, backupCount=OLDER_LOGS, encoding="utf-8", delay=True))


def _keep(handler: logging.Handler) -> None:
    """In the one form that lets nobody's words through; a process that has a log already keeps that."""
    handler.setFormatter(JsonLines())
    logging.basicConfig(handlers=[handler], level=logging.INFO)
