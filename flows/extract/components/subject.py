"""Subjects before a word: who was spoken of when it was said."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.party import Party, Resolve
from flows.extract.parse import Span, Token


def of_subject(resolve: Resolve, subject: Token, depth: int) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for head in syntax.conjuncts(subject):
        found.update({party.name: party for party in resolve(head, depth + 1)})
    return tuple(found.values())


def subjects_before(token: Token) -> list[Token]:
    """Subjects that govern ``token``, then those of the two sentences before, main clauses first."""
    subjects = []
    for head in syntax.ancestors(token):
        subject = syntax.child(head, "nsubj", "nsubjpass")
        if subject is not None and subject.i < token.i and subject not in subjects:
            subjects.append(subject)
    for sentence in sentences_before(token):
        for verb in (sentence.root, *syntax.children(sentence.root, "ccomp", "conj", "advcl")):
            subject = syntax.child(verb, "nsubj", "nsubjpass")
            if subject is not None:
                subjects.append(subject)
    return [subject for subject in subjects if token not in subject.subtree]


def sentences_before(token: Token) -> list[Span]:
    start = token.sent.start
    found: list[Span] = []
    while start > 0 and len(found) < 2:
        sentence = token.doc[start - 1].sent
        found.append(sentence)
        start = sentence.start
    return found
