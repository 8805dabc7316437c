"""What the words behind "be" say of its subject: "a truce is out of the question", "is about to pay"."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.cue_lexicon import Candidate, cue_index
from flows.extract.parse import Token


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
        if _phrase_behind(be, rule.phrases) is not None:
            for act in syntax.children(be, "csubj", "nsubj"):
                if act.pos_ == "PRON":
                    yield Candidate(be, be, be, index.bare.id, rule.force, rule.certainty, "predicate")
                else:
                    yield Candidate(act, be.nbor(), act, rule.id, rule.force, rule.certainty, "predicate")


def _led_to(be: Token) -> Iterator[Candidate]:
    for rule in cue_index().phrases:
        end = _phrase_behind(be, rule.phrases)
        verb = _verb_at(be, end) if end is not None else None
        if verb is not None:
            yield Candidate(verb, verb.nbor(-1), be, rule.id, rule.force, rule.certainty, "infinitive")


def _phrase_behind(be: Token, phrases: tuple[str, ...]) -> int | None:
    """Where the first of ``phrases`` that stands right behind "be" ends; None where none does."""
    end = min(be.sent.end, be.i + 1 + cue_index().longest_phrase)
    behind = " ".join(token.lower_ for token in be.doc[be.i + 1 : end]) + " "
    found = next((phrase for phrase in phrases if behind.startswith(f"{phrase} ")), None)
    return be.i + 1 + len(found.split()) if found is not None else None


def _verb_at(be: Token, place: int) -> Token | None:
    """The verb of the clause of "be" that stands at a place, an adverb at most before it."""
    first = next((word for word in be.doc[place : be.sent.end] if word.pos_ != "ADV"), None)
    acts = first is not None and first.tag_ in {"VB", "VBG"} and be in syntax.ancestors(first)
    return first if acts else None
