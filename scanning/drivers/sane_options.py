"""What a SANE device can do, read from scanimage's own listing, and how a request fits it."""

import re
from collections.abc import Iterator

from scanning.drivers import PAPER_SLACK_MM, ScanRequest, Source
from scanning.errors import Fault, ScanError
from scanning.picture import ARCHIVE_FLOOR_DPI

_OPTION = re.compile(r"^\s+(?P<name>--?[\w-]+)[ \[=](?P<values>\S.*?) \[(?P<current>[^\[]*)\]", re.MULTILINE)
_FEEDERS = ("adf", "feeder")
_DUPLEX = "duplex"


def parse_options(listing: str) -> dict[str, str]:
    """Active options by name (`source`, `resolution`, `x` …) with the values scanimage lists for each."""
    return {
        option["name"].lstrip("-"): option["values"]
        for option in _OPTION.finditer(listing)
        if option["current"] != "inactive"
    }


def choose_arguments(options: dict[str, str], request: ScanRequest) -> tuple[list[str], int]:
    """scanimage arguments that fit the request to the device, and the resolution they give in dpi.

    Raises ScanError: UNSUPPORTED where the device has no such source or side or cannot reach 200 dpi, WRONG_PAPER
    where it is too small for the paper.
    """
    dpi = _resolution(options.get("resolution", ""), request.resolution_dpi)
    arguments = [*_source(options, request), *_mode(options.get("mode"), request.colour)]
    if "resolution" in options:
        arguments.append(f"--resolution={dpi}")
    arguments += [f"--{name}={value}" for name, value in request.options.items()]
    for name, wanted_mm in (("x", request.width_mm), ("y", request.height_mm)):
        if name in options:
            most_mm = _range_end(options[name])
            if wanted_mm > most_mm + PAPER_SLACK_MM:
                raise ScanError(Fault.WRONG_PAPER)
            arguments += [f"-{name}", f"{min(wanted_mm, most_mm):g}"]
    return arguments, dpi


def _source(options: dict[str, str], request: ScanRequest) -> Iterator[str]:
    """The device's own name of the source; both sides are a source of their own, or a mode of the feeder."""
    feeder = request.source is Source.FEEDER
    names = options["source"].split("|") if "source" in options else []
    feeders = [name for name in names if any(word in name.casefold() for word in _FEEDERS)]
    double = [name for name in feeders if _DUPLEX in name.casefold()]
    modes = [name for name in options.get("adf-mode", "").split("|") if _DUPLEX in name.casefold()]
    if not feeder:
        fitting = [name for name in names if name not in feeders]
    elif request.both_sides and not modes:
        fitting = double
    else:
        fitting = [name for name in feeders if name not in double] or feeders
    if feeder or names:
        if not fitting:
            raise ScanError(Fault.UNSUPPORTED)
        yield f"--source={fitting[0]}"
    if feeder and modes:
        yield f"--adf-mode={modes[0] if request.both_sides else 'Simplex'}"


def _mode(listed: str | None, colour: bool) -> Iterator[str]:
    words = ("color", "colour") if colour else ("gray", "grey")
    for name in (listed or "").split("|"):
        if any(word in name.casefold() for word in words):
            yield f"--mode={name}"
            return


def _resolution(listed: str, wanted_dpi: int) -> int:
    """The nearest resolution at or above the wanted one, else the highest that is still legal."""
    numbers = [int(number) for number in re.findall(r"\d+", listed.partition("(")[0])] or [wanted_dpi]
    if ".." in listed:
        dpi = max(numbers[0], min(wanted_dpi, numbers[-1]))
    else:
        dpi = min((number for number in numbers if number >= wanted_dpi), default=max(numbers))
    if dpi < ARCHIVE_FLOOR_DPI:
        raise ScanError(Fault.UNSUPPORTED)
    return dpi


def _range_end(listed: str) -> float:
    """The upper end of a range such as `0..215.9mm (in steps of 0.1)`; without one nothing is limited."""
    found = re.search(r"\.\.([\d.]+)", listed)
    return float(found[1]) if found else float("inf")
