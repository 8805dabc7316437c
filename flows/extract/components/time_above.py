"""Whether a time expression that hangs above an act, on the words that commit to it, dates the act."""

from __future__ import annotations

from flows.extract.components.time_ahead import looks_ahead
from flows.extract.components.time_forms import TimeExpression
from flows.extract.components.time_lexicon import grammar
from flows.extract.parse import Span, Token
from flows.extract.syntax import COMMISSIVE_LINKS, child, children, is_verb, modal_of


def dates_act_above(time: TimeExpression, span: Span, links: list[Token]) -> bool:
    """Whether an expression that hangs on the last of ``links``, above the act, dates the act.

    ``links`` lead from the act to that word. Past the first clause with a subject of its own, nothing
    dates the act but what looks ahead.
    """
    verb, meeting = links[0], links[-1]
    labels = {token.dep_ for token in links[:-1] if not _is_purpose(token)}
    if time.orientation == "past" or not labels <= COMMISSIVE_LINKS | {"conj"}:
        return False
    if "conj" in labels and (span.end > meeting.i or _is_now(time, meeting)):
        return False
    if sum(child(token, "nsubj", "nsubjpass") is not None for token in links[1:]) > 1:
        return False
    if "ccomp" in labels and meeting.i > verb.i and meeting.lemma_ not in grammar().saying:
        return False  # "we will build it; we will open it at once"
    low = _hangs_low(span, verb, meeting) and not _dates_announcing(span, links)
    low = low or _tells_when_held(time, span, verb)
    return looks_ahead(time) or low or _is_quoted(span, verb)


def _dates_announcing(span: Span, links: list[Token]) -> bool:
    """Whether an expression before the act tells when it is told: "today we are glad to announce plans"."""
    told = any(token.dep_ == "xcomp" and token.lemma_ in grammar().saying for token in links[1:-1])
    return told and span.end <= links[0].i


def _tells_when_held(time: TimeExpression, span: Span, noun: Token) -> bool:
    """Whether a month behind what is promised tells when that will be: "a day of strikes in May"."""
    if time.kind != "month" or time.value.bound != "inside" or span.start < noun.i or is_verb(noun):
        return False
    of = next((word for word in children(noun, "prep") if word.lower_ == "of"), None)
    held = child(of, "pobj") if of is not None else None
    return any(each is not None and each.lemma_.lower() in grammar().happening for each in (noun, held))


def _is_quoted(span: Span, verb: Token) -> bool:
    """Whether an expression behind the act is all of a quotation: 'promised two buses "this week."'"""
    doc = span.doc
    closing = next((token for token in doc[span.end : span.sent.end] if token.text not in ".,;!?"), None)
    opened = span.start > verb.i and doc[span.start - 1].is_quote
    return opened and closing is not None and closing.is_quote


def _is_now(time: TimeExpression, meeting: Token) -> bool:
    """Whether an expression says when the words are said ("tonight our house is strong, and we will …")."""
    return time.value.offset == 0 and meeting.tag_ in {"VBP", "VBZ"} and modal_of(meeting) is None


def _is_purpose(token: Token) -> bool:
    """Whether an adverbial clause is a bare infinitive of purpose ("will work to finalize it")."""
    return token.dep_ == "advcl" and token.tag_ == "VB" and child(token, "nsubj") is None


def _hangs_low(span: Span, verb: Token, meeting: Token) -> bool:
    """Whether an expression at ``meeting`` that may look back dates the act: it stands behind the act, or
    no past word of saying governs it."""
    if span.start > verb.i and verb.pos_ not in {"NOUN", "NUM"}:
        return meeting.i < verb.i or meeting.lemma_ not in grammar().saying
    told = meeting.tag_ in {"VBD", "VBN"} or meeting.pos_ == "NOUN"
    return not told and meeting.lemma_ not in grammar().saying
