"""Lists inside one sentence: "The council shall: (a) publish a list; and (b) repair the piers."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.parse import Span, Token

_MARK = re.compile(r"(?<=[\s:;,])\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s+(?=\w)")  # "(a) ", "ii) "
FEWEST_ITEMS = 2
OF_SUBJECT = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "DET", "ADP", "CCONJ", "PART"})
NAMING = frozenset({"NOUN", "PROPN", "PRON"})
VERB_TAGS = frozenset({"VB", "VBP", "NN", "JJ"})  # that a verb behind a mark gets


def enumerated(span: Span) -> Iterator[Candidate]:
    """The acts of the items that a modal leads to in a sentence, each up to the next item's mark."""
    marks = _marks(span)
    modal = _modal_before(span, marks[0][0]) if len(marks) >= FEWEST_ITEMS else None
    subject = _subject_before(modal, span) if modal is not None else None
    if modal is None or subject is None:
        return
    for act, end in _acts(span, marks):
        yield Candidate(
            act, act, act, "bullet.enumerated", "pledge", "certain", "bullet",
            holder=subject, lead=modal, until=end, alone=syntax.conjuncts(subject)[-1].i > modal.i,
        )  # fmt: skip


def acts_within(span: Span) -> list[tuple[Token, int]]:
    """The acts of an item that is itself a list of items, each with the token at which it ends.

    "publish a list; (ii) submit a plan": the mark of the first stands before the item.
    """
    marks = _marks(span)
    return list(_acts(span, [(span.start_char, span.start_char), *marks])) if marks else []


def _marks(span: Span) -> list[tuple[int, int]]:
    """Where, in the text, the marks of items begin and where the items' words do."""
    start = span.start_char
    return [(start + match.start(), start + match.end()) for match in _MARK.finditer(span.text)]


def _acts(span: Span, marks: list[tuple[int, int]]) -> Iterator[tuple[Token, int]]:
    ends = [start for start, _ in marks[1:]] + [span.end_char]
    for (_, start), end in zip(marks, ends, strict=True):
        item = [token for token in span if start <= token.idx < end]
        act = _verb(item)
        if act is not None:
            yield act, _end_of_clause(act, item)


def _end_of_clause(act: Token, item: list[Token]) -> int:
    """The token at which an item ends, at the latest where somebody else will act: ", and Peru will wait"."""
    for modal in item:
        if modal.tag_ == "MD" and modal.i > act.i:
            first = _first_of_subject(modal, act.i)
            joint = modal.doc[first]
            if first < modal.i - 1 and joint.lower_ in {"and", "but"} and syntax.word_at(joint, -1) == ",":
                return first - 1
    return item[-1].i + 1


def _modal_before(span: Span, start_char: int) -> Token | None:
    """The modal right before the first mark, a colon at most between."""
    before = [token for token in span if token.idx < start_char and token.is_alpha]
    between = span.doc.text[before[-1].idx + len(before[-1]) : start_char] if before else ""
    return before[-1] if before and before[-1].tag_ == "MD" and between.strip() in {"", ":"} else None


def _subject_before(modal: Token, span: Span) -> Token | None:
    """The noun that heads the words before a modal, which the marks of a list keep the parse from finding."""
    first = _first_of_subject(modal, span.start)
    words = span.doc.tokens[first : modal.i]
    return next((token for token in words if token.pos_ in NAMING and token.dep_ != "compound"), None)


def _first_of_subject(modal: Token, start: int) -> int:
    """Where the words of a subject begin that stand right before a modal, behind the token ``start``."""
    first = modal.i
    while first > start and modal.doc[first - 1].pos_ in OF_SUBJECT:
        first -= 1
    return first


def _verb(item: list[Token]) -> Token | None:
    """The verb that an item begins with, or that follows when or how: "within ten days, publish a list".

    Behind a mark the parser may take it for a noun.
    """
    words = [token for token in item if opens_item(token)]
    if not words:
        return None
    if opens_phrase(words[0]):
        return verb_behind_comma(words[1:], VERB_TAGS)
    return words[0] if words[0].tag_ in VERB_TAGS else None


def opens_item(token: Token) -> bool:
    """Whether a token may be the first that counts of an item: a word, and no adverb or conjunction."""
    adverb = token.pos_ == "ADV" or token.tag_ == "RB"  # "not" is none of the parser's adverbs
    return syntax.is_word(token) and not adverb and token.pos_ != "CCONJ"


def opens_phrase(first: Token) -> bool:
    """Whether an item's first word opens a phrase that says when or how."""
    return first.pos_ in {"ADP", "SCONJ"}


def verb_behind_comma(words: Iterable[Token], tags: frozenset[str]) -> Token | None:
    """The first of ``words`` with one of ``tags`` right behind a comma: "within ten days, publish a list"."""
    return next((word for word in words if word.tag_ in tags and syntax.word_at(word, -1) == ","), None)
