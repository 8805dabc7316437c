"""Offices, institutions and bodies without a name of their own: who acts through "the Dutch government"."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.bodies_of_owner import agency_of
from flows.extract.components.business_named import business_named_next
from flows.extract.components.client import client_of
from flows.extract.components.definite import last_described, rebels_named
from flows.extract.components.description import is_class_of_parties, of_whom
from flows.extract.components.governed_place import place_governed
from flows.extract.components.group_named_next import group_named_next
from flows.extract.components.home import Home
from flows.extract.components.institution import (
    acts_through,
    is_of_region,
    is_own_body,
    is_set_apart,
    owners_of,
)
from flows.extract.components.land_told_for import land_told_for
from flows.extract.components.led_body import land_led
from flows.extract.components.membership import members_of
from flows.extract.components.office import office_holder, one_holds
from flows.extract.components.owned import is_own_side, own_side
from flows.extract.components.party import Party, Resolve
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.place_beside import place_behind
from flows.extract.components.retold import retold
from flows.extract.components.scene import Scene
from flows.extract.components.senders import senders_of
from flows.extract.components.sent_before import sender_before
from flows.extract.components.speakers_body import speakers_body
from flows.extract.components.told_before import fuller_before, head_told_first, same_before
from flows.extract.parse import Token

OFFICE = "office"  # of a head of a state or government


def behind_body(scene: Scene, resolve: Resolve, home: Home, token: Token, depth: int) -> tuple[Party, ...]:
    """Who acts through an office, an institution or a description of a place or body.

    The Netherlands for "the Dutch government", its holder for "Peru's president", Fiji for "the island nation
    of Fiji"; nobody where neither the words nor the text tell of whom they are.
    """
    place = place_behind(scene, token)
    one = (
        place
        or _only_one_of_state(scene, resolve, home, token, depth)
        or _office_of_head(scene, resolve, home, token, depth)
    )
    if one is not None:
        return (one,)
    clients = client_of(resolve, token, depth)
    if clients:
        return clients
    owners = _owners(scene, resolve, home, token, depth)
    agency = agency_of(scene, token, owners)
    if agency is not None:
        return (agency,)
    senders = senders_of(scene, resolve, token, depth)
    if senders:
        return senders
    acting = _through_owners(scene, token, owners)
    if acting is not None:
        return acting
    if is_own_body(scene, token):
        role = scene.is_treaty and is_class_of_parties(token)  # "the requesting agency", one of them alone
        return () if role else scene.authors
    if is_own_side(token):
        return own_side(scene, resolve, token, depth)
    return _told_elsewhere(scene, resolve, home, token, depth, owners)


def _owners(scene: Scene, resolve: Resolve, home: Home, token: Token, depth: int) -> tuple[Party, ...]:
    """Whose an office, institution or body is by the words beside it, or by those that open the text."""
    own = land_led(scene, resolve, token, depth) or owners_of(scene, resolve, token, depth)
    owners = _organs_home(scene, home, token, own)
    opening = home.opening(token) if not owners else None
    return (opening,) if opening is not None else owners


def _through_owners(scene: Scene, token: Token, owners: tuple[Party, ...]) -> tuple[Party, ...] | None:
    """Who acts through a body or office by whose it is: its holder, one of its owners, or expressly nobody.

    None where that doesn't tell.
    """
    lemma, several = syntax.noun_lemma(token), syntax.is_plural(token)
    if lemma in one_holds() and not several:
        holder = office_holder(scene, token, owners)
        if holder is not None:
            return (holder,)
    if scene.is_treaty and several and lemma in party_lexicon().membership.lemmas:
        return ()  # "the Members of the League", each of whom a treaty binds
    bodies = tuple(party for party in owners if party.kind == "organisation")
    of_person = any(party.kind == "person" for party in owners)
    if several and lemma in party_lexicon().fighters.lemmas and (bodies or of_person):
        return bodies  # a person's fighters are no state's
    if bodies and not several and lemma in party_lexicon().inner_bodies.lemmas:
        return bodies
    return _through_institution(scene, token, owners)


def _through_institution(scene: Scene, token: Token, owners: tuple[Party, ...]) -> tuple[Party, ...] | None:
    """Who acts through an institution by whose it is; nobody through what governs only a region."""
    lemma = syntax.noun_lemma(token)
    of_region = is_of_region(token)
    apart = is_set_apart(scene, token) or _are_counted_members(token)
    if lemma in party_lexicon().institutions.lemmas and not apart:
        acting = acts_through(scene, token, owners)
        if acting and not of_region:
            return acting
    return () if of_region and lemma in party_lexicon().governing.lemmas else None


def _told_elsewhere(
    scene: Scene, resolve: Resolve, home: Home, token: Token, depth: int, owners: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Who acts through a body of which the text tells more before or beside it, or at whose home it is."""
    return (
        sender_before(scene, resolve, token, depth)
        or same_before(scene, resolve, token, depth)
        or fuller_before(scene, resolve, token, depth)
        or members_of(scene, resolve, token, depth)
        or place_governed(scene, token)
        or rebels_named(scene, token)
        or retold(scene, resolve, token, depth)
        or head_told_first(scene, resolve, token, depth)
        or _party_named_next(scene, token)
        or (_at_home(scene, home, token) if not owners else ())
        or speakers_body(scene, resolve, token, depth)
        or land_told_for(scene, resolve, home, token, depth)
        or last_described(scene, home, token)
    )


def _office_of_head(scene: Scene, resolve: Resolve, home: Home, token: Token, depth: int) -> Party | None:
    """The state whose head's or minister's office that is: "Fiji's king's office", "the premier's office".

    Of who is named it stays theirs: "President Berg's office".
    """
    head = syntax.child(token, "poss") if syntax.noun_lemma(token) == OFFICE else None
    heads = party_lexicon().organs.lemmas & party_lexicon().offices.lemmas
    if head is None or scene.names.at(head) is not None or syntax.noun_lemma(head) not in heads:
        return None
    owners = (party for party in owners_of(scene, resolve, head, depth) if party.kind == "state")
    return next(owners, None) or home.of(head)


def _only_one_of_state(scene: Scene, resolve: Resolve, home: Home, token: Token, depth: int) -> Party | None:
    """The body of which every state has one, and which is not the state: "the central bank".

    Under its name where the reference has that, else under the state's.
    """
    modifiers = syntax.children(token, "amod", "compound")
    words = " ".join([*(word.lower_ for word in modifiers), token.lower_])
    if words not in party_lexicon().only_ones.phrases:
        return None
    bare = _is_definite_alone(token)
    owners = home.reported_on(token) if bare else owners_of(scene, resolve, token, depth)
    if len(owners) != 1 or owners[0].iso3 is None:
        return None
    (state,) = owners
    body = scene.reference.national_body(words, state.iso3 or "")
    if body is not None:
        return Party(body.name, "organisation", body.iso3)
    return Party(f"{of_whom(state.name)} {words}", "organisation", state.iso3) if bare else None


def _is_definite_alone(token: Token) -> bool:
    """Whether nothing tells whose "the central bank" is."""
    determiner = syntax.child(token, "det")
    told = syntax.children(token, "poss", "prep", "relcl", "acl", "appos")
    return determiner is not None and determiner.lower_ == "the" and not told


def _party_named_next(scene: Scene, token: Token) -> tuple[Party, ...]:
    named = business_named_next(scene, token) or group_named_next(scene, token)
    return (named,) if named is not None else ()


def _are_counted_members(token: Token) -> bool:
    """Whether some of the members of a body are told apart from it: "three lawmakers of the ruling party"."""
    counted = syntax.child(token, "nummod") is not None or any(
        word.lower_ in party_lexicon().pronouns.some - party_lexicon().pronouns.all
        for word in syntax.children(token, "det", "amod")
    )
    return counted and syntax.noun_lemma(token) in party_lexicon().counted_members.lemmas


def _at_home(scene: Scene, home: Home, token: Token) -> tuple[Party, ...]:
    """The state whose bare office or organ that is, or who holds the office on a known day."""
    state = home.of(token)
    if state is None:
        return ()
    dated = scene.published_on is not None  # else no holder of the office is known
    holds = dated and not syntax.is_plural(token)
    holds = holds and syntax.noun_lemma(token) in party_lexicon().offices.lemmas
    return ((office_holder(scene, token, (state,)) if holds else None) or state,)


def _organs_home(scene: Scene, home: Home, token: Token, owners: tuple[Party, ...]) -> tuple[Party, ...]:
    """``owners``, or the state whose organ that is where it is bare: "Foreign Ministry officials"."""
    organs = (word for word in syntax.children(token, "compound", "poss") if scene.names.at(word))
    organ = next((word for word in organs if home.of(word) is not None), None)
    other = syntax.child(token, "poss") not in {None, organ}  # "his party's Cabinet ministers"
    state = home.of(organ) if organ is not None and not other and len(owners) == 1 else None
    return (state,) if state is not None else owners
