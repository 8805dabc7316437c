"""The token vectors made our way are those of spaCy's own network."""

from __future__ import annotations

from functools import cache
from typing import Any, cast

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

from flows.extract import token_vectors
from flows.extract.parser import load_parser
from flows.extract.token_vectors import PIECE, speed_up

SENTENCE = "Peru's ministers didn't say that they'd send 1,200 buses to Lima on Monday.  \n"
SHORT = ["", "Yes", SENTENCE, "IT'S   late; it's LATE!\n\n"]
NETWORKS = ["tok2vec", "ner"]


@cache
def parser() -> Language:
    return load_parser()


def networks(name: str) -> tuple[Model[Any, Any], Model[Any, Any]]:
    """Our network in a pipe of the parser, and the one that it stands for."""
    walked = cast(Any, parser().get_pipe(name)).model.walk()
    ours = next(node for node in walked if node.name == "token_vectors")
    return ours, ours.layers[0]


def assert_same(name: str, docs: list[Doc]) -> None:
    ours, plain = networks(name)
    for found, wanted in zip(ours.predict(docs), plain.predict(docs), strict=True):
        assert found.shape == wanted.shape
        np.testing.assert_allclose(found, wanted, atol=1e-5)


@pytest.mark.parametrize("name", NETWORKS)
def test_tokens_have_the_vectors_that_the_network_gives_them(name: str) -> None:
    assert_same(name, [parser().make_doc(text) for text in SHORT])


@pytest.mark.parametrize("name", NETWORKS)
def test_a_text_read_in_pieces_is_as_one_read_whole(name: str) -> None:
    doc = parser().make_doc(SENTENCE * (2 * PIECE // 15))
    assert len(doc) > 2 * PIECE
    assert_same(name, [doc])


def test_tokens_that_are_spelt_alike_and_differ_have_vectors_of_their_own() -> None:
    contracted, written = parser().make_doc("cant"), Doc(parser().vocab, words=["ca", "nt"])
    assert [token.text for token in contracted] == [token.text for token in written]
    assert [token.norm_ for token in contracted] != [token.norm_ for token in written]
    assert_same("tok2vec", [contracted, written])
    assert_same("tok2vec", [Doc(parser().vocab, words=["now", "now"], spaces=[True, False])])


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(token_vectors, "MOST_REMEMBERED", 4)
    nlp = load_parser()
    ours = cast(Any, nlp.get_pipe("tok2vec")).model
    docs = [nlp.make_doc(text) for text in ("one two three", "four five", "six seven eight nine ten", "one")]
    for found, wanted in zip(ours.predict(docs), ours.layers[0].predict(docs), strict=True):
        np.testing.assert_allclose(found, wanted, atol=1e-5)


@pytest.mark.parametrize("name", NETWORKS)
def test_vectors_do_not_depend_on_what_was_read_before(name: str) -> None:
    texts = [
        " ".join(f"Quay{number} of boats{number}" for number in range(count)) for count in (90, 1, 7, 60)
    ]
    read = []
    for order in (texts, texts[::-1]):
        nlp = load_parser()
        ours = next(n for n in cast(Any, nlp.get_pipe(name)).model.walk() if n.name == "token_vectors")
        read.append({text: ours.predict([nlp.make_doc(text)])[0] for text in order})
    for text in texts:
        assert np.array_equal(read[0][text], read[1][text])


def test_a_network_built_in_another_way_stays() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": {"window_size": 2}})
    before = cast(Any, nlp.get_pipe("tok2vec")).model
    speed_up(nlp)
    assert cast(Any, nlp.get_pipe("tok2vec")).model is before
