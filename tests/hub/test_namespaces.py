"""Three real processes on a LAN whose cables are pulled: shown, or said why it cannot be shown here."""

from tests.faults.length import FULL
from tests.faults.line.namespaces import why_not
from tests.hub.trial import three_desks, worst_day


def test_the_worst_day_of_a_hub_or_it_is_said_why_not() -> None:
    """In ./test the day alone; with ./test faults also the control, terms without a baton, which must break it."""
    row = three_desks() if FULL else worst_day()
    assert row.not_shown == why_not()
    assert row.broke == 0, row.notes
    assert row.run > 25 or row.not_shown
    assert row.caught is (FULL and not row.not_shown)
