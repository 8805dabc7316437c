"""Acronyms that a document introduces: "… Congress (NDC)"."""

from __future__ import annotations

import re
from dataclasses import replace

from flows.extract.components.named import Named
from flows.extract.parse import Doc
from flows.extract.words import load_words

LONGEST_INTRODUCTION = 14  # tokens before the bracket that introduces an acronym
SHORTEST_SHARED = 3  # letters; longer words of which two names of one body share two
_BRACKETED = re.compile(r"\((?:the |“|\")?(?P<alias>[A-Z][A-Za-z.\-]{1,11})(?:”|\")?\)")
_OR_ALIAS = re.compile(r",? or (?P<alias>[A-Z][A-Za-z.-]{1,11}),")


def link_acronyms(doc: Doc, found: list[Named]) -> list[Named]:
    """Give the acronyms that a document introduces the name they stand for: "… Congress (NDC)"."""
    aliases: dict[str, Named] = {}
    for named in found:
        if named.kind not in {"organisation", "group"} or named.end - named.start < 2:
            continue
        tail = doc[named.end : named.end + 5].text
        match = _BRACKETED.match(tail) or _OR_ALIAS.match(tail)
        introduced = _introduced(doc, named, match["alias"]) if match is not None else None
        if match is not None and introduced is not None:
            aliases[match["alias"]] = introduced
    for named in found:
        if named.via == "recognised" and doc[named.start : named.end].text not in aliases:
            unfound = _words_introduced(doc, named)
            if unfound is not None:
                aliases[doc[named.start : named.end].text] = unfound
    if not aliases:
        return found
    return [
        replace(aliases[text], start=named.start, end=named.end)
        if named.via == "recognised" and (text := doc[named.start : named.end].text) in aliases
        else named
        for named in found
    ]


def _introduced(doc: Doc, named: Named, alias: str) -> Named | None:
    """What an acronym behind a name stands for: the name, or the title that it ends.

    "Assistant Secretary for Ports and Harbours (ASPH)" is all of it, where only the end was found; None
    where the name ends something longer of other initials.
    """
    if doc[named.start].text[0] == alias[0]:
        return named
    for start in range(named.start - 1, max(named.end - LONGEST_INTRODUCTION, 0) - 1, -1):
        if doc[start].text[:1].isupper() and _initials(doc, start, named.end) == alias:
            return replace(named, name=" ".join(doc[start : named.end].text.split()), kind="organisation")
    before = doc[max(0, named.start - 2) : named.start]
    ends_longer = (
        len(before) == 2
        and before[1].lower_ in load_words().name_prepositions
        and before[0].text[:1].isupper()
    )
    return None if ends_longer else named


def _words_introduced(doc: Doc, acronym: Named) -> Named | None:
    """What an acronym in brackets stands for where the words before it were not found as a name."""
    text, start, end = doc[acronym.start : acronym.end].text, acronym.start, acronym.end
    bracketed = start > 0 and end < len(doc) and (doc[start - 1].text, doc[end].text) == ("(", ")")
    if not (bracketed and text.isupper() and len(text) >= SHORTEST_SHARED):
        return None
    for first in range(start - 1 - len(text), max(start - LONGEST_INTRODUCTION, 0) - 1, -1):
        if first >= 0 and doc[first].text[:1].isupper() and _initials(doc, first, start - 1) == text:
            return replace(acronym, name=" ".join(doc[first : start - 1].text.split()), kind="organisation")
    return None


def _initials(doc: Doc, start: int, end: int) -> str:
    return "".join(token.text[0] for token in doc[start:end] if token.text[0].isupper())


def without_other_sense(doc: Doc, found: list[Named]) -> list[Named]:
    """Without the known acronyms that the document uses for something else: "Island Roads Act (IRA)"."""
    other = {doc[named.start : named.end].text for named in found if _is_used_otherwise(doc, named, found)}
    if not other:
        return found
    return [named for named in found if doc[named.start : named.end].text not in other]


def _is_used_otherwise(doc: Doc, named: Named, found: list[Named]) -> bool:
    """Whether brackets introduce an acronym of the reference for other words of its initials."""
    acronym = doc[named.start : named.end].text
    if named.via != "name" or not acronym.isupper() or named.start < 2 or named.end >= len(doc):
        return False
    if doc[named.start - 1].text != "(" or doc[named.end].text != ")":
        return False
    before = range(max(0, named.start - LONGEST_INTRODUCTION), named.start - 1)
    if any(other.name == named.name and other.start in before for other in found):
        return False
    own = {word for word in named.name.split() if len(word) > SHORTEST_SHARED}
    if len({token.text for token in doc[before.start : before.stop]} & own) > 1:
        return False  # the same body, not under its exact name
    return any(
        doc[start].text[:1].isupper() and _initials(doc, start, named.start - 1) == acronym
        for start in before
    )
