"""The shipped national days are what the library they come from computes."""

import runpy
from pathlib import Path

import resources
from dossiers.calendars import YEARS, national_days

SCRIPT = runpy.run_path(str(Path(__file__).parents[2] / "installer" / "make_national_days.py"))


def test_every_day_is_as_the_library_computes_it() -> None:
    """Both ways round: no day is missing, none is made up, and kind and name are the library's."""
    assert {year: national_days(year) for year in YEARS} == {year: SCRIPT["compute_year"](year) for year in YEARS}


def test_the_file_is_the_one_the_script_writes() -> None:
    """The version it names is the locked one; after renewing that, run the script anew."""
    assert resources.read_text("national_days.json") == SCRIPT["compose"]()
