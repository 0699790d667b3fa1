"""What a SANE device can do, read from scanimage's own listing, and how a request fits it."""

import re
from collections.abc import Iterator

from scanning.drivers import ScanRequest, Source
from scanning.errors import Fault, ScanError
from scanning.picture import ARCHIVE_FLOOR_DPI

_OPTION = re.compile(r"^\s+(?P<name>--?[\w-]+)[ \[=](?P<values>\S.*?) \[(?P<current>[^\[]*)\]", re.MULTILINE)
_FEEDERS = ("adf", "feeder")


def parse_options(listing: str) -> dict[str, str]:
    """Active options by name (`source`, `resolution`, `x` …) with the values scanimage lists for each."""
    return {
        option["name"].lstrip("-"): option["values"]
        for option in _OPTION.finditer(listing)
        if option["current"] != "inactive"
    }


def choose_arguments(options: dict[str, str], request: ScanRequest) -> tuple[list[str], int]:
    """scanimage arguments that fit the request to the device, and the resolution they give in dpi.

    Raises ScanError(UNSUPPORTED) where the device has no such source or cannot reach 200 dpi.
    """
    dpi = _resolution(options.get("resolution", ""), request.resolution_dpi)
    arguments = [*_source(options.get("source"), request.source), *_mode(options.get("mode"), request.colour)]
    if "resolution" in options:
        arguments.append(f"--resolution={dpi}")
    arguments += [f"--{name}={value}" for name, value in request.options.items()]
    for name, wanted_mm in (("x", request.width_mm), ("y", request.height_mm)):
        if name in options:
            arguments += [f"-{name}", f"{min(wanted_mm, _range_end(options[name])):g}"]
    return arguments, dpi


def _source(listed: str | None, wanted: Source) -> Iterator[str]:
    """The device's own name of the source; duplex units are left to a request that asks for them."""
    if listed is None:
        if wanted is Source.FEEDER:
            raise ScanError(Fault.UNSUPPORTED)
        return
    names = listed.split("|")
    feeders = [name for name in names if any(word in name.casefold() for word in _FEEDERS)]
    fitting = feeders if wanted is Source.FEEDER else [name for name in names if name not in feeders]
    if not fitting:
        raise ScanError(Fault.UNSUPPORTED)
    yield f"--source={min(fitting, key=lambda name: 'duplex' in name.casefold())}"


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
