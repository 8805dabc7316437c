"""Who gains or loses by what somebody gives or does: "the country", a people, "them"."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.beneficiary_lexicon import beneficiary_lexicon, is_people
from flows.extract.components.description import phrase, tells_which
from flows.extract.components.party import Party, Resolve, party_of
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.pronoun import Pronouns
from flows.extract.components.remarks import governing_speech
from flows.extract.components.scene import Scene
from flows.extract.parse import Token

EVERYBODY = frozenset({"every", "each", "any"})  # before one of a people
PLACE_REACH = 60  # tokens back in which a place is named that "the city" stands for


def receiver(
    scene: Scene, pronouns: Pronouns, resolve: Resolve, token: Token, givers: tuple[str, ...]
) -> tuple[Party, ...]:
    """Whom a word stands for as the one to whom ``givers`` give or do something.

    As where it acts, but "the country" and "the city" are never who gives: "Norway will send the country
    40 trucks" helps the state named before. Nor is its people: "Norway will pay all Norwegians" helps
    them, under these words. A people that is described is not its state: "Peruvians in need".
    """
    found = _people(scene, token, givers) or _who_gains(pronouns, resolve, token)
    if all(party.kind in {"group", "other"} for party in found):
        found = _each_described(scene, token) or found
    if token.pos_ == "PRON" and found and all(party.name in givers for party in found):
        return _who_is_told(resolve, token, givers) or _who_says_so(resolve, token, givers) or found
    determiner = syntax.child(token, "det")
    if determiner is None or determiner.lower_ != "the" or scene.names.at(token) is not None:
        return found
    if scene.is_treaty or any(party.kind != "other" and party.name not in givers for party in found):
        return found
    return _place_before(scene, token, givers) or found


def _who_gains(pronouns: Pronouns, resolve: Resolve, token: Token) -> tuple[Party, ...]:
    """Whom a word stands for; "them" for no things."""
    plural = token.lower_ in party_lexicon().pronouns.plural
    return pronouns.several_who_gain(token) if plural else resolve(token, 0)


def _who_is_told(resolve: Resolve, gaining: Token, givers: tuple[str, ...]) -> tuple[Party, ...]:
    """To whom somebody says what will be done to "it": "told Peru it would be paid"."""
    if gaining.dep_ != "nsubjpass":
        return ()
    told = party_lexicon().pronouns.told
    telling = next((head for head in syntax.ancestors(gaining.head) if head.lemma_.lower() in told), None)
    hearer = syntax.child(telling, "dobj", "dative") if telling is not None else None
    found = resolve(hearer, 0) if hearer is not None else ()
    return tuple(party for party in found if party.name not in givers)


def _who_says_so(resolve: Resolve, gaining: Token, givers: tuple[str, ...]) -> tuple[Party, ...]:
    """Who says that others must do something for "them", which are never those who do it.

    "The crews say the mills must do more to protect them".
    """
    object_of = gaining.dep_ in {"dobj", "dative"} or gaining.head.dep_ == "ccomp"
    speech = governing_speech(gaining) if gaining.lower_ == "them" and object_of else None
    if speech is None or not syntax.is_plural(speech[1]):
        return ()
    return tuple(party for party in resolve(speech[1], 0) if party.name not in givers)


def _each_described(scene: Scene, token: Token) -> tuple[Party, ...]:
    """One of many, whichever fits a clause, by all words: "every family that lost its house"."""
    determiner = syntax.child(token, "det")
    many = determiner is not None and determiner.lower_ in EVERYBODY
    if not many or token.pos_ != "NOUN" or scene.names.at(token) is not None:
        return ()
    told = syntax.child(token, "relcl") is not None and is_people(token)
    return (Party(phrase(token, whole=True), "group"),) if told else ()


def _people(scene: Scene, token: Token, givers: tuple[str, ...]) -> tuple[Party, ...]:
    """A people that is described, or that of a state that gives or whose office holder does."""
    named = scene.names.at(token)
    if named is None or named.via != "demonym":
        return ()
    determiner = syntax.child(token, "det")
    if determiner is not None and determiner.lower_ in EVERYBODY and token.pos_ in {"NOUN", "PROPN"}:
        return (Party(phrase(token, whole=False), "group"),)  # "every Peruvian"
    if not syntax.is_plural(token):
        return ()
    gives = named.name in givers or named.iso3 in _states_of(scene, givers)
    gives = gives or phrase(token, whole=False) in givers  # "Peruvians" whom their state asks
    set_apart = gives or _are_handled(token) or syntax.child(token, "nummod") is not None  # "300 Peruvians"
    words = _words_of_described(token) or (phrase(token, whole=False) if set_apart else "")
    return (Party(words, "group"),) if words else ()


def _are_handled(people: Token) -> bool:
    """Whether an act is done to people without an article, and to no state: "will send Peruvians back"."""
    verb = people.head if people.dep_ == "dobj" else people.head.head
    handled = people.dep_ in {"dobj", "nsubj"} and people.left_edge == people
    return handled and verb.lemma_.lower() in beneficiary_lexicon().done_to_people.words


def _words_of_described(people: Token) -> str:
    """The words of a people where they set some of it apart from its state; empty where none do.

    "Ethnic Serbs", "Syrians who fled", and "Peruvians in need", where the parse may hang "in" on a verb.
    """
    counting = beneficiary_lexicon().counting.words
    if tells_which(people) or any(
        word.i < people.i and word.lower_ not in counting for word in syntax.children(people, "amod")
    ):
        return phrase(people, whole=True)
    behind = people.doc.tokens[people.i + 1 : people.i + 3]
    states = beneficiary_lexicon().in_state.words
    if len(behind) == 2 and behind[0].lower_ == "in" and behind[1].lower_ in states:
        return f"{phrase(people, whole=False)} in {behind[1].text}"
    return ""


def _place_before(scene: Scene, token: Token, givers: tuple[str, ...]) -> tuple[Party, ...]:
    """The last place of its kind before "the country" or "the city", but none of who gives."""
    lemma = syntax.noun_lemma(token)
    kinds = next((word.kinds for word in party_lexicon().receiving_place if lemma in word.lemmas), None)
    if kinds is None or syntax.is_plural(token):
        return ()
    for named in scene.names.before(token.left_edge.i, "state", "place"):
        if named.end <= token.i - PLACE_REACH:
            break
        city = named.via == "seat"
        party = Party(scene.doc[named.start : named.end].text, "place") if city else party_of(named)
        if party.kind in kinds and named.name not in givers and named.iso3 not in _states_of(scene, givers):
            return (party,)
    return ()


def _states_of(scene: Scene, givers: tuple[str, ...]) -> set[str]:
    """The codes of the states of those of ``givers`` who are known people."""
    people = (scene.reference.people.get(name) for name in givers)
    return {person.iso3 for person in people if person is not None and person.iso3 is not None}
