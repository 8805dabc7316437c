"""Rule ids that code names: one that a lexicon no longer has is missed here, and not silently lost."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import flows.extract
from flows.extract.lexicon import LEXICON_FOLDER, rule_ids

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


def _named_in_code() -> Iterator[str]:
    """Every text in the extractor's code that has a rule id's form."""
    nodes = (node for path in CODE.rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    texts = (node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
    yield from filter(RULE_ID.fullmatch, texts)


def _in_lexicons() -> Iterator[str]:
    """The rule ids of all lexicons."""
    for path in LEXICON_FOLDER.glob("*.toml"):
        yield from rule_ids(tomllib.loads(path.read_text("utf-8")))


def test_no_two_rules_of_any_lexicons_have_one_id() -> None:
    assert [rule for rule, times in Counter(_in_lexicons()).items() if times > 1] == []


def test_every_rule_that_code_names_is_a_lexicons_or_its_own() -> None:
    known = {*_in_lexicons()} | RULES_OF_CODE
    families = {rule.split(".")[0] for rule in known}
    named = {rule for rule in _named_in_code() if rule.split(".")[0] in families}
    assert named - known == set()
    assert named >= RULES_OF_CODE
