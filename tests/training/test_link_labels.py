"""Labels of links: found in a book again, and how well its lines agree with them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.scoring import GoldError
from flows.training.labels import sentence_digest
from flows.training.link_labels import (
    LINKS_FOLDER,
    FoundPair,
    LinkLabel,
    Place,
    PlacedRecord,
    found_pairs,
    read_link_labels,
)
from flows.training.measure_linking import figures, main
from flows.training.train_linking import read_pairs
from models import Document, Record
from models.ledger import LedgerLine, LedgerRecord
from tests.link.records import pledge
from tests.warehouse.book import document, one_book, record
from warehouse import publish, write_ledger

# Sentence, act, ledger line. A document each, named after its act.
SAID = (
    ("Norway will send ten ferries to Corvane.", "send ten ferries to Corvane", "ferries"),
    ("Today Norway agreed to give ten ferries to Corvane.", "give ten ferries to Corvane", "ferries"),
    ("Norway will teach nurses at night.", "teach nurses at night", "nurses"),
    ("Norway is to train medics of Dunmere.", "train medics of Dunmere", "medics"),
    ("Norway will host talks on herring in May.", "host talks on herring in May", "talks"),
    ("Norway will host talks on herring in Eastholt.", "host talks on herring in Eastholt", "talks"),
    ("Norway will host the talks on herring.", "host the talks on herring", "talks"),
    ("Norway may close its quay.", "close its quay", "quay"),
)
FERRIES, FERRIES_AGAIN, NURSES, MEDICS, MAY, EASTHOLT, TALKS, QUAY = (act for _, act, _ in SAID)


def place(act: str, **changes: object) -> dict[str, Any]:
    """Where a label finds the record of an act."""
    sentence = next(sentence for sentence, said, _ in SAID if said == act)
    start = sentence.index(act)
    digest = sentence_digest(sentence)
    return {"doc": act, "sentence": digest, "start": start, "end": start + len(act)} | changes


def label(one: str, other: str, same: bool, topic: str, drawn: str) -> dict[str, Any]:
    return {"one": place(one), "other": place(other), "same": same, "topic": topic, "drawn": drawn}


LABELS = (
    label(FERRIES, FERRIES_AGAIN, True, "economic", "blind"),
    label(FERRIES, QUAY, True, "economic", "blind"),
    label(NURSES, MEDICS, True, "social", "near"),
    label(MAY, EASTHOLT, False, "diplomatic", "met"),
    label(MAY, TALKS, True, "diplomatic", "met"),
    label(QUAY, EASTHOLT, False, "other", "met"),
    label(QUAY, TALKS, False, "other", "met") | {"other": place(TALKS, doc="elsewhere")},
)


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    """A folder of labels, one of them of a document that the book lacks."""
    folder = tmp_path / "labels"
    folder.mkdir()
    write(folder / "made.jsonl", LABELS)
    return folder


def write(path: Path, lines: tuple[dict[str, Any], ...]) -> None:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book of what was said, each sentence behind another one, linked as ``SAID`` has it."""
    said = [(placed(sentence, act), line) for sentence, act, line in SAID]
    book = one_book(
        tmp_path_factory.mktemp("book"), [of for (of, _), _ in said], *(each for (_, each), _ in said)
    )
    lines = sorted({line for _, line in said})
    write_ledger(
        book.build,
        [LedgerLine(ledger_id=line, n_linked=sum(of == line for _, of in said)) for line in lines],
        [LedgerRecord(ledger_id=line, record_id=each.record_id, score=1) for (_, each), line in said],
    )
    publish(book.build, book.published)
    return book.published


def placed(sentence: str, act: str) -> tuple[Document, Record]:
    of = document(f"It rained. {sentence}", act, published_on="2024-05-02")
    start = of.text.index(sentence)
    return of, record(of, act, sentence=sentence, sentence_start=start, sentence_end=start + len(sentence))


def measured(capsys: pytest.CaptureFixture[str], published: Path, labels: Path, *more: str) -> list[str]:
    main([str(published), "--labels", str(labels), *more])
    return capsys.readouterr().out.splitlines()


def test_lines_are_counted_against_the_labels(
    published: Path, labels: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found, names, _, *rows = measured(capsys, published, labels)
    assert found == "6 of 7 labelled pairs found"
    assert names.startswith("| drawn | | pairs | of one commitment | joined | P | R | F1 |")
    assert rows == [
        "| near | all | 1 | 1 | 0 | 0.000 | 0.000 | 0.000 | 1.000 | 0.500 | 0.000 |",
        "| near | hard | 1 | 1 | 0 | 0.000 | 0.000 | 0.000 | 1.000 | 0.500 | 0.000 |",
        "| met | all | 3 | 1 | 2 | 0.500 | 1.000 | 0.667 | 0.833 | 1.000 | 0.000 |",
        "| met | easy | 2 | 1 | 1 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 | 0.000 |",
        "| met | hard | 1 | 0 | 1 | 0.000 | 0.000 | 0.000 | 0.500 | 1.000 | 0.000 |",
        "| blind | all | 2 | 2 | 1 | 1.000 | 0.500 | 0.667 | 1.000 | 0.750 | 1.000 |",
        "| blind | easy | 1 | 1 | 1 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 |",
        "| blind | hard | 1 | 1 | 0 | 0.000 | 0.000 | 0.000 | 1.000 | 0.500 | 0.000 |",
    ]


def test_the_order_of_a_pair_changes_no_figure(
    published: Path, labels: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = measured(capsys, published, labels)
    turned = tuple(line | {"one": line["other"], "other": line["one"]} for line in LABELS)
    write(labels / "made.jsonl", turned)
    assert measured(capsys, published, labels) == before


def test_pairs_are_written_as_training_reads_them_but_for_the_blind_ones(
    published: Path, labels: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    measured(capsys, published, labels, "--pairs", str(tmp_path / "pairs.jsonl"))
    pairs = read_pairs(tmp_path / "pairs.jsonl")
    assert [(pair.one.action, pair.other.action, pair.same, pair.pool) for pair in pairs] == [
        (NURSES, MEDICS, True, "social"),
        (MAY, EASTHOLT, False, "diplomatic"),
        (MAY, TALKS, True, "diplomatic"),
        (QUAY, EASTHOLT, False, "other"),
    ]
    assert str(pairs[0].one.published_on) == "2024-05-02"


def test_wrong_pairs_are_shown_but_for_the_blind_ones_and_no_more_than_asked(
    published: Path, labels: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = measured(capsys, published, labels)
    wrong = [
        "parted wrongly (near, social)",
        f"    2024-05-02 Norway: {NURSES}",
        f"    2024-05-02 Norway: {MEDICS}",
        "joined wrongly (met, diplomatic)",
        f"    2024-05-02 Norway: {MAY}",
        f"    2024-05-02 Norway: {EASTHOLT}",
    ]
    assert measured(capsys, published, labels, "--wrong", "9") == table + wrong
    assert measured(capsys, published, labels, "--wrong", "1") == table + wrong[:3]


@pytest.mark.parametrize(
    ("change", "is_found"),
    [({"end": 900}, True), ({"start": 3}, False), ({"sentence": "0" * 16}, False), ({"doc": QUAY}, False)],
)
def test_a_record_is_found_where_its_act_begins_wherever_it_ends(
    published: Path, change: dict[str, object], is_found: bool
) -> None:
    changed = LinkLabel.model_validate(LABELS[0] | {"other": place(FERRIES_AGAIN, **change)})
    assert [pair.label for pair in found_pairs(published, [changed])] == [changed] * is_found


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1))
def test_b_cubed_is_the_mean_over_records_of_what_their_line_and_commitment_share(
    answers: list[tuple[bool, bool]],
) -> None:
    pairs = [answered(same, joined) for same, joined in answers]
    by_line = [((1 + same) / 2 if joined else 1) for same, joined in answers]
    by_commitment = [((1 + joined) / 2 if same else 1) for same, joined in answers]
    expected = [f"{sum(shares) / len(shares):.3f}" for shares in (by_line, by_commitment)]
    assert list(figures(pairs))[6:8] == expected


def answered(same: bool, joined: bool) -> FoundPair:
    """A pair of which the label says the one and the book the other."""
    where = Place.model_validate(place(QUAY))
    said = LinkLabel(one=where, other=where, same=same, topic="other", drawn="near")
    one, other = (
        PlacedRecord(pledge("close its quay"), line, 1 + joined) for line in ("a", "a" if joined else "b")
    )
    return FoundPair(said, one, other)


@pytest.mark.parametrize("change", [{"topic": "weather"}, {"drawn": "seen"}, {"same": None}, {"one": {}}])
def test_a_line_that_is_no_label_is_named(labels: Path, change: dict[str, object]) -> None:
    write(labels / "made.jsonl", (LABELS[0], LABELS[0] | change))
    with pytest.raises(GoldError, match=r"made\.jsonl, line 2"):
        read_link_labels(labels)


def test_a_folder_without_labels_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no labels"):
        read_link_labels(tmp_path)


def test_no_pair_of_the_project_stands_twice_or_is_of_one_record() -> None:
    labels = read_link_labels(LINKS_FOLDER)
    pairs = {frozenset((each.one.key, each.other.key)) for each in labels}
    assert len(pairs) == len(labels) > 0
    assert all(len(pair) == 2 for pair in pairs)
    assert all(where.start < where.end for each in labels for where in (each.one, each.other))
    topics = [{each.topic for each in labels if (each.drawn == "blind") is blind} for blind in (True, False)]
    assert topics[0].isdisjoint(topics[1])
