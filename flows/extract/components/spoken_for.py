"""Whom the words of those bind who only speak for others: "the firm's manager said fares would fall".

That is the firm. Who gives nobody's word but their own ("the mayor") is bound themselves, and so is who
speaks for others under a name ("Ada Berg, its manager"), unless it is a spokesman or an ambassador.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns, is_actor, is_person
from flows.extract.components.description import is_kind_of_body
from flows.extract.components.home import Home
from flows.extract.components.institution import owners_of
from flows.extract.components.party import Party, Resolve
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.parse import Token

BODIES = frozenset({"state", "organisation"})
UNNAMED = frozenset({"group", "other"})
BESIDE_NAME = ("appos", "compound", "nmod")  # how a noun for who somebody is hangs on their name
WHOSE = ("of", "for", "to", "from")


def body_behind(scene: Scene, resolve: Resolve, home: Home, speaker: Token, cited: Party) -> Party | None:
    """The body for which ``speaker`` speaks, who is ``cited``; None for who speaks for nobody else.

    Fiji for "Fiji's ambassador, Ada Berg", the firm for "a manager of the firm".
    """
    noun = _speaking_noun(speaker, named=cited.kind == "person")
    if noun is None or cited.kind in BODIES:
        return None
    owners = [party for party in owners_of(scene, resolve, noun, 0) if party.kind in BODIES]
    if all(party.kind != "state" for party in owners):
        organs = (_state_of(scene, home, word) for word in syntax.children(noun, "compound"))
        owners = [*filter(None, organs), *owners]  # "an army officer"
    else:
        owners.sort(key=lambda party: party.kind == "state")  # "the Danish manager of the Skarn Bank"
    return next(iter(owners), None) or _body_in_words(scene, resolve, home, noun)


def _speaking_noun(speaker: Token, named: bool) -> Token | None:
    """The noun which says that somebody speaks for others: "spokesman" of "a spokesman, Reed Lane"."""
    speaking = party_lexicon().speaking_for
    lemmas = speaking.by_name if named else speaking.lemmas | speaking.by_name
    nouns = (speaker, *syntax.children(speaker, *BESIDE_NAME))
    return next((noun for noun in nouns if syntax.noun_lemma(noun) in lemmas), None)


def _body_in_words(scene: Scene, resolve: Resolve, home: Home, noun: Token) -> Party | None:
    """The body that other words tell of beside who speaks: "its manager", "a mill's director".

    That is the state of a person who holds an office of it: "an aide to President Berg".
    """
    for whose in _of_whom(noun):
        found = _state_of(scene, home, whose) or next(iter(resolve(_fuller(whose), 0)), None)
        if found is not None and found.kind == "person":
            found = scene.served_by(found)
        if found is not None and found.kind in BODIES:
            return found
        if found is not None and found.kind in UNNAMED and _may_be_body(whose):
            return replace(found, name=_within_sentence(found.name, whose), kind="group")
    return None


def _state_of(scene: Scene, home: Home, whose: Token) -> Party | None:
    """The state whose bare organ a word is: "the ministry", "army" of "an army officer"."""
    named = scene.names.at(whose)
    alone = named is None or named.end - named.start == 1  # no "U.S. Army"
    organ = whose.dep_ == "compound" and alone and whose.lower_ in party_lexicon().organs.of_government
    return home.of(whose) or (next(iter(home.reported_on(whose)), None) if organ else None)


def _may_be_body(whose: Token) -> bool:
    """Whether a word is of one body without a name: "its", "the mill", "union"; no person and no thing."""
    if whose.pos_ == "PRON" or is_person(whose):
        return whose.pos_ == "PRON"
    lemma, lexicon = syntax.noun_lemma(whose), party_lexicon()
    thing = lemma in lexicon.things.lemmas | lexicon.schemes.lemmas
    told = whose.tag_ == "NN" and syntax.child(whose, "det") is not None and not thing
    return told or is_actor(whose)


def _of_whom(noun: Token) -> Iterable[Token]:
    """The words that tell whose somebody is who speaks: "mill" of "the mill's manager", "a mill manager"."""
    behind = syntax.noun_after(noun, WHOSE)
    houses = actor_nouns().houses.lemmas
    beside = syntax.children(noun, "compound")
    bodies = (word for word in beside if is_kind_of_body(word) or syntax.noun_lemma(word) in houses)
    return (*syntax.children(noun, "poss"), *((behind,) if behind is not None else ()), *bodies)


def _fuller(whose: Token) -> Token:
    """Where a noun without an article was told of with one: "the company" before "company managers"."""
    if whose.dep_ != "compound" or whose.children:
        return whose
    before = (word for word in reversed(whose.doc.tokens[: whose.i]) if word.lower_ == whose.lower_)
    return next((word for word in before if syntax.word_at(word, -1) == "the"), whose)


def _within_sentence(name: str, first: Token) -> str:
    """A name as it stands within a sentence, where a noun that opens it has a capital: "Union officials"."""
    opens = first.i == first.sent.start and first.dep_ == "compound" and is_actor(first)
    opens = opens and name.startswith(first.text)
    return name[0].lower() + name[1:] if opens else name
