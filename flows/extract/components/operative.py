"""Operative lines of a resolution, whose verb has no subject: "- Urges Peru to pay", "- Decides to meet".

Whoever adopts the resolution does what the verb says; what follows from it is told by what the verb governs.
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.cue_lexicon import cue_index, ways_to_ask
from flows.extract.components.no_act_lexicon import no_act_lexicon
from flows.extract.parse import Token

PRESENT_ENDING = "s"
TAKEN_FOR = frozenset({"VBZ", "VB", "NNS", "NNPS"})  # what the tagger makes of such a verb behind a bullet
NOTING = "take"  # "takes note of"


def is_operative(verb: Token) -> bool:
    """Whether a word opens its sentence as the verb of who adopts it: "Urges both fleets to leave".

    An adverb may stand before it: "Further requests".
    """
    if verb.tag_ not in TAKEN_FOR or not verb.lower_.endswith(PRESENT_ENDING):
        return False
    before = verb.doc.tokens[verb.sent.start : verb.i]
    if any(token.is_alpha and (token.head, token.dep_) != (verb, "advmod") for token in before):
        return False
    subject = syntax.child(verb, "nsubj", "nsubjpass")
    return subject is None or syntax.is_paragraph_number(subject)


def only_leads(verb: Token) -> bool:
    """Whether such a verb is itself no act but asks, judges or says what will be done: "Urges", "Decides"."""
    if not is_operative(verb):
        return False
    if verb.lemma_.lower() == NOTING:
        return _takes_note(verb)
    # the tagger may leave a mistaken verb or name its ending
    lemmas = {syntax.noun_lemma(verb), verb.lower_.removesuffix(PRESENT_ENDING)}
    return not lemmas.isdisjoint(no_act_lexicon().operative.lemmas)


def notes_promise(verb: Token) -> bool:
    """Whether such a verb has its say on what others promise: "takes note of its pledge", "welcomes it"."""
    return _takes_note(verb) or verb.lemma_.lower() in cue_index().noun_lists["judging"]


def asked_before_note(token: Token) -> Token | None:
    """Whose "its" is behind "and" in a line that asks: "Urges Peru to pay, and notes its undertaking to".

    What the line's verb asks of Peru, it then tells of Peru's word; not of "and reaffirms its support".
    """
    line = token.sent.root
    if token.dep_ != "poss" or not is_operative(line):
        return None
    goes_on = next((verb for verb in syntax.ancestors(token) if verb in syntax.conjuncts(line)[1:]), None)
    if goes_on is None or not notes_promise(goes_on):
        return None
    ways = ways_to_ask(line)
    if "object" in ways and (asked := syntax.child(line, "dobj")) is not None:
        return asked
    return syntax.noun_after(line, ("on", "upon")) if "preposition" in ways else None


def _takes_note(verb: Token) -> bool:
    noted = (noun.lower_ == "note" for noun in syntax.children(verb, "dobj"))
    return verb.lemma_.lower() == "note" or (verb.lemma_.lower() == NOTING and any(noted))
