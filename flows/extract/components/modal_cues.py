"""Modals: "Norway will send boats", "Peru has to pay", "Peru ought to pay"."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.adjective_cues import offers_act
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index, modal_over
from flows.extract.components.duty import duty_of_another, duty_of_hearer
from flows.extract.components.object_acts import among
from flows.extract.components.verb_cues import only_wishes_to_say, promises_itself
from flows.extract.parse import Token


def modal_candidates(word: Token) -> Iterator[Candidate]:
    """The acts of a verb's modal, or of a modal that stands apart: "send" of "Norway will send boats"."""
    if stands_apart(word):
        yield from _separate(word)
    elif syntax.is_verb(word) and not _tells_nothing(word):
        yield from _governed(word)


def stands_apart(word: Token) -> bool:
    """Whether a word is a modal that the parse takes for a verb of its own: "ought" of "ought to pay"."""
    return word.tag_ == "MD" and word.dep_ not in syntax.AUXILIARIES


def _governed(verb: Token) -> Iterator[Candidate]:
    over = modal_over(verb)
    if over is not None and (told := duty_of_hearer(verb)) is not None:
        act, telling, hearer = told
        rule = cue_index().modals_before_to[verb.lemma_.lower()]
        yield Candidate(
            act, verb, telling, rule.id, "request", rule.certainty, "request", speech=True, asked=hearer
        )
        return
    if over is not None:
        modal, rule = over
        act = _only_choice(verb) or verb
        yield Candidate(act, modal, act, rule.id, rule.force, rule.certainty, "modal")
    duty = duty_of_another(verb)
    if duty is not None:
        have, rule = duty
        yield Candidate(verb, have, verb, rule.id, rule.force, rule.certainty, "modal")


def _separate(modal: Token) -> Iterator[Candidate]:
    rule = cue_index().modals.get(modal.lower_)
    if rule is not None:
        for act in filter(syntax.has_to, syntax.children(modal, "xcomp")):
            yield Candidate(act, modal, modal, rule.id, rule.force, rule.certainty, "modal")
        denied = _verb_left_out(modal)
        if denied is not None:
            yield Candidate(denied, modal, denied, rule.id, rule.force, rule.certainty, "modal")


def _verb_left_out(modal: Token) -> Token | None:
    """The verb that a denied modal shares with a denied clause before it: "cannot pay, and will not"."""
    if not stands_apart(modal):
        return None
    verb = modal.head
    alone = not syntax.children(modal, "xcomp", "ccomp", "dobj", "attr", "acomp")
    joined = modal.dep_ == "conj" and syntax.is_verb(verb) and modal_over(verb) is not None and alone
    denied = joined and syntax.negation(verb) is not None and syntax.child(modal, "neg") is not None
    return verb if denied else None


def _tells_nothing(verb: Token) -> bool:
    """Whether a verb's modal tells no act to come: "would have sent", "should it fail", a question.

    Nor where another word says what is done ("would be happy to pay"), or what one would like more than it
    ("would sooner go to jail").
    """
    preferring = cue_index().noun_lists["preferring"]
    if any(word.lower_ in preferring and word.i < verb.i for word in syntax.children(verb, "advmod")):
        return True
    counterfactual = any(map(syntax.is_have, syntax.auxiliaries(verb)))
    return (
        counterfactual
        or _is_rhetorical(verb)
        or is_wish(verb)
        or _is_given_with_words(verb)
        or syntax.is_inverted(verb)
        or offers_act(verb)
        or only_wishes_to_say(verb)
        or _asks_hearer(verb)
        or any(map(_verb_left_out, syntax.children(verb, "conj")))  # "cannot pay, and will not"
    )


def _is_given_with_words(verb: Token) -> bool:
    """Whether somebody gives their word by saying that they can: "I can promise that it will be paid"."""
    modal = syntax.modal_of(verb)
    can = modal is not None and modal.lower_ == "can" and syntax.negation(verb) is None
    return can and promises_itself(verb)


def _is_rhetorical(verb: Token) -> bool:
    """Whether somebody would as soon do something else: "we might as well burn the boats"."""
    modal = syntax.modal_of(verb)
    return modal is not None and (syntax.word_at(modal, 1), syntax.word_at(modal, 2)) == ("as", "well")


def is_wish(verb: Token) -> bool:
    """Whether somebody wishes that something be: "may we keep our word", "may the crews come home"."""
    modal, subject = syntax.modal_of(verb), syntax.child(verb, "nsubj", "nsubjpass")
    return modal is not None and modal.lower_ == "may" and subject is not None and modal.i < subject.i


def _asks_hearer(verb: Token) -> bool:
    """Whether a clause asks the hearer, though no mark says so: "will you be meeting more of them —"."""
    modal, subject = syntax.modal_of(verb), syntax.child(verb, "nsubj", "nsubjpass")
    if modal is None or subject is None:
        return False
    return subject.lower_ == "you" and modal.i + 1 == subject.i


def _only_choice(verb: Token) -> Token | None:
    """The act besides which there is none: "will have no choice but to close the port"."""
    if verb.lemma_ != "have":
        return None
    left = next(iter(among(syntax.children(verb, "dobj"), cue_index().noun_lists["choice"])), None)
    if left is None or left.i + 3 >= left.sent.end or syntax.word_at(left, 1) != "but":
        return None
    act = left.nbor(3)
    return act if act.tag_ == "VB" and syntax.has_to(act) else None
