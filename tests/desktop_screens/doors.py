"""The real child behind the paper door, with one thing that happens to it."""

import sys
from pathlib import Path

CHILD = """
import pathlib, sys
from desktop import paper_child
mark, draw = pathlib.Path(sys.argv[1]), paper_child.draw

def ill_fated(order, document):
    if order.page == {page} and not mark.exists():
        mark.touch()
        {fate}
    return draw(order, document)

paper_child.draw = ill_fated
paper_child.main()
"""


def child_that(fate: str, folder: Path, on_page: int = 0) -> tuple[str, ...]:
    """The command of a child that meets its `fate` (Python) the first time it draws a page (0-based)."""
    return (sys.executable, "-c", CHILD.format(page=on_page, fate=fate), str(folder / "met"))
