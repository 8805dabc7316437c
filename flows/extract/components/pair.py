"""Counted parties: "both sides", "the three leaders", "the sides" of a joint text."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.party import Party, Resolve, party_of
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.components.subject import of_subject, sentences_before, subjects_before
from flows.extract.parse import Token
from models.vocabulary import EntityKind

COUNTS = {"both": 2, "two": 2, "either": 2, "each": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}


def is_pair(token: Token) -> bool:
    """Whether a phrase speaks of two parties together: "both", "either side", "the two countries"."""
    pairs = party_lexicon().pairs
    if token.lower_ in {"both", "two"}:
        return True
    counted = any(child.lower_ in pairs.words for child in token.children)
    return counted and syntax.noun_lemma(token) in pairs.lemmas


def how_many(token: Token) -> int:
    """How many parties a counted noun means: "both sides" two, "the three leaders" three."""
    if syntax.noun_lemma(token) not in party_lexicon().pairs.lemmas:
        return 2 if token.lower_ in {"both", "two"} else 0
    words = {child.lower_ for child in token.children}
    return next((COUNTS[word] for word in sorted(words & COUNTS.keys())), 0)


def is_all_participants(token: Token) -> bool:
    """Whether a joint text or a readout speaks of all who took part: "the leaders", "the sides"."""
    lemmas = party_lexicon().pairs.lemmas | party_lexicon().participants.lemmas
    modifiers = syntax.children(token, "amod", "compound", "poss", "prep", "relcl")
    return token.tag_ in {"NNS", "NNPS"} and syntax.noun_lemma(token) in lemmas and not modifiers


def two_before(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """The last two parties named side by side; else the last two people, states or organisations."""
    people = syntax.noun_lemma(token) in party_lexicon().pairs.people
    kinds: tuple[EntityKind, ...] = ("person",) if people else ("state", "organisation", "group")
    if syntax.noun_lemma(token) in party_lexicon().pairs.states:
        kinds = ("state",)
    coordinated = coordinated_before(scene, token)
    speaking: tuple[EntityKind, ...] = ("person",) if syntax.noun_lemma(token) == "side" else ()
    if coordinated and (people or all(party.kind in {*kinds, *speaking} for party in coordinated)):
        return coordinated
    acted = _two_that_acted(scene, resolve, token, depth) if speaking else ()
    if acted:
        return acted
    found: dict[str, Party] = {}
    for named in scene.names.before(token.i, *kinds):
        if people or scene.acts(named):
            found.setdefault(named.name, party_of(named))
        if len(found) == 2:
            break
    if len(found) == 2:
        return tuple(reversed(found.values()))
    return scene.participants if len(scene.participants) == 2 else ()


def _two_that_acted(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """The two parties that were last the subject together: "Peru and the main rebel group said …"."""
    for subject in subjects_before(token):
        found = of_subject(resolve, subject, depth) if len(syntax.conjuncts(subject)) == 2 else ()
        if len(found) == 2 and all(party.kind != "other" for party in found):
            return found
    return ()


def coordinated_before(scene: Scene, token: Token) -> tuple[Party, ...]:
    """Exactly two parties joined by "and", in this sentence or the two before it."""
    reach = min((sentence.start for sentence in sentences_before(token)), default=token.sent.start)
    for named in scene.names.before(token.i):
        if named.end <= reach:
            break
        last = scene.doc[named.end - 1]
        if last.dep_ == "conj":
            members = [scene.names.at(part) for part in syntax.conjuncts(syntax.conjunction_head(last))]
            parties = [party_of(member) for member in members if member is not None]
            if len(parties) == len(members) == 2 and all(scene.acts(m) for m in members if m):
                return tuple(parties)
    return ()
