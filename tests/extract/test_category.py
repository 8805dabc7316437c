"""Tests of the categories of acts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from flows.extract.components.category import (
    CategoryLexicon,
    category_by_lexicon,
    category_of,
    features_of,
    read,
)
from flows.extract.components.category_model import Ask, CategoryWeights, category_model
from flows.extract.lexicon import LexiconError, load_lexicon
from models.vocabulary import CATEGORIES
from tests.extract.documents import records
from tests.extract.parsing import act, parsed

ACTS = [
    ("Norway will send nine howitzers to Kyiv.", "send nine howitzers to Kyiv", "military"),
    ("The bank agreed to lend Ghana more money.", "lend Ghana more money", "financial"),
    ("Both sides will observe a ceasefire.", "observe a ceasefire", "peace"),
    ("Chad will host the summit in May.", "host the summit in May", "diplomatic"),
    ("Peru vowed to cut its carbon emissions.", "cut its carbon emissions", "energy_climate"),
    ("Spain pledged to fly tents to survivors of the flood.", "fly tents to survivors", "humanitarian"),
    ("Japan promised to help reconstruct the bridge.", "help reconstruct the bridge", "reconstruction"),
    ("Georgia plans to apply for full membership.", "apply for full membership", "membership"),
    ("Canada will share intelligence with Poland.", "share intelligence with Poland", "intelligence"),
    ("The ministers threatened to impose sanctions on Mali.", "impose sanctions on Mali", "sanctions"),
    ("India agreed to lower tariffs on steel.", "lower tariffs on steel", "economic"),
    ("Libya promised to give up its nuclear weapons.", "give up its nuclear weapons", "nuclear_arms"),
    ("Kenya will prosecute the officers in court.", "prosecute the officers in court", "justice"),
    ("Brazil vowed to build clinics and vaccinate children.", "vaccinate children", "social"),
    ("The premier said she would step down.", "step down", "other"),
    (
        "The pact offers security guarantees and mutual defence to both.",
        "security guarantees and mutual defence",
        "security_guarantee",
    ),
]


# What every lexicon begins with.
HEAD = "sentence_share = 0.5\nvague = {verbs = [], nouns = [], others = []}\n"


def undecided() -> NDArray[np.float64]:
    """A reading for which all categories are alike."""
    return np.full(len(CATEGORIES), 1 / len(CATEGORIES))


def never() -> NDArray[np.float64]:
    """A reading that nobody should ask for."""
    raise AssertionError


def sure_of(category: str) -> NDArray[np.float64]:
    """A reading for which no other category is possible."""
    return np.array([float(name == category) for name in CATEGORIES])


@pytest.mark.parametrize(("sentence", "action", "expected"), ACTS)
def test_every_category_has_its_plain_act(sentence: str, action: str, expected: str) -> None:
    _, span, whole = act(sentence, action)
    assert category_of(span, whole, "pledge", undecided, never)[0] == expected


@pytest.mark.parametrize(
    ("text", "action", "expected"),
    [
        ("We will ban assault weapons.", "ban assault weapons", "justice"),
        (
            "Norway will continue our work in defense of human dignity.",
            "continue our work in defense of human dignity",
            "other",
        ),
        (
            "Kenya asked Spain for the loan of three patrol boats.",
            "the loan of three patrol boats",
            "military",
        ),
        ("The treaty obliges Peru to clear all mined areas.", "clear all mined areas", "nuclear_arms"),
        ("Chile vowed to catch the kidnappers.", "catch the kidnappers", "justice"),
        (
            "The premier was ready to open a dialog with the island.",
            "open a dialog with the island",
            "diplomatic",
        ),
        ("The firms pledged to refund buyers of the boxes.", "refund buyers of the boxes", "economic"),
        (
            "The dockers will form a picket line at dawn.",
            "form a picket line at dawn",
            "economic",
        ),
        ("Peru plans a mission to Mars.", "a mission to Mars", "other"),
        ("Mali gave its farmers a credit line.", "gave its farmers a credit line", "financial"),
        ("Chad will remain a member of the Union.", "remain a member of the Union", "membership"),
        ("Chad will remain a member of the jury.", "remain a member of the jury", "other"),
        ("The fleet would come to their aid.", "come to their aid", "security_guarantee"),
        ("The fleet will back a test ban.", "back a test ban", "nuclear_arms"),
        ("The army swore to hold its fire.", "hold its fire", "peace"),
        ("The army swore to return its fire.", "return its fire", "military"),
        ("The firm may go to arbitration.", "go to arbitration", "justice"),
        ("Chad wants to leave the Kyoto protocol.", "leave the Kyoto protocol", "energy_climate"),
        ("The brewery will lay off 40 people.", "lay off 40 people", "economic"),
        (
            "The museum promised to open more of its military archives.",
            "open more of its military archives",
            "other",
        ),
    ],
)
def test_a_phrase_tells_another_matter_than_its_words(text: str, action: str, expected: str) -> None:
    _, span, whole = act(text, action)
    assert category_of(span, whole, "pledge", undecided, never)[0] == expected


@pytest.mark.parametrize(
    ("text", "action", "expected"),
    [
        ("Peru will cancel the visas of two envoys.", "cancel the visas of two envoys", "sanctions"),
        ("The island will run on wind and sun.", "run on wind and sun", "energy_climate"),
        ("Chile supports the peaceful use of the atom.", "the peaceful use of the atom", "nuclear_arms"),
        ("Chile will defend every single inch.", "defend every single inch", "security_guarantee"),
        ("Both vowed not to use force against each other.", "use force", "security_guarantee"),
        ("Mali will lift the state of emergency.", "lift the state of emergency", "justice"),
        ("Oman will restore diplomatic relations.", "restore diplomatic relations", "diplomatic"),
        ("We will get the job done right away.", "get the job done right away", "other"),
        ("The council will help towns hit by high winds.", "help towns hit by high winds", "other"),
        ("Peru will push for economic recovery.", "push for economic recovery", "economic"),
        ("The mill must lay off 90 spinners.", "lay off 90 spinners", "economic"),
        ("Lima will clear a mission to the Moon.", "clear a mission to the Moon", "other"),
        ("Lima will clear a mission to the front.", "clear a mission to the front", "military"),
        ("Mali has no intention of attacking Chad.", "intention of attacking Chad", "security_guarantee"),
        ("The ferry will stop in protest at the strike.", "stop in protest at the strike", "military"),
    ],
)  # fmt: skip
def test_the_lexicon_reads_phrases_before_single_words(text: str, action: str, expected: str) -> None:
    _, span, whole = act(text, action)
    assert category_by_lexicon(span, whole) == expected


def test_rule_is_the_strongest_cue_of_the_category() -> None:
    _, span, whole = act("Norway will send nine howitzers to Kyiv.", "send nine howitzers to Kyiv")
    assert category_of(span, whole, "pledge", undecided, never) == ("military", "category.military.weapons")


def test_rule_is_the_model_without_a_cue_in_the_sentence() -> None:
    _, span, whole = act("The mayor will paint it blue.", "paint it blue")
    assert category_of(span, whole, "pledge", undecided, never)[1] == "category.model"


def test_a_reading_decides_where_the_words_leave_it_open() -> None:
    _, span, whole = act("They will go on with it.", "go on with it")
    assert category_of(span, whole, "pledge", lambda: sure_of("peace"), never)[0] == "peace"
    assert category_of(span, whole, "pledge", lambda: sure_of("justice"), never)[0] == "justice"


def test_nothing_is_read_where_the_words_are_clear() -> None:
    _, span, whole = act("Norway will send nine howitzers to Kyiv.", "send nine howitzers to Kyiv")
    assert category_of(span, whole, "pledge", never, never)[0] == "military"


def in_text(sentence: str, action: str, of_text: Ask = never) -> str:
    """The category of an act for which both models find no matter; ``of_text`` reads the text before."""
    _, span, whole = act(sentence, action)
    return category_of(span, whole, "pledge", lambda: sure_of("other"), of_text)[0]


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("The guild turned it down.", "turned it down"),
        ("Both said that they would do so on Friday.", "do so on Friday"),
        ("The mayor put her name to the text.", "the text"),
        ("They want another one.", "another one"),
        ("He would try to block it.", "try to block it"),
    ],
)
def test_text_before_a_vague_act_is_read_where_no_matter_is_found(sentence: str, action: str) -> None:
    assert in_text(sentence, action, lambda: sure_of("peace")) == "peace"


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("She would not sing for him again.", "sing for him again"),
        ("The mayor will paint it blue.", "paint it blue"),
        ("The choir agreed on a new hymn.", "a new hymn"),
        ("The clocks will be stopped.", "stopped"),
    ],
)
def test_what_an_act_or_its_thing_tells_is_not_read_again(sentence: str, action: str) -> None:
    assert in_text(sentence, action) == "other"


def test_a_record_of_a_vague_act_has_the_matter_of_the_sentence_before() -> None:
    asked, refused = records("Peru was asked for 40 gunners. Lima turned that down.")
    assert (refused.action, refused.category) == ("turned that down", "military")
    assert asked.category == "military"


def test_longer_phrase_silences_the_words_inside_it() -> None:
    phrase = parsed("They resumed peace talks.")
    assert [cue.id for _, cue in read(phrase).cues] == ["category.peace"]


def test_act_outweighs_its_sentence() -> None:
    text = "After talks about the loan, Oman will deploy tanks."
    _, span, whole = act(text, "deploy tanks")
    assert category_by_lexicon(span, whole) == "military"
    _, span, whole = act(text, "talks")
    assert category_by_lexicon(span, whole) == "diplomatic"


def test_lexicon_says_other_without_a_cue() -> None:
    _, span, whole = act("The mayor will paint it blue.", "paint it blue")
    assert category_by_lexicon(span, whole) == "other"


def test_text_around_a_vague_act_tells_what_it_is_about() -> None:
    def category(before: str) -> str:
        text = f"{before} They will do more about it."
        doc = parsed(text)
        span = doc.char_span(text.index("do more"), len(text) - 1)
        assert span is not None
        return category_of(span, span.sent, "pledge", undecided, undecided)[0]

    climate = "Carbon emissions and methane warm the climate. Coal and oil are burnt for energy."
    health = "The virus fills every hospital. Nurses lack vaccines, and patients lack health insurance."
    assert (category(climate), category(health)) == ("energy_climate", "social")


def test_names_and_numbers_are_no_features() -> None:
    def features(text: str, words: str) -> dict[str, float]:
        _, span, whole = act(text, words)
        return features_of(span, whole, "pledge")

    france = features("France will send Angela Merkel 18 trucks.", "send Angela Merkel 18 trucks")
    spain = features("Italy will send Emmanuel Macron 40 trucks.", "send Emmanuel Macron 40 trucks")
    assert france == spain
    assert "action=truck" in france


def test_model_knows_every_category() -> None:
    assert sorted(category_model().classes) == sorted(CATEGORIES)


def test_weights_of_another_length_than_the_classes_raise() -> None:
    with pytest.raises(ValueError, match="one weight a class"):
        CategoryWeights(classes=("peace", "other"), bias=(0.0, 0.0), weights={"action=act": (1.0,)})


@pytest.mark.parametrize(
    "text",
    [
        f'{HEAD}[[cue]]\nid = "a"\ncategory = "space"\nweight = 1.0\n',
        f'{HEAD}[[cue]]\nid = "a"\ncategory = "peace"\nweight = 0.0\n',
        f'{HEAD}[[cue]]\nid = "a"\ncategory = "peace"\nweight = 1.0\nlemma = ["x"]\n',
    ],
)
def test_broken_lexicon_raises(tmp_path: Path, text: str) -> None:
    (tmp_path / "category.toml").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"category\.toml"):
        load_lexicon("category", CategoryLexicon, tmp_path)


@settings(max_examples=25, deadline=None)
@given(words=st.lists(st.sampled_from(["send", "aid", "talks", "Mali", "7", ",", "the", "if"]), min_size=1))
def test_any_words_have_a_category_and_always_the_same(words: list[str]) -> None:
    doc = parsed(" ".join(words))
    first = category_of(doc[:1], doc[:], "plan", undecided, undecided)
    assert first[0] in CATEGORIES
    assert category_of(doc[:1], doc[:], "plan", undecided, undecided) == first


@pytest.mark.parametrize(
    ("text", "words", "category", "rule"),
    [
        (
            "Norway will withdraw its troops from Mali.",
            "withdraw its troops",
            "peace",
            "category.peace.forces_withdrawn",
        ),
        (
            "Ghana will pull its tanks back from the river.",
            "pull its tanks back",
            "peace",
            "category.peace.forces_pulled",
        ),
        ("Norwegian soldiers will leave the island.", "leave", "peace", "category.peace.forces_leave"),
        ("The soldiers will go home in May.", "go home", "peace", "category.peace.forces_go_home"),
        (
            "Chad agreed to exchange two captured pilots.",
            "exchange two captured pilots",
            "peace",
            "category.peace.held_exchanged",
        ),
    ],
)
def test_an_act_may_tell_its_category_by_its_form(text: str, words: str, category: str, rule: str) -> None:
    _, action, whole = act(text, words)
    assert category_of(action, whole, "pledge", never, never) == (category, rule)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norwegian soldiers will leave for the front.", "leave for the front"),
        ("Chad will send its tanks to the border.", "send its tanks"),
    ],
)
def test_forces_that_go_to_war_do_not_withdraw(text: str, words: str) -> None:
    _, action, whole = act(text, words)
    assert category_of(action, whole, "plan", undecided, undecided)[0] == "military"
