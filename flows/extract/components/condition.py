"""On what an act depends: "if …", "unless …", "until it agrees", "subject to approval", "in return for …".

The lexicon is ``lexicons/condition.toml``. The words that open a condition are found by their form, what
they open and what it hangs on by the parse.
"""

from __future__ import annotations

from dataclasses import dataclass

from flows.extract import syntax
from flows.extract.components.action_marks import without_closing
from flows.extract.components.amount_lexicon import amount_lexicon
from flows.extract.components.condition_clauses import Clause, Opening, opened_clauses
from flows.extract.components.condition_lexicon import Kind
from flows.extract.components.condition_links import Links, hangs_on_act, leads_sentence, links_between
from flows.extract.components.condition_terms import is_verb_taken_for_noun, names_term, opens_condition
from flows.extract.components.denial import will_not_be
from flows.extract.parse import Span, Token

REMAINING = frozenset({"remain", "stay"})
DISTANCE_OF_NEIGHBOUR = 5  # the rank of a condition that only stands beside the act, in steps of the parse


@dataclass(frozen=True, slots=True)
class ConditionFound:
    """The words of a condition: ``text`` is ``doc.text[start_char:end_char]``."""

    text: str
    start_char: int
    end_char: int
    rule_id: str
    kind: Kind


def condition_of(act: Token, action: Span, sentence: Span) -> ConditionFound | None:
    """The words on which the act depends, None where the sentence gives none.

    ``act`` heads the span ``action`` in ``sentence``. Of several conditions the closest to the act counts,
    a surer kind first.
    """
    ranked = []
    for clause in opened_clauses(act, sentence):
        rank = _rank(clause, act, action)
        if rank is not None:
            ranked.append((_doubt(clause.opening, rank), rank, clause.span.start, clause))
    if not ranked:
        return None
    chosen = min(ranked, key=lambda item: item[:3])[3]
    span = chosen.span
    opening = chosen.opening
    return ConditionFound(span.text, span.start_char, span.end_char, opening.rule.id, opening.kind)


def without_condition(action: Span, condition: ConditionFound | None) -> Span:
    """The act's words without the clause of a condition that ends them: "return | as soon as it can"."""
    if condition is None or condition.kind != "clause":
        return action
    behind = [token for token in action if token.idx >= condition.end_char]
    again = len(behind) > 1 and behind[0].dep_ == "cc" and behind[1].tag_ == "MD"  # "… and would then sail"
    if not again and any(not (token.is_quote or token.is_punct) for token in behind):
        return action
    end = next((token.i for token in action if token.idx >= condition.start_char), action.end)
    clause = action.doc[end : action.end]
    tells_state = any(syntax.is_verb(token) or is_verb_taken_for_noun(token) for token in clause)
    return without_closing(action.doc[action.start : end]) if end > action.start and tells_state else action


def _doubt(opening: Opening, rank: int) -> int:
    """The order of the kinds: full conditions, stock phrases ("if necessary"), what may be mere time.

    A stock phrase that hangs on the act itself is as sure as a clause.
    """
    return 2 if opening.rule.attachment == "strict" else int(opening.kind == "fixed" and rank > 1)


def _rank(clause: Clause, act: Token, action: Span) -> int | None:
    """How closely a condition hangs on the act, less being closer; None where on something else."""
    rule = clause.opening.rule
    if clause.opening.kind == "clause" and not opens_condition(clause, act):
        return None
    if clause.top.i == act.i or _is_aside(clause, action) or _is_of_later_act(clause, act):
        return None
    if _is_part_of_act(clause, act) or _tells_of_the_rest(clause, act) or _is_occasion(clause, act):
        return None
    if rule.denied_act and not will_not_be(act):
        return None
    links = links_between(clause, act)
    if links is None or any(_states_what_is(token) for token in _outside(clause, links)):
        return None
    if clause.opening.kind == "phrase" and (
        not names_term(clause) or syntax.negation(clause.top) is not None
    ):
        return None
    if leads_sentence(links, clause, act):
        return 1
    if hangs_on_act(links, clause, act) and (clause.opening.kind != "fixed" or len(links.below) == 1):
        return 10 * len(links.above) + len(links.below)
    if rule.attachment == "loose" and (_closes(clause, action) or _is_inserted(clause, act, action)):
        return DISTANCE_OF_NEIGHBOUR
    return None


def _outside(clause: Clause, links: Links) -> list[Token]:
    """What leads up from a condition; of "a truce on condition that they leave" without the clause itself."""
    own = clause.opening.rule.form == "verbless"
    return [token for token in links.below if not (own and token == clause.top)]


def _states_what_is(token: Token) -> bool:
    """Whether a relative clause describes something by what is so now ("those who stay if they want")."""
    return token.dep_ == "relcl" and token.tag_ not in {"VBD", "VBN"}


def _is_aside(clause: Clause, action: Span) -> bool:
    """Whether a comma sets the clause off as a remark on a day or place ("on Monday, when it meets").

    How long after something is told before it is part of the remark: ", hours after it met". What has
    to be done first is none: "next year, after a budget has been passed".
    """
    if _is_to_be_done(clause):
        return False
    start = _with_length(clause)
    return (
        clause.opening.rule.aside_after_comma
        and start > action.start
        and clause.span.doc[start - 1].text == ","
    )


def _is_to_be_done(clause: Clause) -> bool:
    """Whether "after" opens a clause in the perfect of the present: "after a budget has been passed"."""
    opener, verb = clause.span.doc[clause.opening.start], clause.top
    has = (word for word in syntax.auxiliaries(verb) if word.lemma_ == "have")
    return opener.lower_ == "after" and any(word.tag_ in syntax.PRESENT_TAGS for word in has)


def _with_length(clause: Clause) -> int:
    """Where a clause starts, with what tells how long before or after it something is: "two days | after"."""
    start, doc = clause.span.start, clause.span.doc
    before = doc[start - 1] if start > clause.span.sent.start else None
    if before is None or before.lemma_.lower() not in amount_lexicon().count.time_units:
        return start
    return before.left_edge.i


def _is_of_later_act(clause: Clause, act: Token) -> bool:
    """Whether a condition leads to an act behind "and": "will appeal and, if need be, close the mill"."""
    doc, start = act.doc, clause.span.start
    first = start - 1 if start > 0 and doc[start - 1].text == "," else start
    joined = first - 1 > act.i and doc[first - 1].dep_ == "cc"
    behind = doc[clause.span.end : act.sent.end]
    following = next((token for token in behind if not token.is_punct), None)
    return joined and following is not None and (following.tag_ == "VB" or _is_verb_beside(following))


def _is_part_of_act(clause: Clause, act: Token) -> bool:
    """Whether the opener tells what somebody remains: "will remain | subject to the treaty"."""
    opener = act.doc[clause.opening.start]
    return opener.dep_ == "acomp" and opener.head == act and act.lemma_ in REMAINING


def _tells_of_the_rest(clause: Clause, act: Token) -> bool:
    """Whether the opener is the verb of a clause beside the act that has a subject of its own.

    "Some will be paid, and the rest | depends on a sale"; "it" and "this" in its place mean the act.
    """
    verb = act.doc[clause.opening.start]
    subject = syntax.child(verb, "nsubj")
    if subject is None or subject.pos_ == "PRON" or verb.dep_ not in {"conj", "ccomp"}:
        return False
    return verb.i > act.i and subject.i > act.i


def _is_occasion(clause: Clause, act: Token) -> bool:
    """Whether a past clause behind "after" tells the occasion of a past act: "has left after it sank"."""
    opener, verb = act.doc[clause.opening.start], clause.top
    done = syntax.modal_of(act) is None and (act.tag_ == "VBD" or syntax.is_perfect(act))
    told = any(token.tag_ == "VBD" for token in (verb, *syntax.auxiliaries(verb)))
    return opener.lower_ == "after" and done and told


def _is_verb_beside(token: Token) -> bool:
    return token.dep_ == "conj" and syntax.is_verb(token)


def _closes(clause: Clause, action: Span) -> bool:
    """Whether the condition ends the act's words, or follows them with marks at most between."""
    start, end = clause.span.start, clause.span.end
    if start < action.end:
        return action.start < start and end >= action.end
    return all(token.is_punct for token in action.doc[action.end : start])


def _is_inserted(clause: Clause, act: Token, action: Span) -> bool:
    """Whether commas set the condition off right in front of the act, or a stock phrase inside it.

    "Will, subject to talks, provide"; "provide food, where necessary, to our partners".
    """
    start, end, doc = clause.span.start, clause.span.end, act.doc
    if start == 0 or end >= len(doc) or doc[start - 1].text != "," or doc[end].text != ",":
        return False
    if clause.opening.kind == "fixed" and action.start < start < action.end:
        return True
    between = doc[end + 1 : act.i]
    only_auxiliaries = all(token.head.i == act.i and token.dep_ in syntax.AUXILIARIES for token in between)
    return end < act.i and only_auxiliaries
