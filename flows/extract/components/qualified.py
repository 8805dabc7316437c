"""What a candidate does, as its words say it, and what is asked of these words before that is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from flows.extract.components.candidate import Candidate
from flows.extract.components.denial import denial_of_cue, negation_of_act
from flows.extract.components.force_lexicon import force_lexicon, text_speaks
from flows.extract.parse import Token
from models.vocabulary import Certainty, Force, Genre, Polarity

Settled = Literal["force", "certainty"]
NOTHING: frozenset[Settled] = frozenset()
ONLY_FORCE: frozenset[Settled] = frozenset({"force"})
BOTH: frozenset[Settled] = frozenset({"force", "certainty"})


@dataclass(frozen=True)
class Qualified:
    """What a candidate does, with the words that negate or hedge it.

    ``settled`` names those of force and certainty that the words leave no choice of.
    """

    force: Force
    polarity: Polarity
    certainty: Certainty
    negated_by: Token | None
    settled: frozenset[Settled] = NOTHING


@dataclass(frozen=True)
class Told:
    """A candidate as a text tells it: ``cited`` says whether somebody is cited for it.

    ``legal`` is whether the text is a law or treaty, ``by_text`` whether it speaks for those whose it is;
    ``inner`` negates the act ("promised not to send"), ``outer`` the cue ("has not promised to send").
    """

    candidate: Candidate
    cited: bool
    legal: bool
    by_text: bool
    inner: Token | None
    outer: Token | None


def as_told(candidate: Candidate, genre: Genre | None, cited: bool) -> Told:
    """``candidate`` as a text of this genre tells it."""
    legal = genre in force_lexicon().legal.genres
    inner, outer = negation_of_act(candidate), denial_of_cue(candidate)
    return Told(candidate, cited, legal, text_speaks(genre), inner, outer)


def possible(negated_by: Token | None) -> Qualified:
    """What somebody may do, or leave undone: "did not rule out closing the port"."""
    polarity: Polarity = "positive" if negated_by is None else "negative"
    return Qualified("plan", polarity, "possible", negated_by, BOTH)
