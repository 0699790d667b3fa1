"""Logs as one JSON object a line, made of names and numbers of our own: no text of a person ever gets in."""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime

FIELDS = ("method", "route", "status", "took_ms", "received_bytes", "request")
"""What a record may carry beside its message; anything else a caller adds is left out."""

OURS = "motcua"


class JsonLines(logging.Formatter):
    """A record as JSON. An exception is told by its type and the lines it passed, never by its words.

    Its words may quote a request, a row or a parameter; our own messages are written without them. Of other
    libraries' records only the logger's name and the level are told.
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
                f"{frame.filename}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(record.exc_info[2])
            ]
        return json.dumps(line, ensure_ascii=False)


def log_to_stderr() -> None:
    """Send every logger's records of this process to standard error, for journald or a container to keep."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(handlers=[handler], level=logging.INFO)
