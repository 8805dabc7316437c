"""Bodies that a word or two stand for by whose they are: the EU's Commission, a UN agency, a legislature."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.party import Party, party_of
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.parse import Token

FEWEST_MEMBERS = 2  # of a body whom a text names that calls it by a word alone


def body_of_members(scene: Scene, token: Token) -> Party | None:
    """The body whose members a capitalised plural means: "Allies" and "Allied leaders" of a text on NATO."""
    members = party_lexicon().members
    told = syntax.children(token, "poss", "amod", "compound", "prep")
    of_them = token.tag_ == "NNS" and [word.text for word in told] == [members.adjective]
    if not of_them and (told or token.text != members.word):
        return None
    body = next((named for named in scene.names.found if named.name == members.body), None)
    return party_of(body) if body is not None else None


def body_by_last_word(scene: Scene, token: Token) -> Party | None:
    """The body that a text calls by a word alone, beside the one whose it is: "the Commission" of the EU's.

    So does a text on several of its members. None where the text names another body of that last word.
    """
    for owner, bodies in party_lexicon().short_bodies.of.items():
        name = bodies.get(token.text)
        if name is None or scene.names.any_ends_with(token.text):
            continue
        if not scene.names.count(owner) and not _names_members(scene, owner):
            continue
        told = syntax.children(token, "poss", "amod", "compound", "nmod", "prep", "appos")
        if all(_is_where_it_sits(scene, word, owner) for word in told):
            return Party(name, "organisation")
    return None


def _is_where_it_sits(scene: Scene, preposition: Token, owner: str) -> bool:
    """Whether words behind a body's short name are its owner's seat: "the Commission in Brussels"."""
    place = syntax.child(preposition, "pobj") if preposition.lower_ == "in" else None
    seats = scene.reference.seat(place.text) if place is not None else ()
    return any(seat.canonical == owner for seat in seats)


def agency_of(scene: Scene, token: Token, owners: tuple[Party, ...]) -> Party | None:
    """The agency that a body has for what a word before a noun tells: "the UN refugee agency".

    The parse may give that word the body: "the UN's children's agency".
    """
    agencies = party_lexicon().agencies
    if token.tag_ != "NN" or syntax.noun_lemma(token) not in agencies.lemmas:
        return None
    fields = syntax.children(token, *syntax.MODIFYING)
    inner = (scene.names.at(word) for field in fields for word in syntax.children(field, "poss"))
    bodies = {owner.name for owner in owners} | {named.name for named in inner if named is not None}
    names = (agencies.of.get(body, {}).get(field.lower_) for body in bodies for field in fields)
    found = {name for name in names if name is not None}
    return Party(found.pop(), "organisation") if len(found) == 1 else None


def _names_members(scene: Scene, body: str) -> bool:
    """Whether a report names several states of a body without naming the body itself."""
    members = set(scene.reference.members(body))
    named = {found.iso3 for found in scene.names.found if found.kind == "state"}
    return not scene.authors and len(members & named) >= FEWEST_MEMBERS


def legislature_of(scene: Scene, state: Party) -> Party | None:
    """The legislature of a state, where the reference has it: "United States Congress"."""
    if state.iso3 is None:
        return None
    for short_name in party_lexicon().legislatures.names:
        body = scene.reference.national_body(short_name, state.iso3)
        if body is not None:
            return Party(body.name, "organisation", body.iso3)
    return None
