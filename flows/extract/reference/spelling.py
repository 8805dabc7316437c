"""How names are spelt, and the keys under which all spellings of one are found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

LONGEST_ACRONYM = 3  # letters of what may be an acronym, and no name in capitals
_NO_DECOMPOSITION = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss"}
)
_ARTICLES = frozenset({"the ", "The ", "THE "})
_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "‐": "-", "‑": "-"})
_GENERATIONS = frozenset({"Jr", "Sr", "II", "III"})
_PARTICLES = frozenset(
    {
        "al", "bin", "da", "de", "del", "den", "der", "di", "do", "dos", "du", "la", "le", "ten", "ter",
        "van", "von",
    }
)  # fmt: skip


def surface_key(form: str) -> str:
    """The form as the indexes hold it: no accents, article, possessive or odd spaces; case is kept."""
    plain = form if form.isascii() else _without_accents(form)
    plain = " ".join(plain.split())
    if plain[:4] in _ARTICLES:
        plain = plain[4:]
    if plain.endswith(("'s", "'S")):
        return plain[:-2]
    return plain[:-1] if plain.endswith(("s'", "S'")) else plain


def _without_accents(form: str) -> str:
    plain = unicodedata.normalize("NFKD", form.translate(_QUOTES).translate(_NO_DECOMPOSITION))
    return "".join(char for char in plain if not unicodedata.combining(char))


def shouts(form: str, key: str) -> bool:
    """Whether a form is all in capitals, and too long for an acronym that only looks like a name."""
    return form.isupper() and len(key) > LONGEST_ACRONYM


def opening(key: str) -> str:
    """The letters and digits that a key starts with: "U" of "U.S.", "al" of "al-Qaeda"."""
    found = re.match(r"\w+", key)
    return found[0] if found else key


def article_spellings(name: str) -> Iterator[str]:
    """The name and, where it holds an Arabic article, its other spellings: al-X, Al-X, al X, X."""
    yield name
    if re.search(r"\b[ae]l-", name):
        for written in (r"al-", r"Al-", r"al ", r"el-", r"El-", r""):
            yield re.sub(r"\b[ae]l-", written, name)


def surnames_of(name: str) -> Iterator[str]:
    """The last word of a name, and the same with the lower-case particles before it."""
    words = [word for word in name.split() if word.rstrip(".,") not in _GENERATIONS]
    first = len(words) - 1
    yield words[first].rstrip(",")
    while first > 0 and words[first - 1] in _PARTICLES:
        first -= 1
        yield " ".join(words[first:]).rstrip(",")
