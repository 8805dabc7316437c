"""Operative lines of a resolution, whose verb has no subject: "- Urges Peru to pay", "- Decides to meet".

Whoever adopts the resolution does what the verb says; what follows from it is told by what the verb governs.
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.no_act_lexicon import no_act_lexicon
from flows.extract.parse import Token

PRESENT_ENDING = "s"
TAKEN_FOR = frozenset({"VBZ", "VB", "NNS", "NNPS"})  # what the tagger makes of such a verb behind a bullet
NOTING = "take"  # "takes note of"


def is_operative(verb: Token) -> bool:
    """Whether a word opens its sentence as the verb of who adopts it: "Urges both fleets to leave"."""
    if verb.tag_ not in TAKEN_FOR or not verb.lower_.endswith(PRESENT_ENDING):
        return False
    if any(token.is_alpha for token in verb.doc[verb.sent.start : verb.i]):
        return False
    subject = syntax.child(verb, "nsubj", "nsubjpass")
    return subject is None or syntax.is_paragraph_number(subject)


def only_leads(verb: Token) -> bool:
    """Whether such a verb is itself no act but asks, judges or says what will be done: "Urges", "Decides"."""
    if not is_operative(verb):
        return False
    if verb.lemma_.lower() == NOTING:
        return any(noun.lower_ == "note" for noun in syntax.children(verb, "dobj"))
    # the tagger may leave a mistaken verb or name its ending
    lemmas = {syntax.noun_lemma(verb), verb.lower_.removesuffix(PRESENT_ENDING)}
    return not lemmas.isdisjoint(no_act_lexicon().operative.lemmas)
