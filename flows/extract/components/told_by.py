"""Who tells of "it" or "they" in the same sentence, whom the word then means before all others."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns, is_actor
from flows.extract.components.attribution_lexicon import saying_verbs
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.parse import Token


def is_told_by(subject: Token, pronoun: Token) -> bool:
    """Whether a subject tells what a pronoun does: "the Sami sang and said they would march"."""
    verbs = filter(_says, syntax.ancestors(pronoun))
    return pronoun.dep_ in syntax.NAMED_SUBJECTS and any(syntax.subject_of(verb) == subject for verb in verbs)


def are_several_lands_people(subject: Token, pronoun: Token) -> bool:
    """Whether several tell of "they" by the name of a part of the world: "the Europeans said they …"."""
    return syntax.is_plural(subject) and is_told_by(subject, pronoun)


def is_body_taken_for_person(scene: Scene, subject: Token, pronoun: Token) -> bool:
    """Whether who tells of "it" only seems a person: "the chain Nordlys said it", "Karhula said it".

    By the noun for a body beside the name, or because one word is all that the text ever calls it.
    """
    if not is_told_by(subject, pronoun):
        return False
    for name in (subject, *syntax.children(subject, "appos")):
        named = scene.names.at(name)
        if named is None or (named.kind, named.via) != ("person", "recognised"):
            continue
        bodies = actor_nouns().bodies.lemmas | party_lexicon().businesses.lemmas
        beside = syntax.children(name, *syntax.MODIFYING)
        alone = " " not in named.name and not beside
        if alone or any(syntax.noun_lemma(noun) in bodies for noun in beside):
            return True
    return False


def are_things_told_of(scene: Scene, subject: Token, pronoun: Token) -> bool:
    """Whether several things only stand in what others tell: "bakers say fees rise and they will go"."""
    people = is_actor(subject) or is_people(subject) or scene.names.at(subject) is not None
    if people or subject.tag_ != "NNS" or subject.sent.start != pronoun.sent.start:
        return False
    tellers = map(syntax.subject_of, filter(_says, syntax.ancestors(subject)))
    return any(
        teller is not None and teller != subject and syntax.is_plural(teller) and is_told_by(teller, pronoun)
        for teller in tellers
    )


def _says(verb: Token) -> bool:
    return verb.lemma_.lower() in saying_verbs()
