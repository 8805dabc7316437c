"""The action: the verbatim span from the acting verb or noun to the end of its complements."""

from __future__ import annotations

from spacy.tokens import Span, Token

from flows.extract import syntax

CLOSING = frozenset({",", ";", ":", ".", "-", "–", "—", "...", "…", "!", "?"})
REPORTING = frozenset({"parataxis", "meta", "intj"})


def action_span(act: Token) -> Span:
    """The tokens of the action that ``act`` heads, within its sentence.

    A verb's action starts at the verb itself and runs to the last token of its objects and
    complements; a noun's starts at its determiner-free phrase. Verbs coordinated with an object of
    their own, remarks ("he said") and closing punctuation are left out.
    """
    sentence = act.sent
    if syntax.is_verb(act) or act.pos_ == "AUX":
        return _trim(sentence.doc[_start_of_verb(act) : _end_of_verb(act, sentence) + 1])
    cut = [found for found in act.children if _is_outside(found, act)]
    indices = syntax.subtree_indices(act, cut)
    start, end = _around(indices, act.i)
    return _trim(sentence.doc[start : end + 1])


def span_from(act: Token, sentence: Span) -> Span:
    """The rest of a sentence from ``act`` on, for an item whose first word the parse does not put on top."""
    return _trim(sentence.doc[act.i : sentence.end])


def _start_of_verb(act: Token) -> int:
    """The verb itself, with a hyphenated prefix that the tokenizer cut off ("re-establish")."""
    first = act.i
    while first - 2 >= act.sent.start and act.doc[first - 2 : first].text.endswith("-"):
        first -= 2
    return first


def _end_of_verb(act: Token, sentence: Span) -> int:
    indices = syntax.subtree_indices(act, [found for found in act.children if _is_outside(found, act)])
    return _around(indices, act.i)[1]


def _is_outside(found: Token, act: Token) -> bool:
    if found.i < act.i and syntax.is_verb(act):
        return True
    if found.dep_ in REPORTING:
        return True
    if found.dep_ == "conj":
        return _own_clause(found, act)
    if found.dep_ == "cc":
        following = [child for child in act.children if child.dep_ == "conj" and child.i > found.i]
        return not following or _own_clause(following[0], act)
    if found.dep_ == "ccomp" and found.i < act.i:
        return True
    return found.dep_ in {"nsubj", "nsubjpass"} and syntax.is_verb(act)


def _own_clause(conjunct: Token, act: Token) -> bool:
    """Whether a coordinated verb makes an act of its own rather than sharing the object."""
    if not syntax.is_verb(act):
        return syntax.is_verb(conjunct)
    if syntax.child(act, "dobj", "prep", "xcomp", "ccomp", "agent", "acomp", "attr") is not None:
        return True
    return syntax.child(conjunct, "nsubj", "nsubjpass") is not None


def _around(indices: list[int], anchor: int) -> tuple[int, int]:
    """The bounds of the unbroken run of ``indices`` around ``anchor``, small gaps (quotes) bridged."""
    position = indices.index(anchor)
    start = end = anchor
    for index in indices[position + 1 :]:
        if index - end > 3:
            break
        end = index
    for index in reversed(indices[:position]):
        if start - index > 3:
            break
        start = index
    return start, end


def _trim(span: Span) -> Span:
    """Drop leading determiners and closing punctuation, keeping a quote mark that the span opened."""
    start, end = span.start, span.end
    while end - start > 1:
        last = span.doc[end - 1]
        if last.is_space or last.text in CLOSING or last.dep_ == "cc":
            end -= 1
        else:
            break
    while end - start > 1 and (span.doc[start].is_space or span.doc[start].is_punct):
        start += 1
    return span.doc[start:end]
