"""Counted parties: "both sides", "the three leaders", "the sides" of a joint text."""

from __future__ import annotations

from collections.abc import Iterable

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.compound import is_part_of_word
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.components.joined import listed
from flows.extract.components.named import Named
from flows.extract.components.named_together import (
    PAIR,
    coordinated_before,
    tells_of_place,
    two_states_joined,
    two_that_acted,
    two_that_spoke,
    two_who_open,
)
from flows.extract.components.party import Party, Resolve, party_of
from flows.extract.components.party_lexicon import means_speaker, party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.components.subject import sentences_before
from flows.extract.parse import Token
from flows.extract.words import load_words
from models.vocabulary import EntityKind

# Kinds of bodies of the reference that are a state's own side.
OWN_KINDS = frozenset({"ministry", "agency", "company", "military", "government", "legislature", "bank"})
# Kinds that help or judge the sides of others, where there are any.
MEDIATING_KINDS = frozenset({"court", "international_organisation", "ngo"})
COUNTS = {
    "both": 2,
    "two": 2,
    "either": 2,
    "neither": 2,
    "each": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
}


def is_pair(token: Token) -> bool:
    """Whether a phrase speaks of two parties together: "both", "either side", "the two countries"."""
    pairs = party_lexicon().pairs
    if token.lower_ in {"both", "two"}:
        of_what = syntax.noun_after(token, ("of",))  # "two of its planes" are no two parties
        return of_what is None or of_what.pos_ == "PRON" or syntax.noun_lemma(of_what) in pairs.lemmas
    counted = any(child.lower_ in pairs.words for child in token.children)
    return counted and syntax.noun_lemma(token) in pairs.lemmas and not _are_told_first(token)


def _are_told_first(noun: Token) -> bool:
    """Whether two are told of for the first time: "two officials", "the two men who sued".

    "Two sides" of a headline are those of before.
    """
    pairs = party_lexicon().pairs
    counted_again = any(child.lower_ in pairs.words - {"two"} for child in noun.children)
    definite = counted_again or syntax.child(noun, "det", "poss", "predet") is not None
    if not definite and syntax.noun_lemma(noun) not in pairs.sides:
        return True
    clause = syntax.child(noun, "relcl")
    return clause is not None and clause.left_edge.i == noun.i + 1


def how_many(token: Token) -> int:
    """How many parties a counted noun means: "both sides" two, "the three leaders" three, "the three" too."""
    if syntax.noun_lemma(token) not in party_lexicon().pairs.lemmas:
        alone = token.tag_ == "CD" and syntax.child(token, "det") is not None and len(token.children) == 1
        return COUNTS.get(token.lower_, 0) if alone or token.lower_ in {"both", "two"} else 0
    words = {child.lower_ for child in token.children}
    return next((COUNTS[word] for word in sorted(words & COUNTS.keys())), 0)


def how_many_of_us(token: Token) -> int:
    """How many a number means of those who speak: "all three of us"."""
    of_whom = syntax.noun_after(token, ("of",)) if token.tag_ == "CD" else None
    return COUNTS.get(token.lower_, 0) if of_whom is not None and means_speaker(of_whom) else 0


def is_all_participants(token: Token) -> bool:
    """Whether a joint text or a readout speaks of all who took part: "the leaders", "the sides"."""
    lemmas = party_lexicon().pairs.lemmas | party_lexicon().participants.lemmas
    modifiers = syntax.children(token, "amod", "nmod", "compound", "poss", "prep", "relcl", "nummod")
    return syntax.is_plural(token) and syntax.noun_lemma(token) in lemmas and not modifiers


def is_bare(token: Token) -> bool:
    """Whether a noun has nothing but "the" beside it: "the company"."""
    determiner = syntax.child(token, "det")
    return determiner is not None and len(token.children) == 1 and determiner.lower_ == "the"


def is_bare_plural(token: Token) -> bool:
    """Whether a plural has nothing but "the" beside it: "the leaders"."""
    return token.tag_ == "NNS" and is_bare(token)


def is_all_leaders(token: Token) -> bool:
    """Whether a text of a meeting speaks of the leaders who met."""
    return is_bare_plural(token) and token.lemma_.lower() in party_lexicon().pairs.leaders


def two_described_before(before: Iterable[Token], token: Token) -> Token | None:
    """The two that more words told of before "both groups": "two armed groups"; of ``before`` the first."""
    lemma, words = syntax.noun_lemma(token), {child.lower_ for child in token.children}
    definite = how_many(token) == PAIR or words >= {"the", "two"} or "both" in words
    if token.tag_ != "NNS" or not definite or not is_actor(token):
        return None
    same = (word for word in before if word.tag_ == "NNS" and word.lemma_.lower() == lemma)
    counted = (word for word in same if _are_two(word))
    return next((word for word in counted if syntax.children(word, "amod", "compound", "poss", "prep")), None)


def _are_two(noun: Token) -> bool:
    """Whether a plural is of two by number or by those whose they are: "the agencies of Peru and Chad"."""
    whose = syntax.noun_after(noun, ("of",))
    counted = any(COUNTS.get(child.lower_) == PAIR for child in noun.children)
    return counted or (whose is not None and len(syntax.conjuncts(whose)) == PAIR)


def states_beside(scene: Scene, token: Token) -> tuple[Party, ...]:
    """The two states that stand together in the sentence of "both countries"; empty where none do."""
    if syntax.noun_lemma(token) not in party_lexicon().pairs.states:
        return ()
    states = coordinated_before(scene, token, token.sent.start)
    return states if all(party.kind == "state" for party in states) else ()


def own_and_other(scene: Scene, token: Token) -> tuple[Party, ...]:
    """Of "our two countries" the state whose text it is, and the last other that it names; else empty."""
    possessor = syntax.child(token, "poss")
    ours = possessor is not None and possessor.lower_ == "our"
    if not ours or syntax.noun_lemma(token) not in party_lexicon().pairs.states or len(scene.authors) != 1:
        return ()
    (own,) = scene.authors
    if own.kind != "state":
        return ()
    named = scene.names.before(token.left_edge.i, "state")
    other = next((party_of(state) for state in named if state.name != own.name), None)
    return (own, other) if other is not None else ()


def states_together(scene: Scene, token: Token) -> tuple[Party, ...]:
    """The states that a plural of their name means together: "the two Koreas"."""
    names = next((parts.states for parts in load_words().parts if token.text == parts.several), ())
    known = (scene.reference.names(name) for name in names)
    return tuple(Party(found[0].canonical, found[0].kind, found[0].iso3) for found in known if found)


def list_before(scene: Scene, token: Token, length: int) -> tuple[Party, ...]:
    """The last list of so many names before a number: "the three" of "Peru, Chad and Fiji".

    Or the body that is called by the number alone: "the seven" of "the Group of Seven".
    """
    for named in scene.names.before(token.left_edge.i):
        if token.tag_ == "CD" and named.name.casefold().endswith(f"group of {token.lower_}"):
            return (party_of(named),)
        members = listed(scene, named)
        if len(members) == length:
            return members
    return (
        _all_before(scene, token, length) if syntax.noun_lemma(token) in party_lexicon().pairs.states else ()
    )


def _all_before(scene: Scene, token: Token, length: int) -> tuple[Party, ...]:
    """The states that act in the text so far, or are named there, where they are just so many."""
    named = list(scene.names.before(token.left_edge.i, "state"))
    for states in (filter(scene.acts, named), named):
        found = {state.name: party_of(state) for state in states}
        if len(found) == length:
            return tuple(reversed(found.values()))
    return ()


def two_before(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """The last two parties named side by side; else the last two people, states or organisations."""
    pairs, lemma = party_lexicon().pairs, syntax.noun_lemma(token)
    people = lemma in pairs.people
    kinds: tuple[EntityKind, ...] = ("person",) if people else ("state", "organisation", "group")
    if lemma in pairs.states:
        kinds = ("state",)
    telling = _telling(scene, token)
    coordinated = tuple(party for party in coordinated_before(scene, token) if party.name not in telling)
    if len(coordinated) < PAIR or (lemma in pairs.persons and any(p.kind != "person" for p in coordinated)):
        coordinated = ()
    speaking: tuple[EntityKind, ...] = ("person",) if lemma in pairs.sides else ()
    if coordinated and (people or all(party.kind in {*kinds, *speaking} for party in coordinated)):
        return coordinated
    alone = token.pos_ == "PRON"
    acted = two_that_acted(scene, resolve, token, depth) if speaking or alone else ()
    if acted:
        return acted
    spoke = two_that_spoke(scene, token) if people or alone else ()
    if spoke:
        return spoke
    opening = two_who_open(scene, resolve, token, depth) if speaking else ()
    if opening:
        return opening
    joined = two_states_joined(scene, token) if kinds == ("state",) or speaking else ()
    if joined:
        return joined
    before = [
        named
        for named in scene.names.before(token.i, *kinds)
        if named.name not in telling
        and not tells_of_place(scene.doc[named.end - 1])
        and not is_part_of_word(scene.doc, scene.names, named)
        and (people or scene.acts(named))
    ]
    dealing = [named for named in before if not _mediates(scene, named)]
    named_last = _two_sides(scene, dealing) or _two_sides(scene, before)
    if named_last:
        return named_last
    if len(scene.participants) == 2:
        return scene.participants
    return _two_states_named(scene, token) if kinds == ("state",) else ()


def _two_states_named(scene: Scene, token: Token) -> tuple[Party, ...]:
    """The two states of a text so far that names no third, also where one is only a place."""
    states = {named.name: party_of(named) for named in scene.names.before(token.left_edge.i, "state")}
    return tuple(reversed(states.values())) if len(states) == 2 else ()


def each_of_list(scene: Scene, token: Token) -> tuple[Party, ...]:
    """All of the last list of names in the sentences before "each country", where there are more than two."""
    each = syntax.child(token, "det")
    if each is None or each.lower_ != "each" or syntax.noun_lemma(token) not in party_lexicon().pairs.states:
        return ()
    reach = min((sentence.start for sentence in sentences_before(token)), default=token.sent.start)
    for named in scene.names.before(token.left_edge.i, "state"):
        if named.end <= reach:
            break
        members = listed(scene, named)
        if len(members) > 2:
            return members
    return ()


def _two_sides(scene: Scene, before: list[Named]) -> tuple[Party, ...]:
    """The first two sides among some names, in the order of the text; ``before`` has the last name first."""
    found: dict[str, Party] = {}
    for named in before:
        _add_side(scene, found, party_of(named))
        if len(found) == PAIR:
            return tuple(reversed(found.values()))
    return ()


def _mediates(scene: Scene, named: Named) -> bool:
    """Whether a body rather helps or judges two sides than is one: "asked the United Nations to …"."""
    body = scene.reference.organisations.get(named.name)
    if body is None or body.kind not in MEDIATING_KINDS:
        return False
    root = scene.doc[named.start : named.end].root
    deals = root.dep_ in syntax.NAMED_SUBJECTS or (root.dep_ == "pobj" and root.head.lower_ == "with")
    return not deals


def _add_side(scene: Scene, found: dict[str, Party], party: Party) -> None:
    """Adds one of two sides; a state and its ministries and firms are one, under the state's name."""
    same = next((other for other in found.values() if _are_one_side(scene, other, party)), None)
    if same is None:
        found.setdefault(party.name, party)
    elif party.kind == "state":
        del found[same.name]
        found[party.name] = party


def _are_one_side(scene: Scene, one: Party, other: Party) -> bool:
    """Whether two parties are a state and a body of its own: no rebels, and no party of its parliament."""
    if one.iso3 is None or one.iso3 != other.iso3 or {one.kind, other.kind} != {"state", "organisation"}:
        return False
    bodies = (scene.reference.organisations.get(party.name) for party in (one, other))
    return any(body is not None and body.kind in OWN_KINDS for body in bodies)


def _telling(scene: Scene, token: Token) -> set[str]:
    """The names of those for whom somebody tells of a pair or asks it: "Peru's envoy urged both sides"."""
    found = set()
    for head in syntax.ancestors(token):
        subject = syntax.subject_of(head) if syntax.is_verb(head) else None
        if subject is None or subject.i > token.i or token in subject.subtree:
            continue
        asks = head.lemma_.lower() in cue_index().requests
        near = [subject, *syntax.children(subject, "poss", "compound", "nmod", "amod")]
        for word in subject.subtree:
            named = scene.names.at(word)
            if named is None or (word.i > subject.i and not asks):
                continue
            # a mediator's body, and whoever asks, also where the name stands before an office and a name
            if (word in near and named.kind != "person") or asks or named.kind == "organisation":
                found.add(named.name)
    return found
