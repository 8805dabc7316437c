"""The audience of a speech or a quotation: whom its words address by name, who then is "you"."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.parse import Span, Token

ADDRESS_LABELS = frozenset({"npadvmod", "ROOT", "intj", "dep"})  # how the parse hangs a phrase of address
OPENING = 3  # sentences of a speech in which it may address its audience


def addressed_in(sentence: Span) -> Iterator[Token]:
    """The heads of the phrases by which a sentence addresses several people before its clause begins.

    Of "members of the Congress" it is the body.
    """
    for noun in sentence:
        if syntax.is_verb(noun) or noun.dep_ in {"nsubj", "nsubjpass"}:
            return
        if noun.tag_ in {"NNS", "NNPS"} and _is_set_off(noun) and _is_address(noun):
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
