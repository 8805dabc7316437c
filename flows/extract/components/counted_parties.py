"""Plurals for parties of before: "both sides", "the three leaders", "the foreign ministers", "the sides"."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.bodies_together import bodies_together
from flows.extract.components.dealing import two_who_deal, two_who_met
from flows.extract.components.named_together import PAIR, coordinated_before, states_joined
from flows.extract.components.office import are_office_holders
from flows.extract.components.pair import (
    each_of_list,
    how_many,
    how_many_of_us,
    is_all_leaders,
    is_all_participants,
    is_bare_plural,
    is_pair,
    list_before,
    own_and_other,
    states_beside,
    two_before,
    two_described_before,
)
from flows.extract.components.party import Party, Resolve
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.retold import words_before
from flows.extract.components.scene import Scene
from flows.extract.parse import Token


def counted(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """Those before whom a plural stands for: "both sides", "the foreign ministers", "the leaders"."""
    participants = scene.participants
    if len(participants) > 1 and is_all_leaders(token):
        return participants
    listed_states = each_of_list(scene, token)
    if listed_states:
        return listed_states
    if is_pair(token):
        states = states_beside(scene, token) or own_and_other(scene, token)
        if states:
            return states
        if len(participants) == how_many(token):
            return participants
        alone = two_who_met(scene, resolve, token, depth) if token.tag_ == "CD" else ()  # "the two"
        pair = alone or two_before(scene, resolve, token, depth)
        if pair:
            return pair
    if is_bare_plural(token) and (states := states_beside(scene, token)):
        return states
    two = two_described_before(words_before(scene, token), token)
    if two is not None:
        return resolve(two, depth + 1)
    met = two_who_met(scene, resolve, token, depth)
    if met:
        return met
    if are_office_holders(token):
        holders = coordinated_before(scene, token)
        if holders and all(party.kind == "person" for party in holders):
            return holders
    return _several(scene, resolve, token)


def _several(scene: Scene, resolve: Resolve, token: Token) -> tuple[Party, ...]:
    """More than two of before, or those who are told of together: "the four countries", "the companies"."""
    participants = scene.participants
    if (ours := how_many_of_us(token)) > PAIR:
        return list_before(scene, token, ours)
    if len(participants) > 2 and how_many(token) == len(participants):
        return participants
    if how_many(token) > 2:
        return list_before(scene, token, how_many(token))
    if len(participants) > 1 and is_all_participants(token):
        return participants
    if scene.is_treaty:
        return ()
    if _are_leaders_of_body(scene, token):
        return scene.authors
    if bodies := bodies_together(scene, token):
        return bodies
    states = is_bare_plural(token) and syntax.noun_lemma(token) in party_lexicon().pairs.retelling
    return states_joined(scene, token) if states else two_who_deal(scene, resolve, token)


def _are_leaders_of_body(scene: Scene, token: Token) -> bool:
    """Whether those who met are of the body of states whose text it is: "Ministers agreed to …"."""
    authors, pairs = scene.authors, party_lexicon().pairs
    of_body = len(authors) == 1 and bool(scene.reference.members(authors[0].name))
    lead = syntax.noun_lemma(token) in party_lexicon().offices.lemmas & frozenset(pairs.people)
    acts = token.dep_ == "nsubj" and token.text[0].isupper()
    return of_body and lead and acts and is_all_participants(token)
