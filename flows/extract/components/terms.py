"""What a text does by its own words, told in the bare present: "the accord lifts all fees".

A deal's terms are told so of its parties too: "under the accord, the rebels hand in their rifles". What was
done, or would be, and what only goes on is no term: "under the accord the port remains closed". A text may
go on as "it" or "the document".
"""

from __future__ import annotations

from collections.abc import Iterable

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index, is_one_of_lists
from flows.extract.components.cue_rules import BINDING_TEXTS
from flows.extract.parse import Token

POINTING = frozenset({"it", "its", "this", "that"})
WITHIN_REACH = 2  # sentences that a text may go on for behind the one that names it
STATING = frozenset({"ROOT", "conj", "ccomp", "relcl"})  # of clauses that may tell a term


def enacts(verb: Token) -> bool:
    """Whether a verb tells in the bare present what is done to something: "lifts all fees".

    So it does of what somebody may do or something becomes: "allows crews to fish", "makes Sami official".
    """
    if not _in_bare_present(verb):
        return False
    thing = syntax.child(verb, "dobj")
    if thing is None:
        below = syntax.child(verb, "ccomp")
        return below is not None and syntax.child(below, "nsubj") is not None and not _is_finite(below)
    return thing.pos_ != "PRON"


def told_by_text(verb: Token, lists: Iterable[str]) -> Token | None:
    """The text of ``lists`` whose words a verb tells: its subject, or what "it" or "the document" stands for.

    "Fiji and Peru signed a pact. It lifts all fees": "pact". None where the subject is none of them.
    """
    subject = syntax.subject_of(verb)
    if subject is None:
        return None
    pointing = subject.lower_ in POINTING or _points_to_text(subject)
    named = _text_before(subject) if pointing else None
    text = named or subject
    return text if is_one_of_lists(text, lists) else None


def is_term_of_deal(verb: Token) -> bool:
    """Whether a present tells what a party does under a deal: "a pact under which Fiji opens its port"."""
    if not _in_bare_present(verb) or verb.dep_ not in STATING:
        return False
    index = cue_index()
    if syntax.child(verb, "nsubj") is None or verb.lemma_ in index.noun_lists["standing"]:
        return False
    deal = syntax.noun_after(verb, ("under", "by"))
    of_text = deal is not None and deal.lemma_.lower() in index.noun_lists["terms"]
    if deal is not None and of_text:  # "by the terms of the pact"
        deal = syntax.child(deal, "poss") or syntax.noun_after(deal, ("of",))
    elif deal is not None and deal.head.lower_ == "by":
        return False
    if deal is not None and deal.tag_ == "WDT" and verb.dep_ == "relcl":
        deal = verb.head
    deal = named_before(deal, index.noun_lists["settled"]) if deal is not None else None
    if deal is None or syntax.noun_lemma(deal) not in index.noun_lists["settled"]:
        return False
    return syntax.child(deal, "neg") is None and not any(
        word.lower_ in index.noun_lists["unsettled"] for word in deal.children
    )


def named_before(deal: Token, deals: frozenset[str]) -> Token:
    """The deal for which "it" stands: the last one that the sentence before names; any other word is itself.

    "The mills signed a pact. Under it, no boat is sold."
    """
    if deal.lower_ not in POINTING:
        return deal
    before = deal.doc[deal.sent.start - 1].sent if deal.sent.start else ()
    named = [word for word in before if word.pos_ == "NOUN" and syntax.noun_lemma(word) in deals]
    return named[-1] if named else deal


def text_meant(candidate: Candidate) -> Token | None:
    """The text named before whose words tell an act, for which "it" or "the document" stands there.

    None where it says itself who is to act: "it calls for both crews to leave".
    """
    if syntax.is_for_whom(candidate.act):
        return None
    rules = cue_index().verbs.get(candidate.cue.lemma_.lower(), ())
    lists = next((rule.subjects for rule in rules if rule.id == candidate.rule_id), ())
    text = told_by_text(candidate.cue, lists) if lists else None
    return text if text is not None and text.sent.start < candidate.cue.sent.start else None


def _points_to_text(noun: Token) -> bool:
    """Whether a noun stands for a text that was named before: "the document", "the text"."""
    determiner = syntax.child(noun, "det")
    pointed = determiner is not None and determiner.lower_ in {"the", *POINTING}
    return pointed and noun.lower_ in cue_index().noun_lists["same_text"]


def _text_before(word: Token) -> Token | None:
    """The last text that binds which the sentences right before name; none where another thing is told of.

    "It" goes on with what the sentence before tells of; of that, "it" and "the document" go on themselves.
    """
    start = word.sent.start
    for _ in range(WITHIN_REACH):
        if not start:
            return None
        sentence = word.doc[start - 1].sent
        named = [noun for noun in sentence if noun.pos_ == "NOUN" and is_one_of_lists(noun, BINDING_TEXTS)]
        texts = [noun for noun in named if not _points_to_text(noun)]
        if texts:
            return texts[-1]
        subject = syntax.subject_of(sentence.root)
        goes_on = subject is not None and (subject.lower_ in POINTING or _points_to_text(subject))
        if not goes_on:
            return None
        start = sentence.start
    return None


def _is_finite(verb: Token) -> bool:
    forms = (verb, *syntax.children(verb, "aux", "auxpass"))
    return any(word.tag_ in {"VBZ", "VBP", "VBD", "MD"} for word in forms)


def is_done(verb: Token) -> bool:
    """Whether an active verb tells what came about: "settled the row", "have settled", not "to settle"."""
    past = verb.tag_ == "VBD" or syntax.is_perfect(verb)
    return past and not syntax.is_passive(verb)


def _in_bare_present(verb: Token) -> bool:
    return verb.tag_ in syntax.PRESENT_TAGS and not syntax.auxiliaries(verb)
