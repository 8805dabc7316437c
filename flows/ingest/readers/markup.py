"""The passages of a tree of elements: a page that trafilatura has read, or a fragment of HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree, html  # type: ignore[import-untyped]  # it ships no types

from flows.ingest.source import Passage, RefusedError
from models.vocabulary import BlockKind

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_UNREAD = frozenset((
    "head", "iframe", "math", "noscript", "object", "script", "select", "style", "svg", "template",
    "textarea", "title",
))  # fmt: skip
_PARAGRAPH_BREAK = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True)
class Vocabulary:
    """What a kind of markup calls things: kinds of passages, line breaks, inline and unread elements."""

    kinds: Mapping[str, BlockKind]
    line_break: str
    is_inline: Callable[[Any], bool]
    is_unread: Callable[[str], bool]


def _holds_no_block(element: Any) -> bool:
    return element.tag not in _BLOCKS and not any(inner.tag in _BLOCKS for inner in element.iter())


_HTML = Vocabulary(
    kinds={**{f"h{level}": "heading" for level in range(1, 7)}, "li": "list_item", "figcaption": "caption"},
    line_break="br",
    is_inline=_holds_no_block,
    is_unread=_UNREAD.__contains__,
)


def parse_html(text: str) -> Any | None:
    """The tree of a page or of a fragment of HTML, None where nothing is in it.

    Raises RefusedError(unsafe) on elements in one another deeper than libxml2 goes, which is 256: it leaves
    out what follows them, without an error.
    """
    parser = html.HTMLParser(encoding="utf-8")
    try:
        tree = html.document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise RefusedError("unsafe", "its elements lie in one another too deeply to be read")
    return tree


def passages_of_html(text: str) -> Iterator[Passage]:
    """The passages of a fragment of HTML, all of which is the document's; two line breaks part them.

    Raises RefusedError as ``parse_html`` does.
    """
    tree = parse_html(text)
    if tree is not None:
        yield from passages(tree, _HTML)


def passages(element: Any, words: Vocabulary, kind: BlockKind | None = None) -> Iterator[Passage]:
    """The passages of an element in order; words that stand loose between inner passages are one too."""
    kind = words.kinds.get(element.tag, kind)
    loose = [_flat(element.text)]
    for child in element:
        is_element = isinstance(child.tag, str)
        if is_element and child.tag == words.line_break:
            loose.append("\n")
        elif is_element and not words.is_unread(child.tag):
            if words.is_inline(child):
                loose.append("".join(_inline(child, words)))
            else:
                yield from _split(loose, kind)
                yield from passages(child, words, kind)
                loose = []
        loose.append(_flat(child.tail))
    yield from _split(loose, kind)


def _inline(element: Any, words: Vocabulary) -> Iterator[str]:
    """The words of an element within a passage."""
    if not isinstance(element.tag, str) or words.is_unread(element.tag):
        return
    yield "\n" if element.tag == words.line_break else _flat(element.text)
    for child in element:
        yield from _inline(child, words)
        yield _flat(child.tail)


def _flat(text: str | None) -> str:
    """Text whose line breaks, which mean nothing in markup, are spaces."""
    return " ".join((text or "").splitlines()) if text and not text.isspace() else " " if text else ""


def _split(loose: list[str], kind: BlockKind | None) -> Iterator[Passage]:
    for part in _PARAGRAPH_BREAK.split("".join(loose)):
        text = " ".join(part.split())
        if text:
            yield Passage(text, kind)
