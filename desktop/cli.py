"""The one console program: `motcua` opens the desk, and each word after it is one command."""

import argparse
import importlib
import json
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Any

from dossiers.errors import KnownError
from sync.updates import launch

COMMANDS: dict[str, str] = {
    "demo": "play one day at the desk through the real window",
    "province": "run the reference provincial server, or make an enrolment code",
    "report": "count the figures of some days: Biểu 06, QĐ 766 or the leader's report, as text, PDF or .xlsx",
    "pack": "sign the province's catalogue, holidays or form words for all desks, or publish what was signed",
    "portal": "report to the national portal: write messages to a file, or send a province's own",
    "read": "read the barcodes and QR codes of images and PDFs",
    "slip": "check a slip's signature with no network, or rebuild the register from office copies",
    "signatures": "say who signed a PDF, when, and whether it is still what was signed",
    "office": "set up a real office, or make a synthetic one",
    "catalogue": "take the catalogue of procedures out as JSON, or put another into force",
    "sync": "send everything to the province and take in its answers",
    "courier": "carry everything unsent on a stick, and the province's answers back",
    "due": "say when a dossier is due, and why",
    "book": "list the office's books, or write one to a PDF or a spreadsheet",
    "calendar": "show a year of working days, compare or import a notice of holidays",
    "card": "parse the text of a citizen card's QR",
    "key": "make the recovery sheet, open by it, tie secrets to this machine, change the data key",
    "verify": "check the journal's chain, the states and the files",
    "backup": "write a verified, encrypted backup",
    "restore": "rebuild a home from a backup",
    "update": "bring the installed program to a newer version from a signed bundle",
    "doctor": "say a sentence on disk, clock, printer, scanner, reader, line and backup",
    "selftest": "try the program on this machine with a scratch office",
}
"""Word → one line of help; the code of a command is imported only when its word is given."""

BAD_INPUT = 2
STOPPED = 130
"""What shells give a program that was interrupted."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, or non-zero after one clear sentence on standard error."""
    speak_utf8()
    words = list(sys.argv[1:] if arguments is None else arguments)
    if arguments is None and (code := launch.hand_over(words)) is not None:
        return code
    word = words[0] if words and not words[0].startswith("-") else ""
    if word not in COMMANDS and (word or {"-h", "--help"} & set(words)):
        return overview(word)
    command: Any = importlib.import_module(f"desktop.console.{word or 'open_desk'}")
    parser = argparse.ArgumentParser(prog=f"motcua {word}".strip(), description=command.__doc__)
    command.arguments(parser)
    options = parser.parse_args(words[1:] if word else words)
    try:
        return carry_out(command, options)
    except KnownError as error:
        report(error, as_json=getattr(options, "json", False))
        return 1
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu. Những gì đã lưu vẫn còn nguyên.", file=sys.stderr)
        return STOPPED


def carry_out(command: Any, options: argparse.Namespace) -> int:
    """Run the command; what the system refuses becomes a KnownError, a reader gone away an early end."""
    try:
        code = int(command.run(options))
        launch.note_works()
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # The interpreter flushes once more on its way out; it must find somewhere to write to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        if error.errno is None:  # a library's own exception, not the system's word
            raise
        raise KnownError(
            "Hệ điều hành không cho làm việc này ({reason}). Những gì đã lưu vẫn nguyên; "
            "xem lại đường dẫn, quyền và chỗ trống rồi chạy lại.", reason=os.strerror(error.errno),
        ) from error  # fmt: skip
    return code


def speak_utf8() -> None:
    """Vietnamese comes out whole whatever the machine's own character set is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def overview(unknown: str) -> int:
    """Print the list of commands; an unknown word is an error."""
    out = sys.stderr if unknown else sys.stdout
    if unknown:
        print(f"motcua: không có lệnh “{unknown}”.", file=out)
    print("usage: motcua [--home DIR]            open the desk", file=out)
    for word, line in COMMANDS.items():
        print(f"       motcua {word:<10} {line}", file=out)
    print("`motcua COMMAND --help` says more.", file=out)
    return BAD_INPUT if unknown else 0


def report(error: KnownError, *, as_json: bool) -> None:
    """One sentence on standard error; with --json also as data on standard output."""
    if as_json:
        print(json.dumps({"error": str(error)}, ensure_ascii=False))
    print(str(error), file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
