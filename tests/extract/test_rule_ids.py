"""Rule ids that code names: one that a lexicon no longer has is missed here, and not silently lost."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import flows.extract
from flows.extract.lexicon import LEXICON_FOLDER

CODE = Path(flows.extract.__file__).parent
RULE_ID = re.compile(r"([a-z]+)\.[a-z_]+")
# Rules that are grammar or layout alone, without words of a lexicon.
RULES_OF_CODE = {
    "bullet.enumerated",
    "bullet.noun",
    "bullet.open",
    "bullet.verb",
    "category.model",
    "polarity.negation",
    "promisor.syntax",
    "quotation.marks",
    "say.label",
    "say.lead",
    "say.nobody",
    "say.turn",
}


def _ids(table: object) -> Iterator[str]:
    """The rule ids in a lexicon's table, however deep."""
    if isinstance(table, dict):
        if isinstance(table.get("id"), str):
            yield table["id"]
        for value in table.values():
            yield from _ids(value)
    elif isinstance(table, list):
        for value in table:
            yield from _ids(value)


def _named_in_code() -> Iterator[str]:
    """Every text in the extractor's code that has a rule id's form."""
    nodes = (node for path in CODE.rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    texts = (node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
    yield from filter(RULE_ID.fullmatch, texts)


def test_every_rule_that_code_names_is_a_lexicons_or_its_own() -> None:
    lexicons = [tomllib.loads(path.read_text("utf-8")) for path in LEXICON_FOLDER.glob("*.toml")]
    known = {rule for lexicon in lexicons for rule in _ids(lexicon)} | RULES_OF_CODE
    families = {rule.split(".")[0] for rule in known}
    named = {rule for rule in _named_in_code() if rule.split(".")[0] in families}
    assert named - known == set()
    assert named >= RULES_OF_CODE
