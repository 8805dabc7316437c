"""The audience of a speech, a quotation or a memorandum: whom it addresses by name, who then is "you"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.parse import Doc, Span, Token

ADDRESS_LABELS = frozenset({"npadvmod", "ROOT", "intj", "dep"})  # how the parse hangs a phrase of address
OPENING = 3  # sentences of a speech in which it may address its audience
MEMORANDUM = re.compile(r"memorandum for the (?P<office>[^,;:]+?)(?: (?:on|regarding|concerning)\b|$)", re.I)


def memorandum_for(doc: Doc, title: str) -> str:
    """The office to which a text's first line or title says that it is written; empty where neither does.

    "MEMORANDUM FOR THE ATTORNEY GENERAL" is for the "ATTORNEY GENERAL".
    """
    first = next(iter(doc.sents)).text.strip() if len(doc) else ""
    found = next(filter(None, map(MEMORANDUM.search, (first, title))), None)
    return " ".join(found["office"].split()) if found is not None else ""


def addressed_in(sentence: Span) -> Iterator[Token]:
    """The heads of the phrases by which a sentence addresses several people before its clause begins.

    Of "members of the Congress" it is the body.
    """
    for noun in sentence:
        if syntax.is_verb(noun) or noun.dep_ in {"nsubj", "nsubjpass"}:
            return
        if syntax.is_plural(noun) and _is_set_off(noun) and _is_address(noun) and not _is_label(noun):
            bodies = list(syntax.complements_of(noun, ("of",)))
            is_of_body = bool(bodies) and syntax.noun_lemma(noun) in party_lexicon().participants.lemmas
            yield bodies[0] if is_of_body else noun


def opening(token: Token) -> Iterator[Span]:
    """The first sentences of the text before ``token``."""
    start = 0
    for _ in range(OPENING):
        if start >= token.sent.start:
            return
        sentence = token.doc[start].sent
        yield sentence
        start = sentence.end


def _is_label(noun: Token) -> bool:
    """Whether a name in capitals before a colon tells who speaks: "PRESIDENT BERGS:"."""
    return noun.text.isupper() and syntax.word_at(noun, 1) == ":"


def _is_set_off(noun: Token) -> bool:
    """Whether a comma, colon or the sentence's end follows a phrase."""
    end = noun.right_edge.i + 1
    inner = [word for word in noun.subtree if word.i > noun.i and word.text == ","]
    return bool(inner) or end >= noun.sent.end or noun.doc[end].text in {",", ":", ".", "!", "—"}


def _is_address(noun: Token) -> bool:
    """Whether a phrase, or the one that it goes with, is no part of a clause."""
    head = noun
    while head.dep_ in {"appos", "conj"}:
        head = head.head
    return head.dep_ in ADDRESS_LABELS
