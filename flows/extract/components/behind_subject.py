"""Whom a pronoun means behind the subject before it: for whom that one speaks, or whose kin or part it is."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.antecedent import (
    body_told_for,
    maker_of_told,
    owner_of_thing,
    whose_relative,
)
from flows.extract.components.attribution_lexicon import attribution_lexicon
from flows.extract.components.gender import Genders
from flows.extract.components.party import Party, Resolve
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.pronoun_sense import describes_person
from flows.extract.parse import Token


def person_spoken_for(resolve: Resolve, subject: Token, depth: int) -> tuple[Party, ...]:
    """The person for whom a subject speaks: "an aide to the mayor said she would …"."""
    if syntax.noun_lemma(subject) not in attribution_lexicon().spoken_for.lemmas:
        return ()
    person = syntax.child(subject, "poss") or syntax.noun_after(subject, ("for", "to", "of"))
    meant = person is not None and (
        person.lower_ in party_lexicon().pronouns.person or describes_person(person)
    )
    return resolve(person, depth + 1) if person is not None and meant else ()


def person_related_to(
    resolve: Resolve, genders: Genders, subject: Token, pronoun: Token, depth: int
) -> tuple[Party, ...]:
    """Who has a relative by whom "he" or "she" can't be meant: "Lane's sister begged him to go"."""
    whose = whose_relative(subject)
    found = resolve(whose, depth + 1) if whose is not None else ()
    people = (party for party in found if party.kind == "person")
    return tuple(person for person in people if genders.allow(pronoun, person))


def makers_told_of(resolve: Resolve, pronoun: Token, depth: int) -> tuple[Party, ...]:
    """The states or bodies who made what tells of "it" or "they": "the pledge by Peru that it will pay"."""
    pronouns = party_lexicon().pronouns
    maker = maker_of_told(pronoun) if pronoun.lower_ in pronouns.thing | pronouns.plural else None
    found = resolve(maker, depth + 1) if maker is not None else ()
    return tuple(party for party in found if party.kind not in {"person", "other"})


def body_spoken_for(resolve: Resolve, subject: Token, depth: int) -> tuple[Party, ...]:
    """The body of which somebody tells, or whose answer does: "a lawyer for the union said it would …".

    "Peru's reaction was swift. It …" tells of Peru.
    """
    answers = syntax.noun_lemma(subject) in party_lexicon().answering.answers
    if not (describes_person(subject) or answers):
        return ()
    body = syntax.noun_after(subject, ("for", "of", "at", "with")) or syntax.child(
        subject, "poss", "compound"
    )
    found = resolve(body, depth + 1) if body is not None else ()
    return tuple(party for party in found if party.kind in {"state", "organisation", "group"})


def body_of_several(resolve: Resolve, subject: Token, depth: int) -> tuple[Party, ...]:
    """The body of whose people a plural subject tells: "the union's members met. It will …"."""
    owner = syntax.child(subject, "poss") if syntax.is_plural(subject) and is_actor(subject) else None
    found = resolve(owner, depth + 1) if owner is not None else ()
    return tuple(party for party in found if party.kind in {"organisation", "group"})


def parties_told_for(resolve: Resolve, subject: Token, token: Token, depth: int) -> tuple[Party, ...]:
    """Whom "they" means for a subject that is one person who speaks for them, or a thing of theirs."""
    owner = owner_of_thing(subject)
    if owner is not None:
        return tuple(party for party in resolve(owner, depth + 1) if party.kind != "person")
    body = body_told_for(subject, token)
    found = resolve(body, depth + 1) if body is not None else ()
    return tuple(party for party in found if party.kind in {"organisation", "group"})
