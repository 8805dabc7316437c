"""Wordings with other states in place of those that they name: more to learn from, of the same form."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator

from flows.extract.reference import Reference
from flows.extract.wording import Wording

SEED = 11


def with_other_states(wordings: Iterable[Wording], reference: Reference) -> Iterator[Wording]:
    """Each wording that names a state, its people or capital in one word, with others of the same sort.

    What is drawn depends on the order of the wordings alone.
    """
    drawn = random.Random(SEED)
    sorts = [[word for word in words if " " not in word] for words in _sorts(reference)]
    for wording in wordings:
        swapped = _swapped(wording, sorts, drawn)
        if swapped is not None:
            yield swapped


def _sorts(reference: Reference) -> Iterator[list[str]]:
    states = list(reference.states.values())
    yield [state.name for state in states]
    yield [state.demonyms[0] for state in states if state.demonyms]
    yield [state.capitals[0] for state in states if state.capitals]


def _swapped(wording: Wording, sorts: list[list[str]], drawn: random.Random) -> Wording | None:
    parts = (wording.about, wording.before, wording.act, wording.after)
    words = set(re.findall(r"\w+", " ".join(parts)))
    others = {word: drawn.choice(sort) for sort in sorts for word in sort if word in words}
    if not others:
        return None
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(others)))})\b")
    about, before, act, after = (pattern.sub(lambda found: others[found[0]], part) for part in parts)
    return Wording(about, before, act, after, wording.first)
