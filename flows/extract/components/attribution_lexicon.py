"""The lexicon of attribution, ``lexicons/attribution.toml``: verbs and phrases of saying, kinds of source."""

from __future__ import annotations

from functools import cache

from flows.extract.lexicon import Lemmas, LexiconModel, read_once


class SayingVerbs(LexiconModel):
    """Verbs of saying under one rule id; those of ``not_infinitive`` say nothing by an infinitive."""

    id: str
    lemmas: tuple[str, ...]
    not_infinitive: frozenset[str] = frozenset()


class SayingPhrase(LexiconModel):
    """A fixed phrase after which the speaker stands."""

    id: str
    words: tuple[str, ...]


class Showing(LexiconModel):
    """Verbs that say something with one of ``words`` close behind them ("made it plain that")."""

    id: str
    lemmas: frozenset[str]
    words: frozenset[str]


class Ranking(Lemmas):
    """Numbers that rank something, and prepositions before the time ``since`` which it ranks so."""

    since: frozenset[str]


class AttributionLexicon(LexiconModel):
    """All of ``attribution.toml``."""

    verb: tuple[SayingVerbs, ...]
    phrase: tuple[SayingPhrase, ...]
    showing: tuple[Showing, ...]
    documents: Lemmas
    unnamed: Lemmas
    spoken_for: Lemmas
    unnamed_labels: Lemmas
    headings: Lemmas
    taken_for_nouns: Lemmas
    summing: Lemmas
    summing_within: Lemmas
    mishaps: Lemmas
    deals: Lemmas
    occasions: Lemmas
    ranking: Ranking
    remarks: Lemmas
    leading: Lemmas
    wording: Lemmas
    reactions: Lemmas
    stances: Lemmas
    manners: Lemmas
    venues: Lemmas
    channels: Lemmas
    ministries: Lemmas


attribution_lexicon = read_once("attribution", AttributionLexicon)


@cache
def saying_verbs() -> dict[str, str]:
    """Rule ids by the lemma of a verb of saying."""
    return {lemma: rule.id for rule in attribution_lexicon().verb for lemma in rule.lemmas}


def describes_nobody(word: str) -> bool:
    """Whether a label that ends with ``word`` describes somebody without a name ("SENIOR OFFICIAL:")."""
    lexicon = attribution_lexicon()
    return word.casefold() in lexicon.unnamed.lemmas | lexicon.unnamed_labels.lemmas


@cache
def not_by_infinitive() -> frozenset[str]:
    """Lemmas of verbs of saying that say nothing by an infinitive: "continued to pay"."""
    return frozenset(lemma for rule in attribution_lexicon().verb for lemma in rule.not_infinitive)
