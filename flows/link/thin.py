"""Thin acts: those that mean something only where they stand ("get it done", "$4 million")."""

from __future__ import annotations

import functools
import re

from flows.link.lexicon import load_lexicon
from flows.link.wording import Wording

LEAST_MATTER = 0.4  # weight of the words that name a matter, below which an act ("move forward") names none


def names_no_matter(wording: Wording) -> bool:
    """Whether an act's words are such as fit any matter."""
    light = load_lexicon().light_words | wording.numbers
    return sum(weight for stem, weight in wording.weight_of.items() if stem not in light) < LEAST_MATTER


def is_bare_sum(wording: Wording) -> bool:
    """Whether an act's words tell of a sum of money, and not for what."""
    return bool(wording.numbers) and set(wording.stems) <= load_lexicon().sum_words | wording.numbers


def acts_on_a_pronoun(action: str, *, known_party: bool) -> bool:
    """Whether what is acted on is a bare pronoun: "sign it into law".

    A pronoun for people or states ("equip them") says whom it means where ``known_party``.
    """
    found = _pronoun_pattern().match(action.lower())
    return found is not None and not (known_party and found["object"] in load_lexicon().party_pronouns)


@functools.cache
def _pronoun_pattern() -> re.Pattern[str]:
    """A verb, behind words that only say that it goes on, with a pronoun that no noun follows.

    "That" behind a verb of clauses ("ensure that all children learn") is no pronoun.
    """
    lexicon = load_lexicon()
    before = "|".join(map(re.escape, sorted(lexicon.verb_openers, key=lambda word: (-len(word), word))))
    objects = "|".join(sorted({*lexicon.thing_pronouns, *lexicon.party_pronouns}))
    behind = "|".join(sorted(lexicon.pronoun_followers))
    clauses = "|".join(sorted(lexicon.clause_verbs))
    verb = rf"(?!(?:{clauses})\s+that\b)[a-z-]+"
    return re.compile(
        rf"(?:(?:{before})\s+)*{verb}\s+(?P<object>{objects})(?=\s*(?:$|[^\w\s'’]|(?:{behind})\b))"
    )
