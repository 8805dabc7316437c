"""Names that several words or names make together: "Reed Lane, Jr.", "Boeing Norway", "Air Niamey"."""

from __future__ import annotations

from dataclasses import replace

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns
from flows.extract.components.capitals import is_headline
from flows.extract.components.description import is_kind_of_body
from flows.extract.components.named import Named
from flows.extract.parse import Doc, Token
from flows.extract.words import load_words

WORDS_OF_TWO = 3  # tokens of two names and the "and" between them


def with_suffix(doc: Doc, named: Named) -> Named:
    """A person's name with "Jr." or the like behind it, which the parser may take for the head."""
    if named.kind != "person":
        return named
    end = named.end + 1 if named.end < len(doc) and doc[named.end].text == "," else named.end
    if end < len(doc) and doc[end].text in load_words().name_suffixes:
        return replace(named, end=end + 1)
    return named


def is_only_suffix(doc: Doc, named: Named) -> bool:
    return doc[named.start : named.end].text in load_words().name_suffixes


def with_states_behind(doc: Doc, found: list[Named]) -> list[Named]:
    """Names of a body's part in a state as one name: "Boeing Norway" is not Norway."""
    states = {named.start: named for named in found if named.kind == "state" and named.via == "name"}
    parts = {
        named.start: Named(named.start, behind.end, whole, "organisation", "ORG", "recognised")
        for named in found
        if (behind := states.get(named.end)) is not None
        and _is_part_in_state(doc, named, behind)
        and (whole := " ".join(doc[named.start : behind.end].text.split()))
    }
    inside = {named.end for named in found if named.start in parts}
    return [parts.get(named.start, named) for named in found if named.start not in inside]


def _is_part_in_state(doc: Doc, named: Named, state: Named) -> bool:
    """Whether a body's name modifies a state's that acts; a place must be told to be one."""
    last, root = doc[named.end - 1], doc[state.end - 1]
    joined = last.dep_ == "compound" and state.start <= last.head.i < state.end
    acts = root.dep_ in {"nsubj", "nsubjpass", "poss"}
    if not (joined and acts) or is_headline(doc[named.start : state.end]):
        return False
    told = any(is_kind_of_body(noun) for noun in syntax.children(root, "appos"))
    return named.kind == "organisation" or (named.kind == "place" and named.via == "recognised" and told)


def with_opening(doc: Doc, named: Named) -> Named:
    """A company's name of a place and the word before that makes one of it: "Air Niamey" is not Niger."""
    before = doc[named.start - 1] if named.start and named.kind in {"state", "place"} else None
    if before is None or before.text not in load_words().company_openings or not _belongs(before, named):
        return named
    return Named(before.i, named.end, doc[before.i : named.end].text, "organisation", "ORG", "recognised")


def with_bodies_behind(doc: Doc, found: list[Named]) -> list[Named]:
    """A known body's name with that of a part of it as one name: "NATO Senior Harbour Group" is not NATO.

    So is what else bears the part's name ("the Group").
    """
    known = {named.end: named for named in found if named.kind == "organisation" and named.via == "name"}
    wholes = {
        named: whole
        for named in found
        if (whole := known.get(_first_of_name(doc, named))) is not None
        and _is_part_of_body(doc, whole, named)
    }
    called = {part.name: doc[whole.start : part.end].text for part, whole in wholes.items()}
    gone = set(wholes.values())
    return [
        replace(
            named,
            start=wholes[named].start if named in wholes else named.start,
            name=" ".join(called[named.name].split()),
        )
        if named.name in called
        else named
        for named in found
        if named not in gone
    ]


def parted(doc: Doc, found: list[Named]) -> list[Named]:
    """Two bodies that the recogniser takes for one, apart: "the airlines Karhula and Skarn".

    So the text tells by a word for several right before them, or as it names one of them alone.
    """
    alone = {named.name for named in found if named.kind == "organisation" and named.end - named.start == 1}
    both = {named.name for named in found if _are_two(doc, named, alone)}
    return [half for named in found for half in (_halves(doc, named) if named.name in both else [named])]


def _are_two(doc: Doc, named: Named, alone: set[str]) -> bool:
    """Whether a name is of two different words that "and" joins, and names two bodies."""
    words = doc[named.start : named.end]
    if named.via != "recognised" or named.kind != "organisation" or len(words) != WORDS_OF_TWO:
        return False
    first, joined, last = words[0], words[1], words[2]
    if joined.text != "and" or first.text == last.text or not (first.text.istitle() and last.text.istitle()):
        return False
    before = syntax.neighbour(first, -1)
    told = before is not None and syntax.is_plural(before) and is_kind_of_body(before)
    return told or not alone.isdisjoint({first.text, last.text})


def _halves(doc: Doc, named: Named) -> list[Named]:
    return [replace(named, start=i, end=i + 1, name=doc[i].text) for i in (named.start, named.end - 1)]


def _first_of_name(doc: Doc, named: Named) -> int:
    """The first of a name and the capitalised words before it that no name covers and that belong to it."""
    first = named.start
    while first and not doc[first - 1].ent_type_ and _belongs(doc[first - 1], named):
        first -= 1
    return first


def _belongs(token: Token, named: Named) -> bool:
    modifies = token.dep_ in {"compound", "nmod"} and named.start <= token.head.i < named.end
    return modifies and token.tag_ == "NNP"


def _is_part_of_body(doc: Doc, whole: Named, part: Named) -> bool:
    """Whether a name of several words for a body follows a known body's and has it as its modifier."""
    several = part.end - part.start > 1 and part.kind == "organisation" and part.via == "recognised"
    last = syntax.noun_lemma(doc[part.end - 1])
    return several and last in actor_nouns().bodies.lemmas and _belongs(doc[whole.end - 1], part)
