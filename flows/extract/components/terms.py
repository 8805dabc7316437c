"""What a text does by its own words, told in the bare present: "the accord lifts all fees".

A deal's terms are told so of its parties too: "under the accord, the rebels hand in their rifles". What was
done, or would be, and what only goes on is no term: "under the accord the port remains closed".
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.parse import Token

POINTING = frozenset({"it", "this", "that"})
STATING = frozenset({"ROOT", "conj", "ccomp", "relcl"})  # of clauses that may tell a term


def enacts(verb: Token) -> bool:
    """Whether a verb tells in the bare present what is done to something: "lifts all fees"."""
    thing = syntax.child(verb, "dobj")
    return thing is not None and thing.pos_ != "PRON" and _in_bare_present(verb)


def is_term_of_deal(verb: Token) -> bool:
    """Whether a present tells what a party does under a deal: "a pact under which Fiji opens its port"."""
    if not _in_bare_present(verb) or verb.dep_ not in STATING:
        return False
    index = cue_index()
    if syntax.child(verb, "nsubj") is None or verb.lemma_ in index.noun_lists["standing"]:
        return False
    deal = syntax.noun_after(verb, ("under",))
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


def is_done(verb: Token) -> bool:
    """Whether an active verb tells what came about: "settled the row", "have settled", not "to settle"."""
    past = verb.tag_ == "VBD" or syntax.is_perfect(verb)
    return past and not syntax.is_passive(verb)


def _in_bare_present(verb: Token) -> bool:
    return verb.tag_ in syntax.PRESENT_TAGS and not syntax.auxiliaries(verb)
