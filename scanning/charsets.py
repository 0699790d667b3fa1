"""Bytes of a reader into Vietnamese text: UTF-8, or one of the code pages that old readers are still set to.

A code page is believed only where every word with a mark in it comes out as a Vietnamese syllable and no other
code page does as well; what stays unclear keeps U+FFFD in place of its bytes, so that no field can pass it unseen.
"""

import re
import unicodedata

UTF_8 = "utf-8"

_TCVN3 = (
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢§£¤¥¦",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
)
"""TCVN 5712:1993 VN3 ("ABC"): bytes as Latin-1, and their letters. Capitals with a tone have no bytes of their own."""

_ENOUGH_TO_TELL = 2
"""Plain letters: fewer do not tell a name in capitals from a short name."""

_TONES = {"ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_CIRCUMFLEX = {"â": "", "à": "\u0300", "á": "\u0301", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_BREVE = {"ê": "", "è": "\u0300", "é": "\u0301", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_SINGLE = {"ñ": "đ", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ô": "ơ", "ö": "ư"}
_VNI_LETTER = re.compile(
    f"([aeouyôö])([{''.join({**_TONES, **_CIRCUMFLEX, **_BREVE})}])|[{''.join(_SINGLE)}]", re.IGNORECASE
)

_ONSET = "(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?"
_NUCLEUS = (
    "(?:iêu|yêu|oai|oay|oao|oeo|uây|uyê|uya|uyu|uôi|ươi|ươu|uêu|ia|iê|yê|ya|oa|oă|oe|oo|ua|uâ|uê|uy|uô|uơ|ưa|ươ|ưi|ưu|"
    "ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|[aăâeêioôơuưy])"
)
_SYLLABLE = re.compile(f"{_ONSET}{_NUCLEUS}(?:ng|nh|ch|[cmnpt])?")
_TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323"


def decode(data: bytes) -> tuple[str, str]:
    """NFC text and the name of its code page: "utf-8", "windows-1258", "tcvn3" or "vni"."""
    try:
        return unicodedata.normalize("NFC", data.decode(UTF_8)), UTF_8
    except UnicodeDecodeError:
        pass
    latin = data.decode("latin-1")
    candidates = {
        "windows-1258": data.decode("cp1258", "replace"), "tcvn3": _from_tcvn3(latin), "vni": _from_vni(latin),
    }  # fmt: skip
    composed = {name: unicodedata.normalize("NFC", text) for name, text in candidates.items()}
    likely = {text: name for name, text in composed.items() if _is_vietnamese(text)}
    if len(likely) == 1:
        return likely.popitem()
    return unicodedata.normalize("NFC", data.decode(UTF_8, "replace")), UTF_8


def _from_tcvn3(latin: str) -> str:
    """Letters with a tone come in small ones only; the field around them tells where capitals were meant."""
    return re.sub("[^|,]+", lambda field: _with_capitals(field[0]), latin.translate(str.maketrans(*_TCVN3)))


def _with_capitals(field: str) -> str:
    """NGUYễN is NGUYỄN; and where every word that can tell begins with a capital, "Ngọc ánh" is Ngọc Ánh."""
    plain = [letter for letter in field if letter.isalpha() and not _has_tone(letter)]
    if len(plain) > _ENOUGH_TO_TELL and all(letter.isupper() for letter in plain):
        return field.upper()
    words = re.findall(r"[^\W\d_]+", field)
    known = [word[0].isupper() for word in words if not _has_tone(word[0])]
    if not known or not all(known):
        return field
    return re.sub(r"[^\W\d_]+", lambda word: word[0][0].upper() + word[0][1:], field)


def _has_tone(letter: str) -> bool:
    return any(mark in _TONE_MARKS for mark in unicodedata.normalize("NFD", letter))


def _from_vni(latin: str) -> str:
    """VNI-Windows: a letter followed by its mark, or one of a few letters by themselves."""
    return _VNI_LETTER.sub(lambda found: _joined(found[1], found[2]) if found[1] else _single(found[0]), latin)


def _single(letter: str) -> str:
    return _SINGLE[letter] if letter in _SINGLE else _SINGLE[letter.lower()].upper()


def _joined(letter: str, mark: str) -> str:
    base, mark = _single(letter) if letter.lower() in _SINGLE else letter, mark.lower()
    if mark in _TONES:
        return unicodedata.normalize("NFC", base + _TONES[mark])
    if mark in _CIRCUMFLEX:
        return unicodedata.normalize("NFC", base + "\u0302" + _CIRCUMFLEX[mark])
    return unicodedata.normalize("NFC", base + "\u0306" + _BREVE[mark])


def _is_vietnamese(text: str) -> bool:
    """Whether every word with a letter beyond ASCII is spelt as a Vietnamese syllable is."""
    words = re.findall(r"[^\W\d_]+", text)
    strange = any(not character.isascii() and not character.isalpha() for character in text)
    return not strange and all(_is_syllable(word) for word in words if not word.isascii())


def _is_syllable(word: str) -> bool:
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = sum(mark in _TONE_MARKS for mark in decomposed)
    bare = unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in _TONE_MARKS))
    return tones <= 1 and _SYLLABLE.fullmatch(bare) is not None
