"""What a dossier costs: fee lines from the procedure's tariff, and amounts in figures."""

from dossiers.dossier import FeeLine, PaperLine
from dossiers.procedure import FeeBasis, FeeRule, Procedure, TimeUnit


def fee_lines(procedure: Procedure, papers: tuple[PaperLine, ...], sets: int = 1) -> tuple[FeeLine, ...]:
    """One line for each fee of the procedure that is not free; a fee set by the province starts at 0 đồng.

    Copies are those the papers ask for, else one for each of the `sets`.
    """
    return tuple(
        FeeLine(name=rule.name, kind=rule.kind, amount_vnd=_amount_vnd(rule, papers, sets))
        for rule in procedure.fees
        if rule.basis is not FeeBasis.FREE
    )


def _amount_vnd(rule: FeeRule, papers: tuple[PaperLine, ...], sets: int) -> int:
    match rule.basis:
        case FeeBasis.PER_DOSSIER:
            return rule.amount_vnd
        case FeeBasis.PER_COPY:
            return rule.amount_vnd * (sum(paper.copies for paper in papers) or sets)
        case FeeBasis.PER_PAGE:
            return sum(paper.copies * _copy_vnd(rule, paper.pages) for paper in papers)
        case FeeBasis.FREE | FeeBasis.PROVINCE:
            return 0


def _copy_vnd(rule: FeeRule, pages: int) -> int:
    """One certified copy of `pages` pages (TT 226/2016/TT-BTC)."""
    first = min(pages, rule.first_pages)
    amount = first * rule.amount_vnd + (pages - first) * rule.next_amount_vnd
    return min(amount, rule.cap_per_copy_vnd) if rule.cap_per_copy_vnd else amount


def needs_confirmation(procedure: Procedure) -> tuple[str, ...]:
    """A sentence for each time and fee that no official source vouches for and the clerk confirms or types."""
    sentences = []
    if procedure.duration is None or procedure.duration.unit is TimeUnit.UNSTATED:
        sentences.append("Danh mục chưa ghi thời hạn giải quyết: ghi ngày hẹn trả.")
    elif not procedure.duration.verified:
        sentences.append("Thời hạn giải quyết chưa xác minh: xem lại ngày hẹn trả.")
    for rule in procedure.fees:
        if rule.basis is FeeBasis.PROVINCE:
            sentences.append(f"{rule.name} do Hội đồng nhân dân tỉnh quy định: ghi số tiền.")
        elif not rule.verified:
            sentences.append(f"{rule.name} chưa xác minh: xem lại số tiền.")
    return tuple(sentences)


def say_vnd(amount: int) -> str:
    """An amount as written: 6.000 ₫."""
    return f"{amount:,} ₫".replace(",", ".")
