"""When an act is due: which of a sentence's time expressions dates it, chosen by syntax.

The forms of expressions are in ``time_forms``, the days that they mean in ``time_resolved``.
"""

from __future__ import annotations

from collections.abc import Sequence

from flows.extract.components.condition import ConditionFound
from flows.extract.components.coordination import coordinated_verbs
from flows.extract.components.cue_lexicon import leaves_time, ways_to_ask
from flows.extract.components.denial import will_not_be
from flows.extract.components.time_above import dates_act_above
from flows.extract.components.time_ahead import looks_ahead
from flows.extract.components.time_below import dates_act_below, dates_other_act
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

GIVEN = "time.duration_given"  # the rule for a time that somebody is given to act
TERM = "time.future"  # the rule for a time that only looks ahead: "in the near term, it will:"
BOUNDING = frozenset({"end", "before", "span"})  # by when all of a list is due
DISTANCE_OF_NEIGHBOUR = 5  # the rank of an expression that only stands beside the act, in steps of the parse


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
        and looks_ahead(time)
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
    if any(dates_other_act(token, time, verb) for token in below):
        return None
    if meeting == 0 and time.rule_id != GIVEN:
        return (len(path), span.start) if dates_act_below(time, path, verb) else None
    links = chain[: meeting + 1]
    beside = any(token.dep_ == "conj" for token in links[:-1]) and time.rule_id != GIVEN
    beside = beside or any(_tells_of_others(token) for token in links[:-1])
    if not beside and _sets_time_to_act([*path, links[-1]], verb, time):
        return 10 * meeting + len(path), span.start
    if time.rule_id == GIVEN:
        return None  # "it takes ten years to build"
    return (10 * meeting + len(path), span.start) if dates_act_above(time, span, links) else None


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
