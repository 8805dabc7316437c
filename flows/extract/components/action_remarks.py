"""What is said beside an act within its words: remarks, and clauses of their own behind it."""

from __future__ import annotations

import re

from flows.extract import syntax
from flows.extract.components.action_marks import opens_quotation
from flows.extract.components.attribution_lexicon import attribution_lexicon, saying_verbs
from flows.extract.components.occasion import tells_occasion, under_deal
from flows.extract.components.outside_action import (
    done_by_others,
    is_condition,
    marks_of,
    remarks_on_act,
    sums_up,
    tells_why,
)
from flows.extract.parse import Span, Token

# What a clause behind a comma concedes, or gives as a reason, is no part either.
CONCEDING = frozenset({"though", "although", "whereas", "while", "since"})
RELATIVES = frozenset({"which", "who", "whose", "whom", "where"})
BROKEN_OFF = frozenset({"DT", "JJ"})  # with which no phrase ends: "a new — a NATO meeting"
OPENING_ITEM = frozenset({"a", "an", "the", "and", "or", "one", "two", "three"})
SUMMING_ALONE = frozenset({"something"})  # what sums up an act without an article: ", something it never did"
ECHOING = frozenset({"so", "neither", "nor"})
LONGEST_ECHO = 3  # words of ", and I won't"
# What tells behind a comma by how much an act is late, or more than others: ", two days after the vote".
MEASURED = re.compile(
    r",\s(?:[\w-]+\s){1,3}(?:hour|day|week|month|year|decade)s?\s(?:behind|after|before|ahead|later|earlier|sooner)\b"
    r"|,\s(?:more|less|fewer)\s(?:[\w-]+\s){0,3}than\b",
    re.IGNORECASE,
)
CLOSING_CLAUSES = frozenset({"relcl", "advcl"})
LOOSE = frozenset({"appos", "conj", "npadvmod", "dobj", "dep", "oprd"})


def without_second_clause(span: Span) -> Span:
    """The span up to where a clause of its own begins.

    It begins behind a semicolon ("$3 for nets; more will follow"), or is one more thing that is said ("mend
    the pier | and that no ship was lost").
    """
    for mark in span[1:-1]:
        if mark.text == ";" and any(_begins_clause(token, mark) for token in span.doc[mark.i + 1 : span.end]):
            return span.doc[span.start : mark.i]
        if _says_more(mark, span) or _echoes(mark, span):
            return span.doc[span.start : mark.i]
    return span


def _says_more(joint: Token, span: Span) -> bool:
    """Whether "and" or "but" before "that" leads to one more clause of who speaks, and none of the act's."""
    if joint.dep_ != "cc" or joint.i + 2 >= span.end or joint.nbor(1).lower_ != "that":
        return False
    opened = any(token.lower_ == "that" and token.tag_ == "IN" for token in span.doc[span.start : joint.i])
    behind = span.doc[joint.i + 2 : span.end]
    return any(token.tag_ in syntax.FINITE_TAGS for token in behind) and not opened


def _echoes(joint: Token, span: Span) -> bool:
    """Whether a mark or "and" leads to a clause that only echoes the act: ", and so will Peru"."""
    if joint.text != "," and joint.dep_ != "cc":
        return False
    behind = (token for token in span.doc[joint.i + 1 : span.end] if token.dep_ != "cc" and token.text != ",")
    rest = [token for token in behind if token.lower_ in ECHOING or token.pos_ != "ADV"]
    if len(rest) > 1 and rest[0].lower_ in ECHOING:
        return rest[1].tag_ == "MD" or rest[1].lemma_ in {"do", "be", "have"}
    short = 2 <= len(rest) <= LONGEST_ECHO and rest[0].tag_ == "PRP" and rest[1].tag_ == "MD"
    return short and all(token.dep_ == "neg" for token in rest[2:])


def _begins_clause(subject: Token, mark: Token) -> bool:
    """Whether a word is the subject of a finite verb, and begins right behind a mark."""
    verb = subject.head
    finite = verb.tag_ in syntax.FINITE_TAGS or any(
        helper.tag_ in syntax.FINITE_TAGS for helper in syntax.auxiliaries(verb)
    )
    begins = subject.left_edge.i == mark.i + 1 and subject.tag_ not in syntax.RELATIVE_TAGS
    return subject.dep_ in {"nsubj", "nsubjpass"} and begins and finite


def without_remark(span: Span) -> Span:
    """The span without what closes it and is no part of the act.

    A relative clause behind a comma (", which opened in May"), a condition or remark below a complement, what
    led to the act or others do (", under a law of May", ", paid for by them"), and who says it (", the bank
    forecast", which is parsed as a thing).
    """
    doc = span.doc
    span = _without_measure(without_relative(span))
    for token in span:
        mislabelled = token.dep_ in {"ccomp", "advcl"} and token.left_edge.lower_ == "which"
        closes = token.dep_ in CLOSING_CLAUSES or token.dep_ in LOOSE or token.dep_ in {"acl", "prep"}
        if not closes and not mislabelled and not tells_why(token):
            continue
        first = token.left_edge.i
        if token.right_edge.i < span.end - 1 or first - 1 <= span.start:
            continue
        behind_comma = doc[first - 1].text == "," or (
            opens_quotation(doc[first - 1]) and doc[first - 2].text == ","
        )
        behind_dash = doc[first - 1].text in syntax.DASHES and bool(doc[first - 1].whitespace_)
        behind_dash = behind_dash and doc[first - 2].tag_ not in BROKEN_OFF
        relative = token.dep_ == "relcl" and behind_comma and token.left_edge.lower_ != "that"
        loose = token.dep_ in LOOSE or (token.dep_ == "ccomp" and not syntax.is_verb(token))
        beside = loose and behind_comma and first < token.i
        beside = beside and (_may_say(token) or sums_up(token))
        beside = beside or (behind_comma and token.lower_ in SUMMING_ALONE and token.dep_ in LOOSE)
        beside = beside or (loose and behind_dash and _is_one_thing(token, span))
        remark = token.dep_ == "advcl" and (is_condition(token) or (behind_comma and _remarks(token)))
        remark = remark or (behind_comma and _closes_content(token, span))
        done = token.dep_ in {"acl", "advcl"} and behind_comma and first == token.i and done_by_others(token)
        led = remarks_on_act(token) or (behind_comma and tells_why(token))
        of_act = (tells_occasion(token) or under_deal(token)) and not _is_in_relative(token, span)
        led = led or (of_act and syntax.is_verb(span[0]))
        if relative or (mislabelled and behind_comma) or beside or remark or done or led:
            return doc[span.start : first]
    return span


def _without_measure(span: Span) -> Span:
    """The span without what tells last by how much something is late: ", two months behind its plan"."""
    told = MEASURED.search(span.text)
    if told is None:
        return span
    comma = next((token for token in span if token.idx == span.start_char + told.start()), None)
    closes = comma is not None and "," not in span.text[told.end() :]
    return span.doc[span.start : comma.i] if comma is not None and closes and comma.i > span.start else span


def without_relative(span: Span) -> Span:
    """The span without the last clause that tells more of something behind a comma, whatever its parse.

    ", where ice had cut the quay", ", which opened in May": to the end, without another comma.
    """
    doc = span.doc
    commas = [token.i for token in span[1:-1] if token.text == ","]
    if not commas or doc[commas[-1] + 1].lower_ not in RELATIVES:
        return span
    behind = doc[commas[-1] + 2 : span.end]
    tells = any(token.tag_ in syntax.FINITE_TAGS for token in behind)
    return doc[span.start : commas[-1]] if tells else span


def _is_one_thing(noun: Token, span: Span) -> bool:
    """Whether a noun behind a dash says what the one before it is: " – a vital link", and no list."""
    behind = span.doc[noun.i : span.end]
    lists = any(token.text == "," and syntax.word_at(token, 1) in OPENING_ITEM for token in behind)
    return syntax.begins_with_a(noun) and not lists and syntax.child(noun, "conj") is None


def _closes_content(clause: Token, span: Span) -> bool:
    """Whether a gerund behind a comma closes an act whose content it hangs on: "let them land, ending a ban".

    Not where it stands in a list: "begin to help by mending nets, lending boats".
    """
    if clause.dep_ != "advcl" or clause.tag_ != "VBG" or syntax.child(clause, "conj") is not None:
        return False
    if any(token.dep_ == "pcomp" and token.tag_ == "VBG" for token in span.doc[span.start : clause.i]):
        return False
    above = clause.head
    while above.i > span.start and above.dep_ in {"xcomp", "ccomp"}:
        above = above.head
    return above.i == span.start


def _is_in_relative(word: Token, span: Span) -> bool:
    """Whether a word stands in a clause about something in a span: "a town that fell after a raid"."""
    return any(up.dep_ in syntax.CLAUSES_ON_NOUNS and up.i > span.start for up in syntax.ancestors(word))


def _remarks(clause: Token) -> bool:
    first = clause.left_edge
    if first.lower_ == "as" and first.dep_ == "mark" and syntax.auxiliaries(clause):
        return syntax.child(clause, "nsubj", "nsubjpass") is None  # ", as had been foreseen"
    if marks_of(clause) & CONCEDING:
        return syntax.child(clause, "nsubj", "nsubjpass") is not None
    if any(helper.lower_ == "having" for helper in syntax.children(clause, "aux")):
        return True  # ", having risen in May"
    return clause.tag_ == "VBG" and clause.lemma_.lower() in attribution_lexicon().remarks.lemmas


def _may_say(token: Token) -> bool:
    if syntax.child(token, "neg") is not None:
        return False  # "publish prices, not estimates"
    return token.lemma_ in saying_verbs() or token.lemma_ in attribution_lexicon().taken_for_nouns.lemmas
