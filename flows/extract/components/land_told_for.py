"""The state or place that "his country" and "the ministry" mean by who tells of them.

"Fiji's minister, Ada Berg, said the country would sail": Fiji, whatever state was named last. Where nothing
tells whose "her country" is, it stands for her, and not for the state that happens to be named before.
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.definite import last_described
from flows.extract.components.home import Home, is_bare_organ
from flows.extract.components.institution import owners_of
from flows.extract.components.led_body import named_before, teller_of
from flows.extract.components.pair import is_bare
from flows.extract.components.party import Party, Resolve
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.parse import Token

LANDS = frozenset({"state", "place"})
ACTING = syntax.NAMED_SUBJECTS | {"poss"}  # "the country will"; "promised to rebuild the country": any
BESIDE_NAME = ("appos", "compound", "nmod")  # how a noun for who somebody is hangs on their name


def land_told_for(scene: Scene, resolve: Resolve, home: Home, token: Token, depth: int) -> tuple[Party, ...]:
    """The land of who tells of "the ministry" or of "his country"; of "his" also who "he" is.

    Nobody for what is no single state or organ of one, and for "the ministry" of which nobody of it tells.
    """
    pronoun = syntax.child(token, "poss")
    own = pronoun is not None and pronoun.lower_ in party_lexicon().pronouns.person
    if own and syntax.noun_lemma(token) in party_lexicon().governed.lemmas:
        return ()  # "his state" is a governor's
    if not _may_be_land(token) or not (own or (is_bare(token) and token.dep_ in ACTING)):
        return ()
    nouns = _telling_who(scene, resolve, token, depth)
    lands = (_land_of(scene, resolve, home, noun, depth) for noun in nouns)
    land = next(filter(None, lands), None)
    if land is None and not own:
        land = next(filter(None, (_land_of_office(home, noun) for noun in nouns)), None)
    if land is not None or pronoun is None:
        return (land,) if land is not None else ()
    about = home.reported_on(token)
    if about and about == last_described(scene, home, token):
        return about
    return tuple(party for party in resolve(pronoun, depth + 1) if party.kind == "person")


def _may_be_land(token: Token) -> bool:
    """Whether a noun can stand for one state or for what governs it: "the country", "his government"."""
    lemma, lexicon = syntax.noun_lemma(token), party_lexicon()
    several = syntax.is_plural(token) and lemma in lexicon.states.lemmas
    return not several and any(each.placed and lemma in each.lemmas for each in lexicon.description)


def _telling_who(scene: Scene, resolve: Resolve, token: Token, depth: int) -> list[Token]:
    """The nouns that say who tells of something, there and where their name stood before."""
    teller = teller_of(token)
    nouns = [teller, *named_before(scene, resolve, teller, depth)] if teller is not None else []
    return [word for noun in nouns for word in (noun, *syntax.children(noun, *BESIDE_NAME))]


def _land_of(scene: Scene, resolve: Resolve, home: Home, noun: Token, depth: int) -> Party | None:
    """The state or place of whoever a noun tells of: "Fiji's minister", "a Fijian official"."""
    owners = owners_of(scene, resolve, noun, depth + 1)
    land = next((party for party in owners if party.kind in LANDS), None)
    if land is not None:
        return land
    states = (scene.reference.states.get(party.iso3 or "") for party in owners)
    state = next(filter(None, states), None)
    return Party(state.name, "state", state.iso3) if state is not None else home.of(noun)


def _land_of_office(home: Home, noun: Token) -> Party | None:
    """The state that a report is about, whose the bare office before a name is: "Prime Minister Ada Berg"."""
    title = noun.dep_ in BESIDE_NAME and is_bare_organ(noun, capitalised=True)
    return next(iter(home.reported_on(noun)), None) if title else None
