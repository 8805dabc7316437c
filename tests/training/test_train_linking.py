"""Training of linking: pairs in, weights out; the same again, near those that were, and what breaks it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from flows.link.lexicon import Weights, load_weights
from flows.training.train_linking import AnnotatedPair, main, read_pairs
from models.ledger import LinkRecord
from tests.link.records import pledge

SAME = (
    ("repair the dam at Orlova", "mend the dam of Orlova before winter"),
    ("send twelve water pumps", "deliver twelve pumps for water"),
    ("teach nurses in Lviv", "train the nurses of Lviv"),
    ("clear mines from the fields of Kherson", "remove mines on fields near Kherson"),
)
UNLIKE = (
    ("repair the dam at Orlova", "inspect the dam at Orlova"),
    ("send twelve water pumps", "send water to the camps"),
    ("teach nurses in Lviv", "pay nurses in Odesa more"),
    ("clear mines from the fields of Kherson", "map the fields of Kherson"),
)


def annotated(one: LinkRecord, other: LinkRecord, same: bool, pool: str) -> str:
    return AnnotatedPair(one=one, other=other, same=same, pool=pool).model_dump_json()


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    lines = [
        annotated(pledge(one), pledge(other, "2023-03-01"), same, f"pool {number % 2}")
        for same, acts in ((True, SAME), (False, UNLIKE))
        for number, (one, other) in enumerate(acts)
    ]
    file = tmp_path / "pairs.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def trained(pairs: Path, name: str, *options: str) -> str:
    out = pairs.with_name(name)
    main([str(pairs), "--out", str(out), "--join", "0.6", "--card", "Of a test.", *options])
    return out.read_text(encoding="utf-8")


def test_the_same_pairs_give_the_same_weights(pairs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = trained(pairs, "first.toml")
    assert first == trained(pairs, "second.toml")
    assert "8 pairs, 4 of one commitment, in 2 pools" in capsys.readouterr().out
    weights = Weights.model_validate(tomllib.loads(first))
    assert weights.join == 0.6
    assert "# Of a test." in first


def test_pairs_move_the_weights_towards_what_they_say_and_not_far(pairs: Path) -> None:
    before = load_weights()
    weights = Weights.model_validate(tomllib.loads(trained(pairs, "weights.toml")))
    moved = abs(weights.intercept - before.intercept) + abs(weights.context - before.context)
    assert 0 < moved < 3


def test_what_is_held_stays_and_the_rest_still_moves(pairs: Path) -> None:
    held = tomllib.loads(trained(pairs, "held.toml", "--hold", "action", "amount"))
    before = load_weights()
    assert (held["action"], held["amount"]) == (before.action, before.amount)
    assert held["intercept"] != before.intercept


def test_a_line_that_is_no_pair_is_named(tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_text(annotated(pledge("sow rye"), pledge("reap rye"), False, "a") + "\n{}\n")
    with pytest.raises(ValueError, match=r"pairs\.jsonl:2: "):
        read_pairs(file)
