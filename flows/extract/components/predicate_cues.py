"""What the words behind "be" say of its subject: "a truce is out of the question", "is about to pay"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.parse import Token

NEGATING = syntax.NEGATING_ADVERBS | {"n't"}


def predicate_candidates(be: Token) -> Iterator[Candidate]:
    """What the phrase behind a form of "be" rules out or leads to; nothing behind any other word.

    "a truce is out of the question": "truce"; "Peru is about to pay": "pay".
    """
    if be.lemma_ == "be":
        yield from _ruled_out(be)
        yield from _led_to(be)


def _ruled_out(be: Token) -> Iterator[Candidate]:
    index = cue_index()
    for rule in index.predicates:
        phrase = _phrase_behind(be, rule.phrases)
        for act in syntax.children(be, "csubj", "nsubj") if phrase else ():
            if act.pos_ == "PRON":
                yield Candidate(be, be, be, index.bare.id, rule.force, rule.certainty, "predicate")
            else:
                yield Candidate(
                    act, be.doc[phrase.start], act, rule.id, rule.force, rule.certainty, "predicate"
                )


def _led_to(be: Token) -> Iterator[Candidate]:
    for rule in cue_index().phrases:
        phrase = _phrase_behind(be, rule.phrases)
        verb = _verb_at(be, phrase.stop) if phrase else None
        if verb is not None:
            cue, holder = be.doc[phrase.stop - 1], syntax.child(verb, "nsubj", "poss")
            yield Candidate(verb, cue, be, rule.id, rule.force, rule.certainty, "infinitive", holder=holder)


def _phrase_behind(be: Token, phrases: tuple[str, ...]) -> range:
    """The places of the first of ``phrases`` behind "be", an adverb at most before it; empty without one."""
    first = be.i + 1
    adverb = be.doc[first] if first < be.sent.end else None
    if adverb is not None and adverb.tag_ == "RB" and adverb.lower_ not in NEGATING:
        return _phrase_at(be, first, phrases) or _phrase_at(be, first + 1, phrases)
    return _phrase_at(be, first, phrases)


def _phrase_at(be: Token, place: int, phrases: tuple[str, ...]) -> range:
    behind = _words_from(be, place)
    found = next((phrase for phrase in phrases if behind.startswith(f"{phrase} ")), "")
    return range(place, place + len(found.split()))


@lru_cache(maxsize=2)  # the rules ask one after the other
def _words_from(be: Token, place: int) -> str:
    """The words from a place in the sentence on, as many as a phrase may have, a space behind each."""
    end = min(be.sent.end, place + cue_index().longest_phrase)
    return " ".join(token.lower_ for token in be.doc[place:end]) + " "


def _verb_at(be: Token, place: int) -> Token | None:
    """The verb of the clause of "be" that stands at a place, an adverb at most or its subject before it.

    "is about to pay", "there is no question of Peru paying".
    """
    gerund = syntax.child(be.doc[place - 1], "pcomp")
    if gerund is not None and gerund.tag_ == "VBG":
        return gerund
    first = next((word for word in be.doc[place : be.sent.end] if word.pos_ != "ADV"), None)
    acts = first is not None and first.tag_ in {"VB", "VBG"} and be in syntax.ancestors(first)
    return first if acts else None
