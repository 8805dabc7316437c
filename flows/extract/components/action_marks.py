"""The ends of an act's words: what closes them, opens or closes a quotation, or only leads on."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.parse import Span, Token

CLOSING = frozenset({",", ";", ":", ".", "-", "–", "—", "...", "…", "!", "?"})
OPENING_MARKS = frozenset({"“", "«", "„", "``"})
CLOSING_MARKS = frozenset({"”", "»", "''"})
STRAIGHT_MARK = '"'
LEADING_ON = (["in", "order", "to"], ["in", "order"], ["or", "else"], ["for", "example"], ["for", "instance"])


def without_closing(span: Span) -> Span:
    """The span without closing punctuation and words that only lead to what follows it."""
    start, end = span.start, span.end
    while end - start > 1:
        last = span.doc[end - 1]
        closing = 1 if last.is_space or last.text in CLOSING else leading_on(last)
        if not closing or end - closing <= start:
            break
        end -= closing
    return span.doc[start:end]


def leading_on(last: Token) -> int:
    """How many words at the end only lead to what is no part of the act: "and", "or else", "in order to"."""
    doc, end = last.doc, last.i + 1
    for words in (words for words in LEADING_ON if words[-1] == last.lower_):
        if [token.lower_ for token in doc[max(0, end - len(words)) : end]] == words:
            return len(words)
    if last.lower_ == "well" and syntax.word_at(last, -1) == syntax.word_at(last, 1) == "as":
        return 2
    if _tells_what_follows(last):
        return end - last.left_edge.i
    return int(
        last.dep_ == "cc"
        or last.tag_ == "WRB"
        or (last.tag_ == "TO" and last.dep_ == "aux")
        or _opens_clause(last)
        or opens_quotation(last)
        or _opens_list(last)
    )


def _opens_clause(last: Token) -> bool:
    """Whether a relative only leads to a list behind a colon: "find ports that:", "a crew who:"."""
    behind = syntax.neighbour(last)
    return behind is not None and behind.text == ":" and last.lower_ in syntax.RELATIVES


def _opens_list(last: Token) -> bool:
    """Whether a preposition only leads to a list: "take steps to:", "…, including, for example:"."""
    behind = syntax.neighbour(last)
    marks = {":", ","} if last.lower_ == "including" else {":"}
    marked = behind is not None and behind.text in marks
    return marked and last.dep_ == "prep" and syntax.child(last, "pobj", "pcomp") is None


def _tells_what_follows(last: Token) -> bool:
    """Whether a relative clause only leads to a list behind a colon: "send a report that includes:"."""
    behind = syntax.neighbour(last)
    leads = behind is not None and behind.text == ":" and last.dep_ == "relcl"
    return leads and last.left_edge.lower_ in syntax.RELATIVES and last.i - last.left_edge.i == 1


def lone_marks(span: Span) -> tuple[bool, int | None]:
    """Whether a quotation that the span opens is still open at its end; where one closes unopened."""
    opened, stray = 0, None
    for token in span:
        if opens_quotation(token):
            opened += 1
        elif _closes_quotation(token):
            if opened:
                opened -= 1
            else:
                stray = token.i
    return opened > 0, stray


def closed_at(span: Span) -> int:
    """The end of a span whose open quotation is closed right behind it, that mark included."""
    end = span.end
    while end < span.sent.end and span.doc[end].text in CLOSING:
        end += 1
    return end + 1 if end < span.sent.end and _closes_quotation(span.doc[end]) else span.end


def opens_quotation(token: Token) -> bool:
    """Whether a token is a mark that opens words of somebody."""
    if token.text != STRAIGHT_MARK:
        return token.text in OPENING_MARKS
    return not token.whitespace_ and (token.i == 0 or bool(token.nbor(-1).whitespace_))


def _closes_quotation(token: Token) -> bool:
    return token.text in CLOSING_MARKS or (token.text == STRAIGHT_MARK and not opens_quotation(token))
