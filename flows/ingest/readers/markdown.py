"""Markdown: front matter as metadata, headings, paragraphs and list items as passages without marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from flows.ingest.encodings import decode
from flows.ingest.front_matter import split_front_matter
from flows.ingest.limits import IngestLimits
from flows.ingest.metadata import merge
from flows.ingest.readers.base import Reader
from flows.ingest.source import Draft, Found, Passage, RefusedError, Source, digest
from models.vocabulary import BlockKind

_SUFFIXES = (".md", ".markdown", ".mdown")
_DEEPEST = 100  # a list in a list counts twice; each level takes some of Python's stack
_BLOCKS = MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST})
_BLOCKS.core.ruler.enableOnly(["normalize", "block"])
_INLINE = MarkdownIt("commonmark", {"html": False})
_MARKS = re.compile(r"[\\`*_\[\]<&\n]")  # without one of them a paragraph's words are its source
_WORDS = ("text", "text_special", "code_inline")
_CONTAINERS = ("blockquote_open", "list_item_open")
_TOKENS_A_PARAGRAPH = 5  # of a list item


def _recognises(name: str, head: bytes) -> bool:
    return name.lower().endswith(_SUFFIXES)


def _read(source: Source, limits: IngestLimits) -> Iterator[Found]:
    data = source.read(limits.document_bytes)
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > limits.text_characters:  # before it is parsed, which takes seconds a megabyte
        raise RefusedError(
            "too_large", f"{source.place}: {len(text):,} characters, more than {limits.text_characters:,}"
        )
    own, body = split_front_matter(text, source.place, limits.metadata_bytes)
    metadata = merge(source.metadata, own)
    yield Draft(source.name, source.uri, source.place, digest(data), tuple(passages(body, limits)), metadata)


class _Tokens(list[Token]):
    """The tokens of a text's blocks; raises RefusedError(too_large) on one more than ``most``."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def append(self, token: Token) -> None:
        if len(self) >= self._most:
            raise RefusedError("too_large", "more list items and paragraphs than a text may have")
        super().append(token)


def _parse_blocks(state: StateCore) -> None:
    state.tokens = _Tokens(state.env["most_tokens"])
    state.md.block.parse(state.src, state.md, state.env, state.tokens)


_BLOCKS.core.ruler.at("block", _parse_blocks)


def passages(text: str, limits: IngestLimits) -> Iterator[Passage]:
    """The passages of Markdown text in order, without its marks; code blocks are left out.

    Raises RefusedError: ``too_large`` on more list items and paragraphs than ``limits`` allow, ``unsafe`` on
    quotations and lists that lie in one another deeper than the parser goes, which would be lost.
    """
    kinds: list[BlockKind | None] = []
    env: dict[str, Any] = {"most_tokens": _TOKENS_A_PARAGRAPH * limits.text_paragraphs}
    for token in _BLOCKS.parse(text, env):
        if token.type in _CONTAINERS and token.level + 1 >= _DEEPEST:
            raise RefusedError("unsafe", "its quotations and lists lie in one another too deeply to be read")
        if token.type == "heading_open":
            kinds.append("heading")
        elif token.type == "list_item_open":
            kinds.append("list_item")
        elif token.type in ("heading_close", "list_item_close"):
            kinds.pop()
        elif token.type == "inline":
            yield Passage(_words(token.content, env), kinds[-1] if kinds else None)


def _words(source: str, env: dict[str, Any]) -> str:
    """The words of a paragraph's source: text, code and line breaks; an image's description is left out."""
    if not _MARKS.search(source):
        return source.strip()
    tokens: list[Token] = []
    _INLINE.inline.parse(source, _INLINE, env, tokens)
    breaks = {"softbreak": " ", "hardbreak": " "}
    return "".join(token.content if token.type in _WORDS else breaks.get(token.type, "") for token in tokens)


READER = Reader("Markdown", _recognises, _read)
