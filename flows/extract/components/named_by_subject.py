"""Acts that the subject of a verb names: "the patrols will resume", "talks will be held in May".

Alone, "resume" tells nobody what will be done. The lexicon is ``lexicons/action.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable

from flows.extract import syntax
from flows.extract.components.action_lexicon import action_lexicon
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.cue_lexicon import has_beside
from flows.extract.components.party_lexicon import is_institution
from flows.extract.parse import Span, Token


def with_subject(action: Span, act: Token, promisors: Iterable[str]) -> Span:
    """The action with the subject that names it, where it stands right before: "the patrols will resume".

    Who is one of the ``promisors`` does the act, and names none: "the others will follow".
    """
    subject = syntax.child(act, "nsubj", "nsubjpass") if syntax.is_verb(act) else None
    if subject is None or action.start != act.i or not _names_act(subject, act):
        return action
    if any(name.rpartition(" ")[2].lower() == subject.lower_ for name in promisors):
        return action
    between = act.doc[subject.right_edge.i + 1 : act.i]
    beside = all(word.dep_ in syntax.AUXILIARIES or word.pos_ in {"ADV", "PART"} for word in between)
    own = all(word.dep_ != "relcl" and word.text != "," for word in subject.subtree)
    return act.doc[subject.left_edge.i : action.end] if beside and own else action


def _names_act(subject: Token, act: Token) -> bool:
    """Whether a subject is of nobody, and the verb says only that it happens or is done."""
    if subject.pos_ != "NOUN" or subject.ent_type_ in syntax.NAMED_LABELS or subject.i > act.i:
        return False
    if syntax.is_passive(act):
        light = action_lexicon().light
        return act.lemma_ in light.lemmas and syntax.noun_lemma(subject) in light.nouns
    return _happens(act) and not (is_actor(subject) or is_institution(subject))


def _happens(act: Token) -> bool:
    lexicon = action_lexicon()
    thing = syntax.child(act, "dobj", "xcomp", "ccomp")
    if thing is not None:
        taking = lexicon.taking
        return act.lemma_ in taking.lemmas and thing.lemma_ in taking.objects
    coming = act.lemma_ in lexicon.coming.lemmas and has_beside(act, lexicon.coming.beside)
    return coming or act.lemma_ in lexicon.happening.lemmas
