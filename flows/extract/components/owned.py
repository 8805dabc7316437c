"""What parties have: "its ships" are "Peru's ships", and "its members" act for the body."""

from __future__ import annotations

import re
from dataclasses import replace

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.description import described_party, of_whom
from flows.extract.components.led_body import body_led, body_named_next
from flows.extract.components.party import Party, Resolve, without_things
from flows.extract.components.party_lexicon import means_speaker, party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.parse import Token

POSSESSIVES = frozenset({"PRP$", "WP$"})


def owned(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """The phrase itself, with the name of whoever "its" or "his" is: "its ships" are "Peru's ships".

    Those of whom a body consists act for it; those whom a person has ("his followers") for themselves.
    """
    named = body_named_next(scene, token)
    if named is not None:
        return (named,)
    owners = _owners_by_pronoun(scene, resolve, token, depth)
    if bodies := _whose_people_act(resolve, token, owners, depth):
        return bodies
    of_them = syntax.noun_lemma(token) in party_lexicon().belonging.lemmas
    of_one = syntax.is_plural(token) and any(party.kind in {"person", "other"} for party in owners)
    of_one = of_one or _is_of_several(token, owners)
    if of_them and token.dep_ != "conj" and not of_one:  # no members of "the council and its members"
        return owners or _body_told_of(token) or described_party(token)
    return with_owner(scene, resolve, token, depth)


def _whose_people_act(
    resolve: Resolve, token: Token, owners: tuple[Party, ...], depth: int
) -> tuple[Party, ...]:
    """The body or state for which people act whom it has or sends: "said his men would go", "our members".

    Those of "men and women" both do, and "his community" is the one for which he speaks.
    """
    lexicon = party_lexicon()
    first = syntax.conjunction_head(token)
    if first.dep_ != "nsubj" or not (first == token or _are_men_and_women(first, token)):
        return ()
    pronoun = syntax.child(first, "poss")
    if pronoun is None:
        return ()
    lemma, led = syntax.noun_lemma(first), lexicon.belonging.led
    if means_speaker(pronoun):
        ours = lemma in lexicon.belonging.lemmas | led and syntax.is_plural(first)
        owners = resolve(pronoun, depth + 1) if ours else ()
    elif not (
        lemma in lexicon.sent.lemmas | lexicon.belonging.whole or (lemma in led and syntax.is_plural(first))
    ):
        return ()
    bodies = all(party.kind in {"organisation", "state", "group"} for party in owners)
    return owners if bodies and pronoun.lower_ not in lexicon.pronouns.plural else ()


def _are_men_and_women(first: Token, second: Token) -> bool:
    led = party_lexicon().belonging.led
    return {syntax.noun_lemma(first), syntax.noun_lemma(second)} <= led


def _body_told_of(members: Token) -> tuple[Party, ...]:
    """The body without a proper name that "whose" tells of: "the city's bar, whose members will march"."""
    pronoun = syntax.child(members, "poss")
    clause = members.head
    if pronoun is None or pronoun.tag_ != "WP$" or clause.dep_ != "relcl":
        return ()
    return tuple(replace(party, kind="group") for party in described_party(clause.head))


def _is_of_several(token: Token, owners: tuple[Party, ...]) -> bool:
    """Whether a noun is of several people without a name, who are no body: "the miners and their lawyers"."""
    pronoun = syntax.child(token, "poss")
    of_several = pronoun is not None and pronoun.lower_ in party_lexicon().pronouns.plural
    return of_several and any(party.kind == "group" for party in owners)


def is_own_side(token: Token) -> bool:
    """Whether a noun is of the body to which "he" or "she" belongs: "his party", "her union"."""
    pronoun = syntax.child(token, "poss")
    of_person = pronoun is not None and pronoun.lower_ in party_lexicon().pronouns.person
    return of_person and token.tag_ == "NN" and syntax.noun_lemma(token) in party_lexicon().own_side.lemmas


def own_side(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """The body that "his party" or "her union" means; nobody where the text does not tell of which one."""
    pronoun = syntax.child(token, "poss")
    if pronoun is None:
        return ()
    speaks_for = body_led(scene, resolve, pronoun, depth)
    owners = resolve(pronoun, depth + 1) if not speaks_for else ()
    served = (scene.served_by(owner) for owner in owners if owner.kind == "person")
    bodies = (body for body in (*speaks_for, *served) if body is not None)
    lemma = syntax.noun_lemma(token)  # "the head of the largest party said his party": that one
    return tuple(body for body in bodies if body.kind == "organisation" or body.name.endswith(f" {lemma}"))


def with_owner(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """The phrase of a noun as a party of its own, by the name of the one whose it is: "Peru's citizens"."""
    described, owners = described_party(token), _owners_by_pronoun(scene, resolve, token, depth)
    if not owners or not described or not _may_have(owners[0], token):
        return _without_pronoun(described, token)
    name = re.sub(r"^\w+", of_whom(owners[0].name), described[0].name, count=1)
    return (replace(described[0], name=name),)


def _without_pronoun(described: tuple[Party, ...], token: Token) -> tuple[Party, ...]:
    """The phrase of a noun without a "whose" before it of which the text does not tell whose that is."""
    pronoun = syntax.child(token, "poss")
    if pronoun is None or pronoun.tag_ != "WP$":
        return described
    return tuple(replace(party, name=party.name.removeprefix(f"{pronoun.text} ")) for party in described)


def _owners_by_pronoun(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """The one party whose a noun is by "its", "his" or "whose"; by "their" only those who act for several."""
    pronoun = next((word for word in syntax.children(token, "poss") if word.tag_ in POSSESSIVES), None)
    pronouns = party_lexicon().pronouns
    if pronoun is None or means_speaker(pronoun) or pronoun.lower_ in pronouns.hearer:
        return ()
    by_several = pronoun.lower_ in pronouns.plural
    if by_several and not (syntax.noun_lemma(token) in party_lexicon().belonging.lemmas or is_actor(token)):
        return ()
    if by_several and syntax.conjunction_head(token).pos_ == "PRON":
        return ()  # "them and their crews", of whom the pronoun before tells no more
    owners = _of_whom(scene, resolve, pronoun, depth)
    if by_several and any(owner.kind == "organisation" for owner in owners):
        people = _people_nearer(pronoun)
        owners = resolve(people, depth + 1) if people is not None else owners
    if len(owners) != 1 or (by_several and owners[0].kind not in {"group", "organisation"}):
        return ()
    return owners


def _people_nearer(pronoun: Token) -> Token | None:
    """The last people before "their" in its clause, who are likelier meant than a body.

    "The guild helped bring sailors to their families": the sailors' families.
    """
    clause = syntax.verb_above(pronoun)
    for noun in reversed(pronoun.doc.tokens[pronoun.sent.start : pronoun.i]):
        if noun.tag_ == "NNS" and noun.dep_ in {"dobj", "pobj", "dative"} and is_people(noun):
            return noun if syntax.verb_above(noun) == clause else None
    return None


def _of_whom(scene: Scene, resolve: Resolve, pronoun: Token, depth: int) -> tuple[Party, ...]:
    """Whose "its" or "his" makes something; of who speaks for a body, that body's."""
    beside = syntax.conjunction_head(pronoun.head)
    if pronoun.tag_ == "WP$":
        found = resolve(pronoun.head.head.head, depth + 1)
    elif beside.i < pronoun.i and beside.i != pronoun.head.i:  # "Peru and its envoys"
        found = resolve(beside, depth + 1)
    else:
        found = body_led(scene, resolve, pronoun, depth) or resolve(pronoun, depth + 1)
    acts = is_people(pronoun.head) or syntax.noun_lemma(pronoun.head) in party_lexicon().own_side.lemmas
    of_somebody = acts and pronoun.lower_ in party_lexicon().pronouns.person  # "a rebel colonel and his men"
    return found if of_somebody else without_things(found)


def _may_have(owner: Party, noun: Token) -> bool:
    """Whether a noun can be somebody's: only people have a family."""
    return owner.kind == "person" or syntax.noun_lemma(noun) not in party_lexicon().relatives.lemmas
