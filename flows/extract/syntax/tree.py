"""The way about a dependency tree and along a sentence: children, conjuncts, ancestors, neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from flows.extract.parse import Token


def children(token: Token, *labels: str) -> list[Token]:
    """The children of ``token`` with one of ``labels``, in the order of the text."""
    return [child for child in token.children if child.dep_ in labels]


def child(token: Token, *labels: str) -> Token | None:
    """The first child of ``token`` with one of ``labels``, or None."""
    for found in token.children:
        if found.dep_ in labels:
            return found
    return None


def neighbour(token: Token, distance: int = 1) -> Token | None:
    """The token that many further on; None outside the document."""
    place, tokens = token.i + distance, token.doc.tokens
    return tokens[place] if 0 <= place < len(tokens) else None


def word_at(token: Token, distance: int) -> str:
    """What the token that many further on reads, in small letters; empty outside the document."""
    place, tokens = token.i + distance, token.doc.tokens
    return tokens[place].lower_ if 0 <= place < len(tokens) else ""


def is_word(token: Token) -> bool:
    """Whether a token is of letters alone, but for hyphens between them: "ports", "re-open"."""
    return token.is_alpha or all(part.isalpha() for part in token.text.split("-"))


def conjuncts(head: Token) -> list[Token]:
    """``head`` and the tokens coordinated with it further to the right, in the order of the text."""
    found = [head]
    for part in found:
        found.extend(children(part, "conj"))
    return sorted(found, key=attrgetter("i")) if len(found) > 1 else found


def conjunction_head(token: Token) -> Token:
    """The first member of the coordination that ``token`` stands in (the token itself outside one)."""
    while token.dep_ == "conj":
        token = token.head
    return token


def listed_head(token: Token) -> Token:
    """The first member of the list that a token stands in, also where the list repeats its preposition.

    "Peru" from "Chile" in "boats for Peru and Chile" and in "boats for Peru and for Chile".
    """
    head = conjunction_head(token)
    if head.dep_ != "pobj" or head.head.dep_ != "conj":
        return head
    first = conjunction_head(head.head)
    before = child(first, "pobj") if first.lower_ == head.head.lower_ else None
    return head if before is None else before


def ancestors(token: Token) -> Iterator[Token]:
    """The heads of ``token``, from its own to the root."""
    while token.head.i != token.i:
        token = token.head
        yield token


def subtree_indices(token: Token, leave_out: Iterable[Token] = ()) -> list[int]:
    """The sorted indices of ``token``'s subtree without the subtrees of ``leave_out``."""
    cut = {found.i for found in leave_out}
    indices = []
    open_tokens = [token]
    while open_tokens:
        current = open_tokens.pop()
        indices.append(current.i)
        open_tokens.extend(found for found in current.children if found.i not in cut)
    return sorted(indices)


def outside_brackets(words: Iterable[Token]) -> Iterator[Token]:
    """Words without those in brackets: "Fiji (the host), and Peru", "Ada Berg (mayor): …"."""
    inside = False
    for word in words:
        inside = (inside or word.text == "(") and not word.text.startswith(")")
        if not inside and word.text != ")":
            yield word
