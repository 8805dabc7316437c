"""Bodies that share the word for what they are: "the Departments of Commerce, Defense, and State"."""

from __future__ import annotations

from dataclasses import replace

from flows.extract import syntax
from flows.extract.components.name_forms import NameForms
from flows.extract.components.named import Named
from flows.extract.parse import Doc

SHARED = {"departments": "Department", "ministries": "Ministry"}


def with_shared_heads(doc: Doc, found: list[Named], forms: NameForms) -> list[Named]:
    """The names of ``found``, each of such a list as the reference knows it: "Department of Defense"."""
    if not any(token.lower_ in SHARED for token in doc):
        return found
    return [_whole(doc, named, forms) for named in found]


def _whole(doc: Doc, named: Named, forms: NameForms) -> Named:
    """The body of the reference that a name of such a list tells; the name itself where it tells none."""
    start, form = _form(doc, named) if named.via == "recognised" else (named.start, "")
    known = dict(forms.lookup(form)).get("name", ()) if form else ()
    if len(known) != 1:
        return named
    body = known[0]
    return replace(
        named,
        start=start,
        name=body.canonical,
        kind=body.kind,
        label=body.label,
        via="name",
        iso3=body.iso3,
        wikidata_id=body.wikidata_id,
    )


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
