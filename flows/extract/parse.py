"""A parse as plain Python objects, which answer as spaCy's ``Doc``, ``Span`` and ``Token`` do, but at once.

The components ask a parse some hundred questions a token. spaCy answers each by making strings and objects
anew; here all that is asked often is read off its arrays once a document. Names and answers are spaCy's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import count, pairwise, repeat
from sys import intern
from typing import Any, overload

import numpy as np
from spacy.tokens import Doc as Parsed
from spacy.tokens import Token as ParsedToken

# What makes a form, and where its token stands, by spaCy's names
FORM = ["ORTH", "LEMMA", "TAG", "POS", "DEP", "ENT_TYPE", "SPACY"]
PLACE: list[int | str] = ["IDX", "HEAD", "SENT_START"]
MOST_REMEMBERED = 32_768  # forms; bounds the memory of long runs


class Form:
    """What many tokens have in common: all that is asked of a token but for where it stands.

    One object for each combination, so that what depends on it alone can be remembered by it.
    """

    __slots__ = ("spelling", "values")

    def __init__(self, token: ParsedToken) -> None:
        self.spelling = token.text_with_ws
        self.values = (
            intern(token.text),
            intern(token.lower_),
            intern(token.lemma_),
            intern(token.tag_),
            intern(token.pos_),
            intern(token.dep_),
            intern(token.ent_type_),
            intern(token.whitespace_),
            token.is_space,
            token.is_punct,
            token.is_alpha,
            token.is_lower,
            token.is_quote,
            token.like_num,
        )


class Token:
    """One token; ``children`` are those to the left and right, in the order of the text.

    ``answers`` holds what was asked of it before (see ``syntax/once.py``).
    """

    __slots__ = (
        "answers", "children", "dep_", "doc", "ent_type_", "form", "head", "i", "idx", "is_alpha", "is_lower",
        "is_punct", "is_quote", "is_sent_start", "is_space", "lemma_", "like_num", "lower_", "pos_",
        "sent", "tag_", "text", "whitespace_",
    )  # fmt: skip
    head: Token
    children: Sequence[Token]
    sent: Span

    def __init__(self, doc: Doc, i: int, form: Form, idx: int, starts: int) -> None:
        self.doc = doc
        self.i = i
        self.form = form
        (
            self.text,
            self.lower_,
            self.lemma_,
            self.tag_,
            self.pos_,
            self.dep_,
            self.ent_type_,
            self.whitespace_,
            self.is_space,
            self.is_punct,
            self.is_alpha,
            self.is_lower,
            self.is_quote,
            self.like_num,
        ) = form.values
        self.idx = idx
        self.is_sent_start = starts == 1
        self.children = ()
        self.answers: dict[object, Any] = {}

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def lefts(self) -> list[Token]:
        """The children before it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """The children behind it."""
        return [child for child in self.children if child.i > self.i]

    @property
    def left_edge(self) -> Token:
        """The first token of its subtree."""
        return self.doc.tokens[self.doc.source[self.i].left_edge.i]

    @property
    def right_edge(self) -> Token:
        """The last token of its subtree."""
        return self.doc.tokens[self.doc.source[self.i].right_edge.i]

    @property
    def subtree(self) -> Iterator[Token]:
        """It and all below it: what hangs to its left, itself, what hangs to its right."""
        waiting: list[tuple[Token, bool]] = [(self, False)]
        while waiting:
            token, is_ready = waiting.pop()
            if is_ready or not token.children:
                yield token
                continue
            waiting.extend((child, False) for child in reversed(token.rights))
            waiting.append((token, True))
            waiting.extend((child, False) for child in reversed(token.lefts))

    def nbor(self, distance: int = 1) -> Token:
        """The token that many further on; raises IndexError outside the document."""
        place = self.i + distance
        if place < 0:
            raise IndexError(f"no token {place}")
        return self.doc.tokens[place]


class Span:
    """The tokens ``start`` to ``end`` (exclusive) of a document; ``label_`` is an entity's."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(self.end - self.start)
            return Span(self.doc, self.start + start, self.start + max(start, end), self.label_)
        place = at + (self.end if at < 0 else self.start)
        if not self.start <= place < self.end:
            raise IndexError(f"no token {at} in a span of {len(self)}")
        return self.doc.tokens[place]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        return self.doc is other.doc and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    def __repr__(self) -> str:
        return self.text

    @property
    def _key(self) -> tuple[int, int, str]:
        return self.start, self.end, self.label_

    @property
    def start_char(self) -> int:
        """Where it begins in the document's text."""
        tokens = self.doc.tokens
        return tokens[self.start].idx if self.start < len(tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Where it ends in the document's text (exclusive)."""
        if self.start == self.end:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its words as they stand in the document's text."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def sent(self) -> Span:
        """The sentence that it begins in."""
        return self.doc.tokens[self.start].sent

    @property
    def root(self) -> Token:
        """The token that the others hang on: a sentence's root, else the first that is closest to one."""
        tokens = self.doc.tokens[self.start : self.end]
        for token in tokens:
            if token.head is token:
                return token
        best, fewest = None, len(self.doc)
        for token in tokens:
            if self.start <= token.head.i < self.end:
                continue
            steps = _steps_to_root(token)
            if steps < fewest:
                best, fewest = token, steps
        return self.doc.tokens[self.start] if best is None else best

    @property
    def noun_chunks(self) -> Iterator[Span]:
        """The noun phrases in it, none inside another."""
        for chunk in self.doc.source[self.start : self.end].noun_chunks:
            yield self.doc[chunk.start : chunk.end]


def _steps_to_root(token: Token) -> int:
    """How far a token is from its sentence's root; as far as can be for a mark or space by itself."""
    if (token.is_space or token.is_punct) and not token.children:
        return len(token.doc) - 1
    steps = 0
    while token.head is not token:
        token = token.head
        steps += 1
    return steps


class Doc:
    """A parsed document, read off spaCy's ``source``, which must not change afterwards.

    ``is_cut``: it was cut into sentences, rather than only into tokens. ``firsts`` holds the first token of
    every form in it.
    """

    __slots__ = ("ents", "firsts", "is_cut", "sents", "source", "text", "tokens")

    def __init__(self, source: Parsed) -> None:
        self.source = source
        self.is_cut = source.has_annotation("SENT_START")
        forms = _forms(source)
        self.text = "".join([form.spelling for form in forms])
        table = source.to_array(PLACE).reshape(len(source), len(PLACE)).astype(np.int64)
        places, distances, starts = table.T.tolist()
        self.tokens = list(map(Token, repeat(self), count(), forms, places, starts))
        self.firsts = dict(zip(reversed(forms), reversed(self.tokens), strict=True))
        for token, distance in zip(self.tokens, distances, strict=True):
            head = token.head = self.tokens[token.i + distance]
            if not distance:
                continue
            if isinstance(head.children, list):
                head.children.append(token)
            else:
                head.children = [token]
        self.sents = tuple(self._sentences())
        self.ents = tuple(Span(self, entity.start, entity.end, entity.label_) for entity in source.ents)

    def _sentences(self) -> Iterator[Span]:
        inner = (token.i for token in self.tokens[1:] if token.is_sent_start)
        for start, end in pairwise((0, *inner, len(self.tokens)) if self.tokens else ()):
            sentence = Span(self, start, end)
            for token in sentence:
                token.sent = sentence
            yield sentence

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, int):
            return self.tokens[at]
        start, end, _ = at.indices(len(self.tokens))
        return Span(self, start, end if end > start else start)

    def char_span(self, start_char: int, end_char: int, alignment_mode: str = "strict") -> Span | None:
        """The tokens from one character to another (exclusive).

        Where the bounds cut tokens, those tokens too if ``alignment_mode`` is "expand", else None.
        """
        first, last = self._at_char(start_char), self._at_char(end_char - 1)
        if first is None or last is None:
            return None
        start_of_first, end_of_last = first.idx, last.idx + len(last.text)
        if alignment_mode != "expand" and (start_char, end_char) != (start_of_first, end_of_last):
            return None
        behind = start_char == first.idx + len(first.text)  # on the space behind its first token
        return self[first.i + behind : last.i + 1]

    def _at_char(self, place: int) -> Token | None:
        """The token at a character, the space behind it included."""
        at = bisect_right(self.tokens, place, key=lambda token: token.idx) - 1
        if at < 0:
            return None
        token = self.tokens[at]
        return token if place < token.idx + len(token.text) + len(token.whitespace_) else None


_known: dict[bytes, Form] = {}  # spaCy numbers words by their hash, which is the same in every model


def _forms(source: Parsed) -> list[Form]:
    """The form of every token."""
    keys = keys_of(source, FORM)
    try:
        return [_known[key] for key in keys]
    except KeyError:
        places = {key: place for place, key in enumerate(keys)}
        if len(_known) + len(places) > MOST_REMEMBERED:
            _known.clear()
        _known.update({key: Form(source[place]) for key, place in places.items() if key not in _known})
        return [_known[key] for key in keys]


def keys_of(doc: Parsed, attributes: Sequence[str]) -> list[bytes]:
    """For every token a key that is the same where all ``attributes`` (spaCy's names, "ORTH") are."""
    names: list[int | str] = [*attributes]
    values = np.ascontiguousarray(doc.to_array(names).reshape(len(doc), len(names)))
    keys: list[bytes] = values.view(f"V{values.itemsize * len(names)}").ravel().tolist()
    return keys
