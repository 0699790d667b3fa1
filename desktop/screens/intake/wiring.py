"""What is touched on the card of papers, money and time reaches the sheet, and is kept soon after."""

from collections.abc import Callable

from desktop.screens.intake.papers_card import PapersCard
from desktop.screens.intake.sheet import Sheet


def connect_papers(papers: PapersCard, sheet: Sheet, keep_soon: Callable[..., None]) -> None:
    """Connect every control of the card that is no line of the screen's own; `keep_soon` is told of each touch."""

    def add() -> None:
        sheet.add_paper()
        papers.go_to_pages(len(papers.rows) - 1)

    def drop(index: int) -> None:
        sheet.drop_paper(index)
        papers.go_to_pages(len(papers.rows) - 1)

    money, time = papers.money, papers.time
    touches = (
        (papers.turned, sheet.check_paper), (papers.recounted, sheet.count_paper), (papers.named, sheet.name_paper),
        (papers.signing, sheet.sign_electronically), (papers.digitised, sheet.mark_digital),
        (papers.reused, sheet.reuse), (papers.dropped, drop),
        (papers.more.clicked, add), (papers.all_here.clicked, sheet.check_all),
        (money.amount_typed, sheet.type_amount), (money.paid_by, sheet.pay_by), (money.exempted, sheet.exempt),
        (time.vouched, sheet.vouch), (time.extended, sheet.extend),
    )  # fmt: skip
    for touched, does in touches:
        touched.connect(does)
        touched.connect(keep_soon)
