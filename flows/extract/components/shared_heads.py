"""Names that share a word: "the Departments of Commerce, Defense, and State", "North and South Korea"."""

from __future__ import annotations

from dataclasses import replace

from flows.extract import syntax
from flows.extract.components.name_forms import NameForms
from flows.extract.components.named import Named
from flows.extract.parse import Doc
from flows.extract.reference import Name

SHARED = {"departments": "Department", "ministries": "Ministry"}
DIRECTIONS = frozenset({"North", "South", "East", "West"})


def with_shared_heads(doc: Doc, found: list[Named], forms: NameForms) -> list[Named]:
    """The names of ``found``, each of such a list as the reference knows it: "Department of Defense"."""
    first_of_two = [first for named in found if (first := _before_direction(doc, named, forms)) is not None]
    if first_of_two:
        starts = {first.start for first in first_of_two}
        found = [*(named for named in found if named.start not in starts), *first_of_two]
    if not any(token.lower_ in SHARED for token in doc):
        return found
    return [_whole(doc, named, forms) for named in found]


def _before_direction(doc: Doc, named: Named, forms: NameForms) -> Named | None:
    """The state whose direction stands before another's whole name: "North" of "North and South Korea"."""
    start = named.start - 2
    if named.kind != "state" or start < 0 or doc[named.start].text not in DIRECTIONS:
        return None
    if doc[start].text not in DIRECTIONS or doc[start + 1].lower_ not in {"and", "or"}:
        return None
    form = " ".join([doc[start].text, *(token.text for token in doc[named.start + 1 : named.end])])
    known = dict(forms.lookup(form))["name"]
    return _as_known(replace(named, start=start, end=start + 1), known[0]) if len(known) == 1 else None


def _as_known(named: Named, known: Name) -> Named:
    """The same words as a name of the reference."""
    return replace(
        named,
        name=known.canonical,
        kind=known.kind,
        label=known.label,
        via="name",
        iso3=known.iso3,
        wikidata_id=known.wikidata_id,
    )


def _whole(doc: Doc, named: Named, forms: NameForms) -> Named:
    """The body of the reference that a name of such a list tells; the name itself where it tells none."""
    start, form = _form(doc, named) if named.via == "recognised" else (named.start, "")
    known = dict(forms.lookup(form)).get("name", ()) if form else ()
    if len(known) != 1:
        return named
    return _as_known(replace(named, start=start), known[0])


def _form(doc: Doc, named: Named) -> tuple[int, str]:
    """Where the name of one of a list begins, and what that would be called alone; empty outside one."""
    words = [token.text for token in doc[named.start : named.end]]
    inside = next((place for place, word in enumerate(words) if word.lower() in SHARED), None)
    if inside is not None and words[inside + 1 : inside + 2] == ["of"]:  # "U.S. Departments of Commerce"
        return named.start + inside + 2, " ".join([SHARED[words[inside].lower()], *words[inside + 1 :]])
    first = syntax.conjunction_head(doc[named.start : named.end].root)
    bodies = first.head.head
    if first.dep_ != "pobj" or first.head.lower_ != "of" or bodies.lower_ not in SHARED:
        return named.start, ""
    return named.start, " ".join([SHARED[bodies.lower_], "of", *words])
