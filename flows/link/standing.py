"""Standing support: acts that only say that one party stands by another, in whatever words.

"Stand with Moldova", "our commitment to the people of Moldova" and "never waver in defending Moldova's
independence" are one commitment, which is renewed for years; "send Moldova generators" is one of its own.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flows.link.lexicon import load_lexicon
from flows.link.wording import stems_of_name, word_the_text


@dataclass(frozen=True, slots=True)
class Standing:
    """Standing support of a party; ``denied`` where the words say that it ends ("abandon Moldova")."""

    party: str
    denied: bool


def standing_support(
    action: str, promisors: Iterable[str], parties: Iterable[str], adjectives: Mapping[str, str]
) -> Standing | None:
    """The party of ``parties`` that an action supports, where the action says no more than that; else None.

    A pronoun ("stand with them") stands for the only party there is. Words that only say who supports,
    against what, or how long, are left aside.
    """
    head = _tail_pattern().split(action, maxsplit=1)[0]
    wording = word_the_text(head, adjectives)
    if wording.numbers:
        return None
    stems = set(wording.stems)
    known = list(parties)
    named = [party for party in known if stems.issuperset(stems_of_name(party))]
    if not named and _pronoun_pattern().search(head) is not None:
        named = known
    if len(named) != 1:
        return None
    lexicon = load_lexicon()
    own = {stem for name in (*promisors, *named) for stem in stems_of_name(name)}
    rest = stems - own
    said = bool(rest & lexicon.supporting_acts) or _supporting_pattern().search(head) is not None
    denied = bool(rest & lexicon.forsaking_acts)
    if (
        not (said or denied)
        or not rest <= lexicon.supporting_acts | lexicon.forsaking_acts | lexicon.standing_words
    ):
        return None
    return Standing(named[0], denied)


@functools.cache
def _supporting_pattern() -> re.Pattern[str]:
    return _any_of(load_lexicon().supporting_phrases)


@functools.cache
def _pronoun_pattern() -> re.Pattern[str]:
    return _any_of(load_lexicon().party_pronouns)


@functools.cache
def _tail_pattern() -> re.Pattern[str]:
    return _any_of(load_lexicon().standing_tails)


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of some phrases, longer ones first, as whole words."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b", flags=re.IGNORECASE)
