"""Whom a treaty means by the words for its parties: "each Party", "the Fijian Party", "the sending State"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from flows.extract import syntax
from flows.extract.components.attribution_lexicon import attribution_lexicon
from flows.extract.components.description import described_party, is_class_of_parties
from flows.extract.components.names import Names
from flows.extract.components.party import Party, party_of
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.parse import Doc, Token
from flows.extract.reference import Reference, StateRow

NEAREST_QUOTE = 5  # tokens behind "hereinafter" in which what somebody is called opens
LONGEST_ROLE = 6  # tokens between the quotation marks
_CODES = re.compile(r"\b([A-Z]{2})[-–/]([A-Z]{2})\b")
TELLING_WHOSE = frozenset({"poss", "prep", "relcl", "acl", "nummod"})
SEVERAL = frozenset({"parties", "sides", "signatories", "participants", "governments", "states"})
QUOTES = frozenset({'"', "“", "”", "''", "``", "‘", "’", "'", "„", "«", "»"})


def introduced_roles(doc: Doc, names: Names) -> dict[str, Party]:
    """Whom a treaty calls what, by the small letters of that: "Fiji (hereinafter “the Host State”)".

    Names of its texts, and one for several, stand for none: "(hereinafter “the Accord”)", "“the Parties”".
    """
    found: dict[str, Party] = {}
    for token in doc:
        if token.lower_ not in party_lexicon().introducing.words:
            continue
        role = _quoted_behind(token)
        named = next(names.before(token.i, "state", "organisation"), None)
        if role and named is not None and named.end == token.i - 1 and not _means_no_party(role):
            found.setdefault(role, party_of(named))
    return found


def _means_no_party(role: str) -> bool:
    last = role.split()[-1]
    return last in SEVERAL or last in attribution_lexicon().documents.lemmas


def _quoted_behind(token: Token) -> str:
    """The words without article in the quotation marks right behind a word; empty where none open there."""
    words = token.doc.tokens[token.i + 1 : token.i + 1 + NEAREST_QUOTE + LONGEST_ROLE]
    marks = [n for n, word in enumerate(words) if word.text in QUOTES]
    if len(marks) < 2 or marks[0] > NEAREST_QUOTE:
        return ""
    inside = words[marks[0] + 1 : marks[1]]
    return _words(inside)


def _words(tokens: list[Token]) -> str:
    return " ".join(word.lower_ for word in tokens if word.is_alpha and word.lower_ not in {"the", "a"})


def states_of_codes(reference: Reference, title: str) -> tuple[Party, ...]:
    """The two states that a treaty's title names by the letters for them: "FJ-US Memorandum on Tuna"."""
    codes = _CODES.search(title)
    found = [_state_of_code(reference, code) for code in codes.groups()] if codes is not None else []
    states = tuple(Party(state.name, "state", state.iso3) for state in found if state is not None)
    return states if len(states) == 2 else ()


def _state_of_code(reference: Reference, code: str) -> StateRow | None:
    """The state of two letters, also where they are its acronym: "UK" is no code of the standard."""
    by_name = next((name.iso3 for name in reference.names(code) if name.kind == "state"), None)
    coded = (state for state in reference.states.values() if state.iso2 == code)
    return next(coded, None) or reference.states.get(by_name or "")


def treaty_party(scene: Scene, roles: Mapping[str, Party], token: Token) -> tuple[Party, ...] | None:
    """Whom a noun of a treaty stands for by its own words; None where it is no word for a party.

    What the treaty calls somebody is that one; "the Fijian Party" is the one of its parties that is Fijian,
    "each Party" and "the competent authorities" are all, and who is told by a part in the matter ("the
    requesting State") keeps the words.
    """
    lemma, lexicon = syntax.noun_lemma(token), party_lexicon()
    introduced = roles.get(_role(token))
    if introduced is not None:
        return (introduced,)
    if lemma in lexicon.treaty_parties.lemmas:
        own = _party_of_demonym(scene, token)
        if own is not None:
            return (own,)
        return described_party(token) if is_class_of_parties(token) else scene.authors
    if len(scene.authors) > 1 and _are_organs_of_all(token):
        return scene.authors
    if lemma in lexicon.treaty_roles.nouns and not lexicon.treaty_roles.lemmas.isdisjoint(_before(token)):
        return tuple(Party(party.name, "group") for party in described_party(token))
    return None


def party_of_joint_text(scene: Scene, token: Token) -> Party | None:
    """The author of a joint text by whose demonym or name it tells of a side: "the Fijian Party"."""
    sides = party_lexicon().treaty_parties.lemmas | party_lexicon().pairs.sides
    if len(scene.authors) < 2 or syntax.is_plural(token) or syntax.noun_lemma(token) not in sides:
        return None
    return _party_of_demonym(scene, token) or _body_by_first_word(scene, token)


def _body_by_first_word(scene: Scene, token: Token) -> Party | None:
    """The body whose name begins with the words before a noun: "the European side" of a commission."""
    words = _before(token)
    bodies = (party for party in scene.authors if party.kind == "organisation")
    return next((party for party in bodies if party.name.split()[0].lower() in words), None)


def _are_organs_of_all(token: Token) -> bool:
    """Whether each party has such organs, and nothing tells whose these are: "the competent authorities"."""
    organs = party_lexicon().treaty_organs
    told = [word for word in token.children if word.dep_ in syntax.MODIFYING or word.dep_ in TELLING_WHOSE]
    of_all = syntax.is_plural(token) and syntax.noun_lemma(token) in organs.lemmas
    return of_all and all(word.lower_ in organs.modifiers for word in told)


def _role(token: Token) -> str:
    first = token.i
    while first > token.left_edge.i and token.doc[first - 1].is_alpha:
        first -= 1
    return _words(token.doc.tokens[first : token.i + 1])


def _before(token: Token) -> set[str]:
    return {word.lower_ for word in syntax.children(token, "amod", "compound", "nmod")}


def _party_of_demonym(scene: Scene, token: Token) -> Party | None:
    """The party whose demonym stands before a noun: "the Fijian Party"."""
    words = {word.text for word in syntax.children(token, "amod", "compound", "nmod")}
    states = ((author, scene.reference.states.get(author.iso3 or "")) for author in scene.authors)
    return next((party for party, state in states if state and words & set(state.demonyms)), None)
