"""What a dossier costs: fee lines from the procedure's tariff, and amounts in figures and in words."""

from dossiers.dossier import FeeLine, PaperLine
from dossiers.procedure import FeeBasis, FeeRule, Procedure, TimeUnit

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"))


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


def in_words(amount: int) -> str:
    """An amount as a receipt spells it: 'hai mươi mốt nghìn đồng'; raises ValueError below zero."""
    if amount < 0:
        raise ValueError("an amount in words is never negative")
    return f"{_number(amount) if amount else _DIGITS[0]} đồng"


def _number(value: int, spoken_before: bool = False) -> str:
    """A number in words; after a larger group (`spoken_before`) an empty hundred is said: không trăm linh."""
    for size, word in _GROUPS:
        if value >= size:
            head, rest = divmod(value, size)
            tail = _number(rest, spoken_before=True) if rest else ""
            return f"{_number(head, spoken_before)} {word} {tail}".rstrip()
    return _below_thousand(value, spoken_before)


def _below_thousand(value: int, spoken_before: bool) -> str:
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or spoken_before else []
    if tens == 0 and ones:
        words += ["linh", _DIGITS[ones]] if words else [_DIGITS[ones]]
    elif tens:
        words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
        words += [_ones_after_tens(tens, ones)] if ones else []
    return " ".join(words)


def _ones_after_tens(tens: int, ones: int) -> str:
    """Mốt, tư and lăm are what một, bốn and năm become after mươi; after mười only năm changes."""
    if ones == 5:
        return "lăm"
    return {1: "mốt", 4: "tư"}.get(ones, _DIGITS[ones]) if tens > 1 else _DIGITS[ones]
