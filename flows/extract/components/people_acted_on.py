"""People to whom something is done or said, whom "they" and "them" then mean."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.description import is_general
from flows.extract.components.party import Party, Resolve
from flows.extract.components.party_lexicon import means_speaker, party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.components.subject import sentences_before
from flows.extract.parse import Token


def people_told_of(resolve: Resolve, token: Token) -> tuple[Party, ...]:
    """The last people of the sentence before "they" or "them", where that has no subject for it: "Peru
    will house the bakers. They will be paid", "We honor the bakers. We will pay them"."""
    before = next(iter(sentences_before(token)), None)
    subject = syntax.child(before.root, "nsubj", "nsubjpass") if before is not None else None
    if before is None or subject is None:
        return ()
    several = subject.tag_ in {"NNS", "NNPS"} or subject.lower_ in party_lexicon().pronouns.plural
    alone = not several and len(syntax.conjuncts(subject)) == 1
    if not alone and not means_speaker(subject):
        return ()
    for noun in reversed(before.doc.tokens[subject.i + 1 : before.end]):
        acts = is_people(noun) or syntax.noun_lemma(noun) in party_lexicon().pairs.opposing
        if noun.tag_ == "NNS" and noun.dep_ in {"dobj", "pobj", "dative"} and acts:
            return tuple(party for party in resolve(noun, 1) if party.kind == "group")
    return ()


def people_before(scene: Scene, resolve: Resolve, pronoun: Token, depth: int) -> tuple[Party, ...]:
    """The last people before "them" in its sentence to whom something is done or said."""
    for noun in reversed(pronoun.doc.tokens[pronoun.sent.start : pronoun.i]):
        several = noun.tag_ == "NNS" or syntax.noun_lemma(noun) in actor_nouns().bodies.lemmas
        if several and noun.dep_ in {"dobj", "pobj", "dative"}:
            if not may_receive(scene, noun) or noun.head.lower_ == "as":
                continue  # "treat the miners as rivals and pay them"
            found = tuple(party for party in resolve(noun, depth + 1) if party.kind == "group")
            if found:
                return found
    return ()


def may_receive(scene: Scene, noun: Token) -> bool:
    """Whether a noun or one beside it is a pronoun, a name, or a word for people or bodies."""
    return any(
        head.pos_ == "PRON" or is_people(head) or is_general(head) or scene.names.at(head) is not None
        for head in syntax.conjuncts(noun)
    )
