"""Markdown: front matter as metadata, headings, paragraphs and list items as passages without marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

import frontmatter
import yaml  # type: ignore[import-untyped]  # PyYAML ships no types
from markdown_it import MarkdownIt
from markdown_it.token import Token

from flows.ingest.encodings import decode
from flows.ingest.limits import IngestLimits
from flows.ingest.metadata import merge, to_metadata
from flows.ingest.readers.base import Reader
from flows.ingest.source import Draft, Found, Passage, RefusedError, Source, digest
from models import Metadata
from models.vocabulary import BlockKind

_SUFFIXES = (".md", ".markdown", ".mdown")
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|$)", re.DOTALL)
_MARKDOWN = MarkdownIt("commonmark", {"html": False})


def _recognises(name: str, head: bytes) -> bool:
    return name.lower().endswith(_SUFFIXES)


def _read(source: Source, limits: IngestLimits) -> Iterator[Found]:
    data = source.read(limits.document_bytes)
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > limits.text_characters:  # before it is parsed, which takes seconds a megabyte
        raise RefusedError(
            "too_large", f"{source.place}: {len(text):,} characters, more than {limits.text_characters:,}"
        )
    own, body = _split_front_matter(text, source.place, limits.metadata_bytes)
    metadata = merge(source.metadata, own)
    yield Draft(source.name, source.uri, source.place, digest(data), tuple(passages(body)), metadata)


def _split_front_matter(text: str, place: str, limit: int) -> tuple[Metadata, str]:
    """The front matter's metadata and the rest of the text; raises RefusedError(broken_metadata)."""
    block = _FRONT_MATTER.match(text)
    if block is None:
        return Metadata(), text
    if len(block[0]) > limit:
        raise RefusedError("too_large", f"{place}: front matter is larger than {limit:,} characters")
    try:
        fields = frontmatter.loads(block[0]).metadata
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        problem = " ".join(str(error).split())
        raise RefusedError("broken_metadata", f"{place}: front matter: {problem}") from error
    return to_metadata(fields, f"{place}: front matter"), text[block.end() :]


def passages(text: str) -> Iterator[Passage]:
    """The passages of Markdown text in order, without its marks; code blocks are left out."""
    kinds: list[BlockKind | None] = []
    for token in _MARKDOWN.parse(text):
        if token.type == "heading_open":
            kinds.append("heading")
        elif token.type == "list_item_open":
            kinds.append("list_item")
        elif token.type in ("heading_close", "list_item_close"):
            kinds.pop()
        elif token.type == "inline" and token.children:
            yield Passage(_plain(token.children), kinds[-1] if kinds else None)


def _plain(tokens: list[Token]) -> str:
    """The words of inline tokens: text, code and line breaks; an image's description is left out."""
    words = {"text": lambda token: token.content, "code_inline": lambda token: token.content}
    breaks = {"softbreak": " ", "hardbreak": " "}
    return "".join(
        words[token.type](token) if token.type in words else breaks.get(token.type, "") for token in tokens
    )


READER = Reader("Markdown", _recognises, _read)
