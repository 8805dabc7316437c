"""Directions that stand for states: "the North" of North Korea."""

from __future__ import annotations

from dataclasses import replace

from flows.extract import syntax
from flows.extract.components.named import Named
from flows.extract.parse import Doc, Token
from flows.extract.words import load_words


def by_direction(doc: Doc, found: list[Named]) -> list[Named]:
    """Give "the North" the name of the state of that direction, where the document names it, or all."""
    meant = _states_by_direction(doc, found)
    if not meant:
        return found
    covered = {
        i
        for named in found
        if named.via != "recognised" or named.end - named.start > 1
        for i in range(named.start, named.end)
    }
    states = {
        token.i: replace(meant[token.text], start=token.i, end=token.i + 1)
        for token in doc
        if token.text in meant and token.i not in covered and _is_alone(token)
    }
    return [*(named for named in found if named.start not in states), *states.values()]


def _states_by_direction(doc: Doc, found: list[Named]) -> dict[str, Named]:
    states = {named.name: named for named in found if named.kind == "state"}
    meant = {}
    for parts in load_words().parts:
        all_meant = any(token.text == parts.several for token in doc)
        for name, code, direction in zip(parts.states, parts.codes, parts.directions, strict=True):
            if name in states or all_meant:
                meant[direction] = Named(0, 1, name, "state", "GPE", "name", code)
    return meant


def _is_alone(token: Token) -> bool:
    """Whether a capitalised direction is a party of its own: "the North", not "the North Sea"."""
    determiner = syntax.child(token, "det")
    return (
        determiner is not None
        and determiner.lower_ == "the"
        and token.dep_ not in {"compound", "nmod"}
        and not syntax.children(token, "compound", "amod", "prep")
    )
