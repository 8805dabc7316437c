"""The encoder: what it is given of a proposal, and that it answers from those words alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from flows.extract.encoder import (
    ANSWERS_FILE,
    CATEGORIES_FILE,
    ENCODER_FILE,
    KINDS,
    LONGEST,
    TOKENIZER_FILE,
    Encoder,
    act_piece,
    load_encoder,
    load_tokenizer,
)
from flows.extract.proposals import propose
from flows.extract.wording import Wording, wording_in_text, wording_of
from models.vocabulary import CATEGORIES
from tests.extract.documents import analysis

PROMISE = Wording(
    "news ; cited ; Norway ; pledge promise", "Norway promised to ", "send Peru ten boats", " in May."
)
PERU = PROMISE.sentence.index("Peru")
FORECAST = Wording(
    "news ; told ; rain ; modal fall", "Forecasters say that rain will ", "fall on the coast", "."
)


def wordings(text: str) -> list[Wording]:
    found = analysis(text)
    return [wording_of(proposal, found.document) for proposal in propose(found)]


def test_a_wording_marks_the_act_and_tells_what_it_is_about() -> None:
    (wording,) = wordings("Norway will send Peru ten boats in May, its envoy said.")
    assert wording.sentence == "Norway will [ send Peru ten boats in May ], its envoy said."
    genre, voice, promisors, rule = wording.about.split(" ; ")
    assert (genre, voice, promisors, rule) == ("news", "cited", "Norway", "modal send")


def test_words_in_quotation_marks_are_told_apart() -> None:
    (wording,) = wordings("“Norway will send Peru ten boats,” its envoy said.")
    assert wording.about.split(" ; ")[1] == "quoted"


def test_a_long_sentence_is_cut_around_its_act() -> None:
    sentence = f"Norway will send Peru ten boats{' and nets' * 90}."
    (wording,) = wordings(sentence)
    assert wording.sentence.startswith("Norway will [ send Peru ten boats and nets")
    assert len(wording.sentence) < len(sentence) - 200


def test_a_wording_in_its_text_has_the_two_sentences_before() -> None:
    found = analysis("Rain fell. The crews want more pay. Norway made an offer. The crews will refuse it.")
    proposal = propose(found)[-1]
    wording = wording_in_text(proposal, found)
    told = "The crews want more pay. Norway made an offer. The crews will [ refuse it ]."
    assert wording.sentence == told
    assert wording.about == wording_of(proposal, found.document).about
    assert wording.place_of(4) == told.rindex("crews")


def test_a_first_sentence_reads_the_same_in_its_text() -> None:
    found = analysis("Norway will send Peru ten boats.")
    (proposal,) = propose(found)
    assert wording_in_text(proposal, found) == wording_of(proposal, found.document)


def test_probabilities_add_up_to_one_and_tell_a_promise_from_a_forecast() -> None:
    encoder = load_encoder()
    promise, forecast = encoder.read(PROMISE).kinds, encoder.read(FORECAST).kinds
    assert promise.shape == forecast.shape == (len(KINDS),)
    assert float(promise.sum()) == pytest.approx(1, abs=1e-5)
    assert KINDS[int(promise.argmax())] == "core"
    assert KINDS[int(forecast.argmax())] == "none"


def test_an_answer_does_not_depend_on_what_was_read_before() -> None:
    encoder = Encoder()
    first = encoder.read(PROMISE)
    encoder.read(FORECAST)
    for again in (encoder.read(PROMISE), Encoder().read(PROMISE)):
        assert np.array_equal(first.kinds, again.kinds)
        assert np.array_equal(first.categories, again.categories)
        assert first.party_at(PERU) == again.party_at(PERU)


def test_an_answer_does_not_depend_on_what_else_is_asked() -> None:
    about_party, about_both = Encoder().read(PROMISE), Encoder().read(PROMISE)
    assert about_party.party_at(PERU) is not None
    assert about_both.kinds.argmax() == KINDS.index("core")
    assert about_both.party_at(PERU) == about_party.party_at(PERU)
    assert np.array_equal(about_party.kinds, about_both.kinds)


@pytest.mark.parametrize(
    ("act", "category"),
    [
        ("ship oxygen bottles to its hospitals", "social"),
        ("pull its last gunboats out of the bay", "military"),
        ("forgive half of what the island owes", "financial"),
        ("send its envoy back to the capital", "diplomatic"),
        ("impose new penalties on the junta", "sanctions"),
    ],
)
def test_the_likeliest_category_is_what_the_act_is_about(act: str, category: str) -> None:
    wording = Wording("news ; told ; Norway ; modal send", "Norway will ", act, " next year.")
    told = load_encoder().read(wording).categories
    assert float(told.sum()) == pytest.approx(1, abs=1e-5)
    assert CATEGORIES[int(told.argmax())] == category


def test_the_party_that_gets_something_is_likelier_a_beneficiary_than_a_place_of_it() -> None:
    words = Wording(
        "news ; told ; Norway ; modal send", "Norway will ", "send Peru ten boats from Chile", "."
    )
    reading = load_encoder().read(words)
    peru, chile = (reading.party_at(words.sentence.index(name)) for name in ("Peru", "Chile"))
    assert peru is not None
    assert chile is not None
    assert peru > 0.5 > chile


def test_a_character_of_the_sentence_is_found_in_the_wording_unless_cut_away() -> None:
    whole = "In spring they will send Peru ten boats in May."
    words = Wording("", whole[10:20], whole[20:39], whole[39:43], first=10)
    for at in (10, 19, 20, 25, 38, 39, 42):
        place = words.place_of(at)
        assert place is not None
        assert words.sentence[place] == whole[at]
    assert [words.place_of(at) for at in (0, 9, 43, 46)] == [None] * 4


def test_no_party_is_named_at_a_space_between_words() -> None:
    reading = load_encoder().read(PROMISE)
    assert reading.party_at(PERU) is not None
    assert reading.party_at(PROMISE.sentence.index(" Peru")) is None


@pytest.mark.parametrize(
    "sentence", ["", "[", "\x00 [ \ufffd ]", "нет [ слов ]", "a" * 5000, "[ x ] " * 3000]
)
def test_any_words_get_an_answer(sentence: str) -> None:
    reading = load_encoder().read(Wording("", "", sentence, ""))
    assert np.isfinite(reading.kinds).all()
    assert np.isfinite(reading.categories).all()
    parties = map(reading.party_at, range(min(len(sentence), 50)))
    assert all(0 <= party <= 1 for party in parties if party is not None)


def test_the_act_is_looked_for_in_the_sentence_alone() -> None:
    pieces = load_tokenizer()
    marker = pieces.token_to_id("[")
    found = pieces.encode("a [ list ; told", "They [ sail ].")
    at = act_piece(found.ids, found.type_ids, marker)
    assert (found.tokens[at], found.type_ids[at]) == ("[", 1)
    assert act_piece([7, 8], [0, 1], marker) == 0
    assert len(pieces.encode("x", "boats " * 500).ids) == LONGEST


def test_a_model_that_is_missing_or_broken_raises(tmp_path: Path) -> None:
    for file in (TOKENIZER_FILE, ENCODER_FILE, ANSWERS_FILE, CATEGORIES_FILE):
        with pytest.raises(OSError, match=file.name):
            Encoder(tmp_path)
        shutil.copy(file, tmp_path)
    broken = tmp_path / ANSWERS_FILE.name
    broken.write_bytes(ANSWERS_FILE.read_bytes()[:1000])
    with pytest.raises(ValueError, match=broken.name):
        Encoder(tmp_path)
