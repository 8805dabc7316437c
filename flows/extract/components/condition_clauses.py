"""The clauses of a sentence that words open which tell on what an act depends, and how far they reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from flows.extract import syntax
from flows.extract.components.action_marks import closed_at, opens_quotation
from flows.extract.components.action_remarks import without_relative
from flows.extract.components.condition_lexicon import (
    Kind,
    Opener,
    condition_lexicon,
    excluded_phrases,
    openers,
)
from flows.extract.components.outside_action import sums_up
from flows.extract.parse import Span, Token

FINITE_ALONE = frozenset({"VBD", "VBZ"})  # the forms of a verb that no bare one can be coordinated with
PAST_OR_PRESENT = frozenset({"VBD", "VBP", "VBZ"})
PAIRED_MARKS = {",": ",", "-": "-", "--": "--", "–": "–", "—": "—", "(": ")"}


@dataclass(frozen=True, slots=True)
class Opening:
    """The tokens ``start`` to ``end`` (exclusive) that open a condition, and the rule they match."""

    start: int
    end: int
    rule: Opener
    kind: Kind


@dataclass(frozen=True, slots=True)
class Clause:
    """A possible condition: its words, and the token by which it hangs on the rest of the sentence."""

    span: Span
    top: Token
    opening: Opening


def opened_clauses(act: Token, sentence: Span) -> Iterator[Clause]:
    """What a sentence's openers open, in its order: what ``act`` may depend on, if it hangs on it."""
    for opening in _openings(sentence):
        top, end = _extent(opening, sentence)
        end = _with_listed(top, end, act)
        if opening.start <= act.i < end or _holds_subject(opening, end, act):
            end = _end_before(act, opening)
        end = _before_modal_again(opening, end, act)
        end = _before_reason(opening, _to_comma(opening, end, act), act)
        end = _end_of_insertion(opening, min(end, sentence.end), act)
        span = _trim(_without_comment(without_relative(sentence.doc[opening.start : end])))
        if len(span) > opening.end - opening.start or opening.kind == "fixed":
            yield Clause(span, top, opening)


def _with_listed(verb: Token, end: int, act: Token) -> int:
    """``end``, moved behind further verbs of a condition that the parse coordinates with the act instead.

    "Would leave if the mayor paid the crews, | freed the boats and reopened the pier"; what "and" behind a
    comma leads to is what who speaks did. So with a subject of its own: "if it rained | and ice was thin".
    """
    listed = False
    for other in syntax.conjuncts(act)[1:]:
        if _is_joined_clause(other, verb, end, act):
            end = other.right_edge.i + 1
            continue
        if verb.tag_ not in FINITE_ALONE:
            continue
        between = act.doc[end : other.i]
        joined = all(token.is_punct or token.dep_ in {"cc", "advmod"} for token in between)
        joined = joined and (
            listed or len({token.text for token in between if token.dep_ == "cc" or token.text == ","}) < 2
        )
        alike = other.tag_ == verb.tag_ and act.tag_ != verb.tag_
        if other.i >= end and joined and alike and syntax.child(other, "nsubj", "nsubjpass") is None:
            end, listed = other.right_edge.i + 1, True
    return end


def _is_joined_clause(other: Token, verb: Token, end: int, act: Token) -> bool:
    """Whether "and" or "or" alone joins a past clause with a subject of its own to a past condition."""
    subject = syntax.child(other, "nsubj", "nsubjpass")
    if subject is None or syntax.modal_of(act) is None or not (_is_past(verb) and _is_past(other)):
        return False
    return [token.dep_ for token in act.doc[end : subject.left_edge.i]] == ["cc"]


def _is_past(verb: Token) -> bool:
    first = next(iter(syntax.auxiliaries(verb)), verb)
    return first.tag_ == "VBD"


def _holds_subject(opening: Opening, end: int, act: Token) -> bool:
    """Whether the parse runs a condition over the subject behind it: "when it rains, Peru will"."""
    if not opening.end < end <= act.i or opening.kind != "clause":
        return False
    between = act.doc[end : act.i]
    return any(token.tag_ == "MD" for token in (*between, act)) and all(
        token.dep_ in syntax.AUXILIARIES or token.pos_ in {"ADV", "PART"} for token in between
    )


def _to_comma(opening: Opening, end: int, act: Token) -> int:
    """``end``, moved to the comma before the act where the parse hangs a clause of the condition on that.

    "If the board tells us | it was wrong, we will leave".
    """
    before = syntax.neighbour(act.doc[opening.start], -1)
    opens = before is None or before.i < act.sent.start or before.is_quote
    comma = next((token.i for token in act.doc[end : act.i] if token.text == ","), None)
    if opening.kind != "clause" or not opens or comma is None or not opening.end < end < comma:
        return end
    between = act.doc[end:comma]
    told = any(token.tag_ in PAST_OR_PRESENT for token in between)
    return comma if told and not any(token.is_punct or token.tag_ == "MD" for token in between) else end


def _without_comment(span: Span) -> Span:
    """The span without what sums it up behind a comma: "if they paid, an idea that he called rash"."""
    for noun in span:
        comma = noun.left_edge.i - 1
        closes = noun.pos_ == "NOUN" and comma > span.start and noun.right_edge.i >= span.end - 1
        if closes and span.doc[comma].text == "," and sums_up(noun):
            return span.doc[span.start : comma]
    return span


def _before_modal_again(opening: Opening, end: int, act: Token) -> int:
    """``end``, or where the act's own modal comes again: "would wait until it rained | and would sail"."""
    modal = syntax.modal_of(act)
    if modal is None or opening.start < act.i:
        return end
    words = act.doc.tokens[opening.end : end]
    again = next((word for word in words if word.tag_ == "MD"), None)
    if again is None or again.lower_ != modal.lower_ or syntax.word_at(again, -1) not in {"and", "but"}:
        return end
    return again.i - 1


def _before_reason(opening: Opening, end: int, act: Token) -> int:
    """``end``, or where a reason begins: "as long as it takes because we care", "… as it recovers"."""
    return next((token.i for token in act.doc[opening.end + 2 : end] if _gives_reason(token)), end)


def _gives_reason(token: Token) -> bool:
    if token.lower_ == "because":
        behind = syntax.neighbour(token)
        return behind is None or behind.lower_ != "of"
    clause = token.head  # not "as soon as it can"
    opens = token.lower_ == "as" and token.dep_ == "mark" and clause.left_edge.i == token.i
    before = syntax.neighbour(token, -1)
    return opens and (before is None or before.pos_ != "ADV") and syntax.child(clause, "nsubj") is not None


@lru_cache(maxsize=16)  # the acts of a sentence ask one after the other
def _openings(sentence: Span) -> tuple[Opening, ...]:
    """All openers of a sentence, none overlapping another."""
    return tuple(_openers_in(sentence))


def _openers_in(sentence: Span) -> Iterator[Opening]:
    """They, in the order of the text; at one place the longest match goes first."""
    index = openers()
    lower = [token.lower_ for token in sentence]
    reached = 0
    for position, first in enumerate(lower):
        possible = index.get(first)
        if possible is None or position < reached or _is_excluded(lower, position):
            continue
        for words, rule, kind in possible:
            if lower[position : position + len(words)] == words and not _is_broken(sentence, position, words):
                start, reached = sentence.start + position, position + len(words)
                yield Opening(start, sentence.start + reached, rule, kind)
                break


def _is_broken(sentence: Span, position: int, words: list[str]) -> bool:
    """Whether a dash breaks an opener off ("as soon as — well"), or its "that" points ("that report")."""
    last = position + len(words) - 1
    points = len(words) > 1 and words[-1] == "that" and sentence[last].tag_ == "DT"
    return points or (last + 1 < len(sentence) and sentence[last + 1].text in syntax.DASHES)


def _is_excluded(lower: list[str], position: int) -> bool:
    """Whether no condition can open here: "as soon as possible", "even if", "a word on when it ends"."""
    excluded = condition_lexicon().excluded
    if position > 0 and lower[position - 1] in excluded.before:
        return True
    possible = excluded_phrases().get(lower[position], ())
    return any(lower[position : position + len(words)] == words for words in possible)


def _extent(opening: Opening, sentence: Span) -> tuple[Token, int]:
    """The token by which the condition hangs on the rest, and the end of its words (exclusive)."""
    doc = sentence.doc
    inside = range(opening.start, opening.end)
    if opening.kind == "fixed":
        return doc[opening.start : opening.end].root, opening.end
    if opening.kind == "phrase":
        top = doc[opening.start : opening.end].root
        return top, max(top.right_edge.i + 1, opening.end)
    first = doc[opening.start]
    verb = top = first.head if _is_mark_of(first, opening) else _opened(doc[opening.end - 1], sentence)
    conjunct = syntax.child(verb, "conj")
    if verb.tag_ == "VBN" and verb.i == opening.end and conjunct is not None and conjunct.tag_ == "VB":
        return top, verb.i + 1  # "to resign if elected and make way"
    if verb.dep_ in syntax.AUXILIARIES and syntax.is_verb(verb.head) and verb.head.i > verb.i:
        verb = verb.head  # "if Peru let | go of them"
    while top.head.i in inside and top.head.i != top.i:
        top = top.head
    return top, _behind_hyphen(max(verb.right_edge.i, top.right_edge.i) + 1, sentence)


def _is_mark_of(first: Token, opening: Opening) -> bool:
    """Whether by the parse the first of several words opens a clause: "in case any ship sinks"."""
    return first.dep_ == "mark" and first.head.i >= opening.end and opening.end - opening.start > 1


def _behind_hyphen(end: int, sentence: Span) -> int:
    """``end``, moved to the end of a hyphenated word that the parse breaks apart ("if re-elected in May")."""
    doc = sentence.doc
    if end + 1 < sentence.end and doc[end].text == "-" and not doc[end - 1].whitespace_:
        return max(doc[end + 1].right_edge.i + 1, end + 2)
    return end


def _opened(last: Token, sentence: Span) -> Token:
    """What the last word of an opener opens: "after taking", "if it agrees".

    Where the parse ties the two together in no way, it is the next verb; without one, the word itself.
    """
    below = syntax.child(last, "pcomp", "pobj", "ccomp")
    if below is not None:
        return below
    following = syntax.neighbour(last)
    if last.lower_ == "once" and following is not None and following.lower_ == "in":
        return following  # "once in office"
    if last.head.i > last.i:
        of_subject = last.dep_ == "amod" and last.head.dep_ in syntax.SUBJECTS  # "provided lorries are found"
        return last.head.head if of_subject else last.head
    if last.tag_ not in {"IN", "WRB", "VBN", "NN"}:
        return last
    behind = sentence.doc[last.i + 1 : sentence.end]
    verbs = (token for token in behind if syntax.is_verb(token) and token.dep_ not in syntax.AUXILIARIES)
    verb = next(verbs, last)
    return verb if last.tag_ != "NN" or _begins_behind(verb, last) else last


def _begins_behind(verb: Token, last: Token) -> bool:
    """Whether a verb's clause begins right behind a noun: "in case | the dam breaks"."""
    subject = syntax.child(verb, "nsubj", "nsubjpass")
    return subject is not None and subject.left_edge.i == last.i + 1


def _end_before(act: Token, opening: Opening) -> int:
    """The end of a condition in front of the act where the parse runs over it: the first comma behind its
    verb."""
    verb = _opened(act.doc[opening.end - 1], act.sent)
    first = verb.i if verb.i < act.i else opening.end
    return next((token.i for token in act.doc[first : act.i] if token.text == ","), opening.end)


def _end_of_insertion(opening: Opening, end: int, act: Token) -> int:
    """``end``, or where the mark closes that sets the condition off from the rest before it ("- if so -")."""
    doc = act.doc
    mark = doc[opening.start - 1].text if opening.start > act.sent.start else ""
    closing = PAIRED_MARKS.get(mark)
    if closing is None or (mark == "," and opening.start > act.i):
        return end
    verb = _opened(doc[opening.end - 1], act.sent)
    first = verb.i if mark == "," and opening.end <= verb.i < end else opening.end
    return next((token.i for token in doc[first:end] if token.text == closing), end)


def _trim(span: Span) -> Span:
    """Without closing punctuation, and cut at a quotation mark that has no partner inside or right behind."""
    quotes = [token for token in span if token.is_quote]
    if len(quotes) % 2 and opens_quotation(quotes[-1]):
        closed = closed_at(span)
        if closed > span.end:
            return span.doc[span.start : closed]
    paired = len(quotes) % 2 == 0
    end = span.end if paired else quotes[-1].i
    while end > span.start and (span.doc[end - 1].is_punct or span.doc[end - 1].is_space):
        if paired and span.doc[end - 1].is_quote:
            break
        end -= 1
    return span.doc[span.start : end]
