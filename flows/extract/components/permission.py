"""Lines of a resolution that let somebody act, and bind nobody: "Authorizes the fleet to stop ships"."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.no_act_lexicon import no_act_lexicon
from flows.extract.components.operative import is_operative
from flows.extract.components.party_lexicon import is_institution
from flows.extract.parse import Token


def is_permitted(act: Token) -> bool:
    """Whether an act is what a resolution's line lets somebody do, or its word for letting them.

    Not what it lets be done by nobody who is told: "Authorizes the sale of two ships".
    """
    for verb in (act, *syntax.ancestors(act)):
        if gives_leave(verb):
            return not any(act in further.subtree for further in syntax.children(verb, "conj"))
    return False


def gives_leave(verb: Token) -> bool:
    """Whether a verb of a resolution's line lets somebody act: "Authorizes Peru to", "Decides to permit"."""
    if verb.lemma_.lower() not in no_act_lexicon().leave.verbs or syntax.negation(verb) is not None:
        return False
    if not (is_operative(verb) or (verb.dep_ == "xcomp" and is_operative(verb.head))):
        return False
    acts = list(filter(syntax.has_to, syntax.children(verb, "xcomp", "ccomp", "advcl")))
    whom = syntax.child(verb, "dobj") or next(filter(None, map(syntax.subject_of, acts)), None)
    return whom is not None and _may_act(whom) and (bool(acts) or any(map(_opens_list, verb.subtree)))


def _opens_list(word: Token) -> bool:
    """Whether "to" leads to the acts of a list: "Authorizes the fleet to:"."""
    return word.lower_ == "to" and syntax.word_at(word, 1) == ":"


def _may_act(whom: Token) -> bool:
    return whom.pos_ == "PROPN" or is_actor(whom) or is_institution(whom) or is_people(whom)
