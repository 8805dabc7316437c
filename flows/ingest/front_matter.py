"""The front matter of Markdown files: what a site generator wrote above the text, as metadata."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

import yaml  # type: ignore[import-untyped]  # PyYAML ships no types

from flows.ingest.addresses import is_address
from flows.ingest.dating import find_date, is_date_line
from flows.ingest.lexicons import FrontMatterRule, front_matter_rules
from flows.ingest.metadata import fitting
from flows.ingest.readers.mail_dates import day_written
from flows.ingest.source import RefusedError
from models import Metadata

_BLOCK = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\n(.*?\n)?\1[ \t]*(?:\n|$)", re.DOTALL)
# Without types: `2024-13-45`, `No` and `1e5` are the words that were written, and nothing can be built.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_ABSENT = ("", "~", "null")
_LONGEST_TEXT = 1000


def split_front_matter(text: str, place: str, limit: int) -> tuple[Metadata, str]:
    """The metadata of a text's front matter, in YAML or TOML, and the rest of the text.

    Names that are not known and values that can't be used are left out. Lines between two thematic breaks
    that are no front matter stay in the text. Raises RefusedError: ``broken_metadata`` on front matter that
    can't be parsed, ``too_large`` on more than ``limit`` characters.
    """
    block = _BLOCK.match(text)
    if block is None:
        return Metadata(), text
    if len(block[0]) > limit:
        raise RefusedError("too_large", f"{place}: front matter is larger than {limit:,} characters")
    try:
        fields = _parse(block[1], block[2] or "")
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        problem = " ".join(str(error).split())
        raise RefusedError("broken_metadata", f"{place}: front matter: {problem}") from error
    if fields is None:
        return Metadata(), text
    return _metadata(fields), text[block.end() :]


def _parse(fence: str, written: str) -> Mapping[str, Any] | None:
    """The fields of front matter; None where it is something else."""
    if not written.strip():
        return {}
    fields = tomllib.loads(written) if fence == "+++" else yaml.load(written, _LOADER)
    return fields if isinstance(fields, dict) else None


def _metadata(fields: Mapping[str, Any]) -> Metadata:
    named = {name.strip().lower(): value for name, value in fields.items()}
    found: dict[str, str | None] = {rule.key: _first_fitting(rule, named) for rule in front_matter_rules()}
    return fitting(found)


def _first_fitting(rule: FrontMatterRule, named: Mapping[str, Any]) -> str | None:
    """The first value under one of a rule's names that can be used for its key."""
    texts = (_text(named.get(name)) for name in rule.names)
    return next((value for text in texts if text and (value := _fitting(rule.key, text))), None)


def _fitting(key: str, text: str) -> str | None:
    """A text as the key's value; None where it does not fit."""
    if key == "url":
        return text if is_address(text) else None
    if key == "publisher":
        return None if is_address(text) else text
    return _date(text) if key == "published" else text


def _date(text: str) -> str | None:
    """A date in ISO form, with as much of it as ``text`` gives; None where it is no date."""
    if re.fullmatch(r"\d{4}(?:-\d\d)?", text):
        return text
    if day := day_written(text):
        return day.isoformat()
    found = find_date(text) if is_date_line(text) else None
    return found[0].isoformat()[: 10 if found[1] == "day" else 7] if found else None


def _text(value: object) -> str | None:
    """The words of a value: of a list its texts, of an object its name; None where it has none."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        value = ", ".join(value) if sum(map(len, value)) <= _LONGEST_TEXT else None
    text = str(value).strip() if _is_scalar(value) else ""
    return None if text.lower() in _ABSENT or len(text) > _LONGEST_TEXT else text


def _is_scalar(value: object) -> bool:
    return value is not None and not isinstance(value, (list, dict, tuple))
