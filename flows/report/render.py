"""Templates to files: the Jinja environment, and the filters by which templates show values.

Everything that a template prints is escaped, but for what this module and ``marking`` hand it as Markup.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from flows.numbers import readable_number

FOLDER = Path(__file__).parent
NAVIGATION = (
    ("Overview", "index.html"),
    ("Ledger", "ledger.html"),
    ("Actors", "actors.html"),
    ("Documents", "documents.html"),
    ("Timeline", "timeline.html"),
    ("Review", "review.html"),
)
DIGITS = 4  # of an amount whose size stands in a word
SHEET_DIGITS = 3  # of an id: as many sheets as there are such numbers, 4,096, whatever the book's size


class Renderer:
    """Writes the pages of one report below ``out``; every template sees ``book``.

    ``with_page`` are the names of the actors that have a page: others, such as one who only speaks, are
    shown without a link.
    """

    def __init__(self, out: Path, book: Mapping[str, Any], with_page: Iterable[str]) -> None:
        self._out = out
        self._environment = _environment(frozenset(with_page))
        self._environment.globals["book"] = book

    def write(self, page: str, template: str, here: str, **context: object) -> None:
        """Write ``page``, a path below the report's folder; ``here`` is the name in the navigation."""
        root = "../" * page.count("/")
        text = self._environment.get_template(template).render(root=root, here=here, **context)
        path = self._out / page
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


class _RowsFirst(Environment):
    """Looks a row's columns up as what they are, keys: asking for attributes first fails each time."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def _environment(with_page: frozenset[str]) -> Environment:
    environment = _RowsFirst(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(navigation=NAVIGATION, line_page=line_page, document_page=document_page)
    environment.globals.update(record_page=record_page, chip=chip, chips=chips)
    environment.globals.update(parties=partial(parties, with_page))
    environment.filters.update(
        number=readable_number, day=day, month=month, plain=plain, amount=amount, percent=percent
    )
    environment.filters.update(web_address=web_address, actors=partial(actors, with_page))
    return environment


def line_page(ledger_id: str) -> str:
    """The address of a ledger line, below the report's folder."""
    return f"commitments/{sheet_of(ledger_id)}.html#{ledger_id}"


def record_page(record_id: str, ledger_id: str | None, document_id: str) -> str:
    """The address of a record: in its line's history, or in its document where it is in no line."""
    sheet = f"commitments/{sheet_of(ledger_id)}.html" if ledger_id else document_page(document_id)
    return f"{sheet}#{record_id}"


def document_page(document_id: str) -> str:
    """The address of a document, below the report's folder."""
    return f"documents/{document_id}.html"


@cache
def actor_id(name: str) -> str:
    """The id of an actor on the pages, from the name that records give it."""
    return "act_" + hashlib.sha256(name.encode()).hexdigest()[:16]


def actor_page(name: str) -> str:
    """The address of an actor, below the report's folder."""
    return f"actors/{sheet_of(actor_id(name))}.html#{actor_id(name)}"


def sheet_of(identifier: str) -> str:
    return identifier.partition("_")[2][:SHEET_DIGITS]


def actors(with_page: frozenset[str], names: Iterable[str], root: str) -> Markup:
    """Names, each kept apart from the writing direction around it and a link to its page if it has one."""
    return Markup(", ".join(_actor(name, root, name in with_page) for name in names))


@lru_cache(100_000)
def _actor(name: str, root: str, has_page: bool) -> str:
    shown = f"<bdi>{escape(name)}</bdi>"
    return f'<a href="{root}{actor_page(name)}">{shown}</a>' if has_page else shown


def parties(with_page: frozenset[str], line: Mapping[str, Any], root: str) -> Markup:
    """Who promises and, where it is stated, to whom."""
    who, whom = (actors(with_page, line[side], root) for side in ("promisors", "beneficiaries"))
    arrow = '<span class="arrow" aria-hidden="true">→</span><span class="unseen">to</span>'
    return Markup(f"{who} {arrow} {whom}" if whom else who)


@cache
def chip(kind: str, value: str) -> Markup:
    """A value of a closed set as a small label."""
    return Markup(f'<span class="chip {escape(kind)}-{escape(value)}">{escape(plain(value))}</span>')


@cache
def chips(status: str, force: str, certainty: str, category: str) -> Markup:
    """What a ledger line shows of itself first, as small labels."""
    values = {"status": status, "force": force, "certainty": certainty, "category": category}
    return Markup(" ").join(chip(*value) for value in values.items())


def percent(share: float) -> str:
    """A share of 0 to 1 in whole percent."""
    return f"{share:.0%}"


def amount(value: float, unit: str | None) -> str:
    """How much of what, large numbers in words: ``USD 1.5 billion``, ``18 tanks``."""
    shown = readable_number(value)
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if value >= size:
            shown = f"{readable_number(value / size, DIGITS)} {word}"
            break
    is_currency = unit is not None and len(unit) == 3 and unit.isupper()
    return f"{unit} {shown}" if is_currency else f"{shown} {unit or ''}".strip()


@lru_cache(100_000)
def day(value: dt.date | None, absent: str = "undated") -> Markup:
    """A day as people write it, and for machines."""
    if value is None:
        return escape(absent)
    return Markup(f'<time datetime="{value.isoformat()}">{value.day} {value:%b %Y}</time>')


def month(value: dt.date) -> str:
    """A month as people write it."""
    return f"{value:%b %Y}"


def plain(value: str) -> str:
    """A value of a closed set as words."""
    return value.replace("_", " ")


def web_address(uri: str) -> str | None:
    """``uri`` where a page may link to it: http and https, and nothing that runs or reads files."""
    return uri if uri.lower().startswith(("https://", "http://")) else None
