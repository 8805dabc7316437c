"""Acts told without a commissive word: "is building a dam", "we hereby renounce", and what was done."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.candidate import Candidate, Shape
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.components.cue_rules import FulfilmentCue, PlainCue
from flows.extract.components.object_acts import takes
from flows.extract.components.terms import is_done, is_term_of_deal
from flows.extract.components.told_to_act import sets_time_to_act
from flows.extract.components.verb_cues import promises_itself, refuses_act
from flows.extract.parse import Token


def plain_candidates(verb: Token) -> Iterator[Candidate]:
    """The act that a verb tells by itself, without a modal, once for each way in which it tells it.

    "Norway is building a dam": a progressive; "Norway sent ten boats": a fulfilment; "we hereby renounce it"
    and "a pact under which Peru opens its port": what is done by the words, or agreed in them.
    """
    if syntax.modal_of(verb) is not None:
        return
    yield from _done_by_words(verb)
    yield from _under_way(verb)
    yield from _reported(verb)


def _done_by_words(verb: Token) -> Iterator[Candidate]:
    plain = cue_index().plain
    if any(word.lower_ in plain.performative.words for word in syntax.children(verb, "advmod")):
        yield _told_by(plain.performative, verb, verb, "itself")
    if is_term_of_deal(verb):
        yield _told_by(plain.term, verb, verb, "itself")


def _under_way(verb: Token) -> Iterator[Candidate]:
    """An act in the progressive; of "is announcing a grant" the grant is the act.

    Of "is refusing to pay" it is what is refused.
    """
    be = syntax.progressive_of(verb)
    if be is not None and not (promises_itself(verb) or refuses_act(verb)):
        yield _told_by(cue_index().plain.progressive, verb, be, "progressive")


def _told_by(rule: PlainCue, verb: Token, cue: Token, shape: Shape) -> Candidate:
    return Candidate(verb, cue, verb, rule.id, rule.force, rule.certainty, shape)


def _reported(verb: Token) -> Iterator[Candidate]:
    rule = cue_index().fulfilments.get(verb.lemma_.lower())
    if rule is not None and rule.receives:
        yield from _received(verb, rule)
        return
    if rule is None or sets_time_to_act(verb) or _hands_over_words(verb):
        return
    if (verb.tag_ in {"VBD", "VBN"} and verb.dep_ != "amod") or (rule.gives and _gives_now(verb)):
        yield Candidate(verb, verb, verb, rule.id, "fulfilment", "certain", "fulfilment")


def _received(verb: Token, rule: FulfilmentCue) -> Iterator[Candidate]:
    """What somebody got, which is what another gave: "received $3 million from Peru" tells of Peru."""
    got = syntax.child(verb, "dobj")
    if got is None or not is_done(verb) or got.pos_ == "PRON" or _hands_over_words(verb):
        return
    giver = syntax.noun_after(verb, ("from",)) or syntax.noun_after(got, ("from",))
    if giver is not None and giver.ent_type_ in syntax.NAMED_LABELS:
        yield Candidate(verb, verb, verb, rule.id, "fulfilment", "certain", "fulfilment", holder=giver)


def _hands_over_words(verb: Token) -> bool:
    """Whether what is handed over is only words: "granted the firm permission", "gave a speech"."""
    return takes(verb, cue_index().noun_lists["worded"])


def _gives_now(verb: Token) -> bool:
    """Whether a verb of giving tells in the present of a named party: a headline, or what a donor is doing.

    "Norway sends two ferries to Fiji", "Norway is the largest donor, giving $3 million a year".
    """
    if verb.tag_ == "VBG":
        told = verb.dep_ in {"advcl", "acl"} and verb.head.lemma_ in {"be", "remain", "become"}
    else:
        told = verb.tag_ in {"VBZ", "VBP"} and verb.dep_ == "ROOT"
    subject = syntax.subject_of(verb.head if verb.tag_ == "VBG" else verb) if told else None
    named = (subject, *syntax.children(subject, "amod", "compound", "poss")) if subject is not None else ()
    return any(word.ent_type_ in syntax.NAMED_LABELS for word in named)
