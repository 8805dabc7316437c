"""When an act is due or how long it lasts.

``find_time_expressions`` reads the expressions of a sentence (their forms are in ``time_forms``),
``time_of_action`` chooses by syntax the one that dates an act, ``resolve`` counts it from the day of
publication, and ``resolve_event`` looks up an event among those that the document dates itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from flows.extract.components.condition import ConditionFound
from flows.extract.components.coordination import coordinated_verbs
from flows.extract.components.cue_lexicon import leaves_time, ways_to_ask
from flows.extract.components.dates import DateRange, Tense, bounded, date_range
from flows.extract.components.denial import will_not_be
from flows.extract.components.event_dates import DatedEvent, dated_events, event_named
from flows.extract.components.time_forms import TimeExpression, find_time_expressions
from flows.extract.components.time_lexicon import grammar
from flows.extract.components.undated import SINCE, dates_other, tells_of_some
from flows.extract.parse import Span, Token
from flows.extract.syntax import (
    SUBJECTS,
    ancestors,
    child,
    children,
    conjunction_head,
    has_to,
    is_verb,
    modal_of,
)

__all__ = [
    "DatedEvent",
    "TimeExpression",
    "dated_events",
    "find_time_expressions",
    "is_over",
    "resolve",
    "resolve_event",
    "time_of_action",
    "time_of_list",
]

# Links by which an act depends on the words that commit to it: "pledged to send", "said it will send",
# "its pledge to send", "a pledge of $10 million".
COMMISSIVE_LINKS = frozenset(
    {"xcomp", "ccomp", "acl", "dobj", "pobj", "prep", "attr", "nsubjpass", "oprd", "appos", "pcomp", "acomp"}
)
# Links below which an expression dates something else than the act.
FOREIGN_LINKS = frozenset({"relcl", "poss", "ccomp", "parataxis", "nsubj", "nsubjpass", "csubj"})
LOOKING_AHEAD = frozenset({"end", "before", "until", "span", "last"})
GIVEN = "time.duration_given"  # the rule for a time that somebody is given to act
TERM = "time.future"  # the rule for a time that only looks ahead: "in the near term, it will:"
BOUNDING = frozenset({"end", "before", "span"})  # by when all of a list is due
DISTANCE_OF_NEIGHBOUR = 5  # the rank of an expression that only stands beside the act, in steps of the parse


def resolve(expression: TimeExpression, published_on: dt.date | None, tense: Tense) -> DateRange:
    """The first and last day that the expression allows; None for an open or unknown end.

    Relative expressions need ``published_on``; without a year, weekdays and dates are the nearest that
    ``tense`` allows. Fiscal years are those of the United States. Events that their own words don't date
    resolve by ``resolve_event``.
    """
    if expression.kind in {"length", "recurrent", "vague", "clause"}:
        return None, None
    return date_range(expression.value, published_on, tense)


def resolve_event(expression: TimeExpression, events: Sequence[DatedEvent]) -> DateRange:
    """The days that "at the summit" or "before the vote" allow, where ``events`` holds that event.

    ``events`` come from ``dated_events`` over the document; (None, None) where none of them fits.
    """
    event = event_named(expression.text, events) if expression.kind == "event" else None
    if event is None:
        return None, None
    return bounded((event.start, event.end), expression.value, None)


def time_of_action(
    verb: Token, action: Span, sentence: Span, condition: ConditionFound | None = None
) -> TimeExpression | None:
    """The expression that dates the act of ``verb`` (or of the noun that names it), None without one.

    It hangs on the act itself, on a verb that the act is coordinated with, or on the words that commit
    to it; at words of saying only what looks ahead counts ("pledged on Tuesday" dates the pledge). What
    stands inside the clause of its ``condition`` dates that.
    """
    found = [time for time in find_time_expressions(sentence) if not _is_within(time, condition, sentence)]
    ranked = [(rank, n) for n, time in enumerate(found) if (rank := _rank(time, verb, action)) is not None]
    return found[min(ranked)[1]] if ranked else None


def _is_within(time: TimeExpression, condition: ConditionFound | None, sentence: Span) -> bool:
    """Whether an expression stands in a condition: "if it rains by May".

    Of a phrase only what goes on as a clause has a time of its own: "for a promise that talks open in May".
    """
    if condition is None or not condition.start_char <= time.start_char < condition.end_char:
        return False
    if condition.start_char == time.start_char:
        return time.kind == "vague"  # "on the day it rains", but "until the season begins on June 1"
    if condition.kind == "clause":
        return True
    before = sentence.doc.char_span(condition.start_char, time.start_char, alignment_mode="expand")
    return before is not None and any(token.dep_ in SUBJECTS for token in before)


def _rank(time: TimeExpression, verb: Token, action: Span) -> tuple[int, int] | None:
    """How closely an expression hangs on the act, less being closer; None where it dates another thing."""
    span = verb.doc.char_span(time.start_char, time.end_char, alignment_mode="expand")
    if (
        span is None
        or span.start <= verb.i < span.end
        or dates_other(time, span, verb)
        or (time.kind == "clause" and will_not_be(verb))  # a condition: "not before they disarm"
        or _is_behind_next_act(span, action, verb)
    ):
        return None
    if time.kind == "length":
        return (1, span.start) if _measures(_measured(span), verb) else None
    act = _first_parallel(verb) if span.end <= verb.i else verb
    by_parse = _rank_by_parse(time, span, act)
    if (
        by_parse is None
        and time.rule_id != GIVEN
        and _looks_ahead(time)
        and _ends(span, action)
        and not tells_of_some(time, span)
    ):
        return DISTANCE_OF_NEIGHBOUR, span.start
    return by_parse


def _is_behind_next_act(span: Span, action: Span, verb: Token) -> bool:
    """Whether an expression stands behind another act of the list: "will mend it and sell ten by May"."""
    if span.start < action.end or not is_verb(verb):
        return False
    return any(action.end <= other.i < span.start for other in coordinated_verbs(verb))


def _measured(span: Span) -> Token:
    """The noun of a length: what "of" hangs on ("a truce of ten days"), or the head of the words for it."""
    head = span.root.head
    return head.head if head.lower_ == "of" else head


def _measures(noun: Token, verb: Token) -> bool:
    """Whether a noun with a length is the act ("a five-year plan", "a truce of ten days"), what the act does
    for so long ("impose a one-year ban") or its deadline ("a 30-day deadline").
    """
    if noun.i == verb.i:
        return verb.pos_ != "VERB"
    if noun.dep_ == "dobj" and noun.head.i == verb.i and noun.lemma_.lower() in grammar().lasting:
        return not _ends_it(verb)
    return (
        "given" in ways_to_ask(noun)
        and has_to(verb)
        and any(noun.i == up.i or noun.head.i == up.i for up in ancestors(verb))
    )


def _ends_it(verb: Token) -> bool:
    """Whether a verb ends what lasts: "call off the nine-day strike"."""
    ending = grammar().ending
    off = any(word.lower_ in ending.particles for word in children(verb, "prt"))
    return off or verb.lemma_ in ending.lemmas


def _first_parallel(verb: Token) -> Token:
    """The first of like clauses set side by side: "in future, we will arm them, we will train them"."""
    while (before := child(verb, "ccomp")) is not None and before.i < verb.i and _alike(before, verb):
        verb = before
    if (relative := child(verb, "ccomp")) is None or relative.i > verb.i:
        return verb
    inner = [token for token in relative.subtree if token.i < verb.i and _alike(token, verb)]
    return inner[0] if inner else verb


def _alike(one: Token, other: Token) -> bool:
    """Whether two verbs have the same modal and the same subject's word."""
    modals, subjects = (modal_of(one), modal_of(other)), (child(one, "nsubj"), child(other, "nsubj"))
    if modals[0] is None or modals[1] is None or subjects[0] is None or subjects[1] is None:
        return False
    return modals[0].lower_ == modals[1].lower_ and subjects[0].lower_ == subjects[1].lower_


def _ends(span: Span, action: Span) -> bool:
    """Whether the expression ends the act's words, or follows them with closing marks at most between."""
    if span.start < action.end:
        return span.end == action.end
    return all(token.is_quote for token in action.doc[action.end : span.start])


def _rank_by_parse(time: TimeExpression, span: Span, verb: Token) -> tuple[int, int] | None:
    chain = [verb, *ancestors(verb)]
    steps = {token.i: step for step, token in enumerate(chain)}
    path = [span.root]
    for token in ancestors(span.root):
        if token.i in steps:
            break
        path.append(token)
    else:
        return None
    meeting = steps[path[-1].head.i]
    below = path[1:] if time.kind == "clause" or time.rule_id == SINCE else path
    if any(_is_foreign(token, time, verb) for token in below):
        return None
    if meeting == 0 and time.rule_id != GIVEN:
        return (len(path), span.start) if _dates_act_below(time, path, verb) else None
    links = chain[: meeting + 1]
    beside = any(token.dep_ == "conj" for token in links[:-1]) and time.rule_id != GIVEN
    beside = beside or any(_tells_of_others(token) for token in links[:-1])
    if not beside and _sets_time_to_act([*path, links[-1]], verb, time):
        return 10 * meeting + len(path), span.start
    if time.rule_id == GIVEN:
        return None  # "it takes ten years to build"
    return (10 * meeting + len(path), span.start) if _dates_act_above(time, span, links) else None


def _tells_of_others(token: Token) -> bool:
    """Whether a relative clause tells what others do: "three weeks to go to camps where guards are to be"."""
    return token.dep_ == "relcl" and child(token, "nsubj", "nsubjpass") is not None


def _sets_time_to_act(tokens: Sequence[Token], verb: Token, time: TimeExpression) -> bool:
    """Whether an expression tells by when somebody is to act: "set a deadline of May 1 to leave".

    Time that somebody has, or is given, is for all that stands behind it: "has ten days to pay or leave".
    """
    verb = conjunction_head(verb) if time.rule_id == GIVEN else verb
    if not has_to(verb):
        return False
    asked = {way for token in tokens for way in ways_to_ask(token)}
    return bool(asked & {"given", "period"}) or any(map(leaves_time, tokens))


def _is_foreign(token: Token, time: TimeExpression, verb: Token) -> bool:
    """Whether what hangs below ``token`` dates something else than the act of ``verb``."""
    if token.dep_ == "relcl" and token.tag_ in {"VB", "VBN"} and child(token, "nsubj", "nsubjpass") is None:
        return False  # "steps to be taken before the summit"
    if token.head.i == verb.i and _completes(token, verb):
        return False
    if token.dep_ in FOREIGN_LINKS or (token.tag_ == "VBD" and child(token, "nsubj") is not None):
        return True
    if token.dep_ == "conj":
        return is_verb(token) and (token.head.i <= verb.i or child(token, "nsubj") is not None)
    if _recalls(token):
        return True
    participle = token.tag_ in {"VBN", "VBD"} and child(token, "nsubj", "nsubjpass") is None
    if token.dep_ == "advcl" and participle and token.i < verb.i and time.kind == "day":
        return not _looks_ahead(time)  # "under the pact, signed Friday, they will"
    if token.dep_ == "acl" and token.tag_ == "VBN":  # "hit by storms on Monday", "a vote called for June 24"
        if time.value.bound in {"before", "after"} and token.lemma_ in grammar().saying:
            return True  # "under a pact signed before the vote"
        lasts = time.value.bound == "last" and (time.kind != "duration" or token.head.i != verb.i)
        return lasts or not _looks_ahead(time)  # "held for years", but "a truce agreed for a year"
    if token.dep_ == "advcl" and child(token, "nsubj", "nsubjpass") is not None:
        return not any(mark.lower_ in grammar().dating.conjunctions for mark in token.lefts)
    return False


def _recalls(clause: Token) -> bool:
    """Whether a clause tells what was said or done before: "as agreed in May", "having risen in May"."""
    if any(helper.lower_ == "having" for helper in children(clause, "aux")):
        return True
    mark = child(clause, "mark")
    as_before = mark is not None and mark.lower_ == "as" and child(clause, "nsubj", "nsubjpass") is None
    return as_before and clause.tag_ in {"VBN", "VBD"} and clause.lemma_ in grammar().saying


def _completes(clause: Token, verb: Token) -> bool:
    """Whether a clause tells what its head is about: "a promise that it would join", "let it stay"."""
    if verb.pos_ == "NOUN":
        that = child(clause, "mark")
        return clause.dep_ == "ccomp" or (that is not None and that.lower_ == "that")
    return verb.lemma_ == "let" and clause.dep_ == "ccomp" and clause.tag_ == "VB"


def _dates_act_below(time: TimeExpression, path: list[Token], verb: Token) -> bool:
    """Whether an expression in the act's own subtree dates the act."""
    if time.orientation == "past" and not (time.value.bound == "after" and has_to(verb)):
        return len(path) == 1 and verb.tag_ in {"VBD", "VBN"} and verb.lemma_ not in grammar().saying
    that = child(verb, "mark")
    if that is not None and path[0].i < that.i and not _looks_ahead(time):
        return False  # "its announcement today that it will help"
    if _at_the_saying(time, verb) or _tells_when_made(time, path, verb):
        return False
    if any(token.dep_ == "xcomp" and has_to(token) for token in path):
        return True  # "invited her to visit in May"
    told = verb.tag_ == "VBD" or (verb.tag_ == "VBN" and child(verb, "auxpass") is None)
    return not (told and verb.lemma_ in grammar().saying) or _looks_ahead(time)


def _tells_when_made(time: TimeExpression, path: list[Token], verb: Token) -> bool:
    """Whether a month or day right behind a deal tells when it was made: "a deal in May on ferries"."""
    inside = time.value.bound == "inside" and time.kind in {"month", "date", "day", "year"}
    deal = verb.pos_ == "NOUN" and verb.lemma_.lower() in grammar().made
    return inside and deal and not _looks_ahead(time) and path[-1].dep_ == "prep"


def _at_the_saying(time: TimeExpression, verb: Token) -> bool:
    """Whether the expression, though parsed below the act, dates the past words that commit to it.

    "Pledged to end the war at a ceremony Sunday", "pledged the assistance in Beijing on Tuesday".
    """
    told = verb.head.tag_ == "VBD" and verb.head.lemma_ in grammar().saying and verb.dep_ in COMMISSIVE_LINKS
    if not told or time.value.bound != "inside" or _looks_ahead(time):
        return False
    if time.kind == "event":
        return time.text.split()[1] in {"a", "an"}
    return verb.pos_ == "NOUN" and time.kind == "day"


def _dates_act_above(time: TimeExpression, span: Span, links: list[Token]) -> bool:
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
    return _looks_ahead(time) or low or _is_quoted(span, verb)


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


def _looks_ahead(time: TimeExpression) -> bool:
    value = time.value
    if time.orientation == "past":
        return False
    begins = value.bound == "start" and time.kind != "range"
    return (
        time.orientation == "future"
        or begins
        or value.bound in LOOKING_AHEAD
        or value.which in {"next", "coming"}
    )


def time_of_list(lead: Token) -> TimeExpression | None:
    """The expression of the sentence before a list that dates its items: "By 2030, the city will:".

    ``lead`` is the word that the items hang on. None where there is no bound to come, or more than one.
    """
    found = [
        time
        for time in find_time_expressions(lead.sent)
        if time.value.bound in BOUNDING or time.rule_id == TERM
    ]
    bounds = [time for time in found if time.orientation != "past"]
    return bounds[0] if len(bounds) == 1 else None


def is_over(time: TimeExpression, published_on: dt.date | None) -> bool:
    """Whether an expression with a year in it names days that all lie before that of publication.

    Such a one dates no act that is to come: "he first promised to do so in 2011". Bounds are another thing:
    what was due "by 2011" may be told of later.
    """
    if published_on is None or (time.value.year is None and time.value.last_year is None):
        return False
    if time.value.bound == "start" and time.text.lower().startswith(grammar().begun):
        start = resolve(time, published_on, "past")[0]
        return start is not None and start < published_on  # "hurt by storms beginning on May 2, 2031"
    if time.value.bound != "inside" and time.kind != "range":
        return False
    end = resolve(time, published_on, "past")[1]
    return end is not None and end < published_on


def _hangs_low(span: Span, verb: Token, meeting: Token) -> bool:
    """Whether an expression at ``meeting`` that may look back dates the act: it stands behind the act, or
    no past word of saying governs it."""
    if span.start > verb.i and verb.pos_ not in {"NOUN", "NUM"}:
        return meeting.i < verb.i or meeting.lemma_ not in grammar().saying
    told = meeting.tag_ in {"VBD", "VBN"} or meeting.pos_ == "NOUN"
    return not told and meeting.lemma_ not in grammar().saying
