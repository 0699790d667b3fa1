"""Amounts of money in Vietnamese words, as a receipt spells them."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"))


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
