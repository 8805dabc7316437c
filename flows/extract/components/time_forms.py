"""The forms of time expressions: the lexicon ``lexicons/time.toml`` as a grammar, read off sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from pydantic import Field, field_validator, model_validator

from flows.extract.components.dates import Bound, Part, TimeValue, Which
from flows.extract.components.time_clauses import clauses_opened_by, end_of_point
from flows.extract.lexicon import LexiconModel, load_lexicon
from flows.extract.parse import Span, Token

Kind = Literal[
    "date", "range", "month", "year", "day", "period", "duration", "length", "past", "vague", "recurrent",
    "event", "clause",
]  # fmt: skip
Orientation = Literal["past", "future", "any"]

MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, 1)}
WEEKDAYS = {name: number for number, name in enumerate(DAY_NAMES)}
UNIT_NOUN = re.compile("(?:hour|day|week|month|year)s?")
WORD_OR_HYPHEN = re.compile(r"\w+|-")  # the tokens of a preposition such as "in the run-up to"
LONGEST_EXPRESSION = 120  # characters; longer ones are lists or broken sentences
LONGEST_INTRODUCTION = 40  # characters of a preposition and "at least" before an expression


class Preposition(LexiconModel):
    """Prepositions that bound an act in the same way; "since" looks back whatever follows."""

    bound: Bound
    words: tuple[str, ...]
    orientation: Orientation = "any"


class TimeRule(LexiconModel):
    """A form of time expression; ``prepositions`` narrows those that may introduce it.

    ``needs`` names the signs one of which stands in all text that the pattern matches.
    """

    id: str
    pattern: str
    needs: str
    kind: Kind
    needs_preposition: bool = False
    prepositions: tuple[str, ...] = ()
    orientation: Orientation = "any"


class EventRule(LexiconModel):
    """Nouns (lemmas) that date an act when one of ``prepositions`` stands before their phrase.

    ``names_days``: they are names of days and seasons, which nobody is.
    """

    id: str
    prepositions: tuple[str, ...]
    nouns: frozenset[str]
    names_days: bool = False


class ClauseRule(LexiconModel):
    """A conjunction whose clause in the present tense dates an act that lies ahead."""

    id: str
    word: str
    bound: Bound
    behind_comma: bool = True
    dated: bool = False


class Continuation(LexiconModel):
    """Words behind a form of ``rule`` that say from what it is counted, which the calendar does not tell.

    ``openings``: the words with which such an expression begins, any where there are none.
    """

    id: str
    rule: str
    words: frozenset[str]
    openings: tuple[str, ...] = ("",)


class Lemmas(LexiconModel):
    """A set of lemmas."""

    lemmas: frozenset[str]


class Dating(LexiconModel):
    """Verbs that say when an event is, nouns that stand for an event named before, and conjunctions
    whose clause dates the main one."""

    verbs: frozenset[str]
    generic_nouns: frozenset[str]
    conjunctions: frozenset[str]


class TimeLexicon(LexiconModel):
    """``lexicons/time.toml``."""

    names: dict[str, str]
    signs: dict[str, tuple[str, ...]]
    preposition: tuple[Preposition, ...]
    which: dict[Which, tuple[str, ...]]
    part: dict[Part, tuple[str, ...]]
    quarter: dict[int, tuple[str, ...]]
    offset: dict[int, tuple[str, ...]]
    years_ahead: dict[int, tuple[str, ...]]
    number_words: dict[int, tuple[str, ...]]
    rule: tuple[TimeRule, ...]
    event: tuple[EventRule, ...]
    clause: tuple[ClauseRule, ...]
    continuation: tuple[Continuation, ...]
    dating: Dating
    marks: Lemmas
    lasting: Lemmas = Field(description="nouns whose length is how long an act lasts")
    made: Lemmas = Field(description="nouns that a day right behind tells the making of")
    bidding: Lemmas = Field(description="nouns that tell at whose wish something is done")
    naming: Lemmas = Field(description="verbs that give days a name")
    begun: Lemmas = Field(description="words that open a time that begins on a day")
    saying: Lemmas = Field(description="verbs at which a past expression dates the words, not the act")

    @field_validator("rule", "event", "clause", "continuation")
    @classmethod
    def _unique_ids[Rules: tuple[TimeRule | EventRule | ClauseRule | Continuation, ...]](
        cls, rules: Rules
    ) -> Rules:
        ids = [rule.id for rule in rules]
        if len(set(ids)) != len(ids):
            raise ValueError(f"a rule id is used twice: {sorted({i for i in ids if ids.count(i) > 1})}")
        return rules

    @model_validator(mode="after")
    def _known_signs(self) -> TimeLexicon:
        if unknown := {rule.needs for rule in self.rule} - set(self.signs):
            raise ValueError(f"rules need unknown signs: {sorted(unknown)}")
        if unknown := {each.rule for each in self.continuation} - {rule.id for rule in self.rule}:
            raise ValueError(f"continuations of unknown rules: {sorted(unknown)}")
        return self


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A phrase that dates something: ``doc.text[start_char:end_char] == text``, preposition included."""

    start_char: int
    end_char: int
    text: str
    kind: Kind
    rule_id: str
    orientation: Orientation
    value: TimeValue


@dataclass(frozen=True, slots=True)
class Grammar:
    """The lexicon made ready for use: patterns, and words looked up by meaning.

    ``patterns`` holds each rule with its own pattern and that of what may introduce it.
    """

    patterns: tuple[tuple[TimeRule, re.Pattern[str], re.Pattern[str]], ...]
    signs: dict[str, tuple[str, ...]]
    bounds: dict[str, Bound]
    looking_back: frozenset[str]
    which: dict[str, Which]
    part: dict[str, Part]
    quarter: dict[str, int]
    offset: dict[str, int]
    years_ahead: dict[str, int]
    numbers: dict[str, int]
    events: tuple[EventRule, ...]
    clauses: tuple[ClauseRule, ...]
    continuations: tuple[Continuation, ...]
    dating: Dating
    marks: frozenset[str]
    lasting: frozenset[str]
    made: frozenset[str]
    bidding: frozenset[str]
    naming: frozenset[str]
    begun: tuple[str, ...]
    saying: frozenset[str]


@cache
def grammar() -> Grammar:
    """The grammar of ``lexicons/time.toml``, read once. Raises LexiconError where the file is wrong."""
    lexicon = load_lexicon("time", TimeLexicon)
    bounds = {word: group.bound for group in lexicon.preposition for word in group.words}
    return Grammar(
        patterns=tuple(
            (rule, _compiled(rule, lexicon.names), _introduction(rule.prepositions or bounds))
            for rule in lexicon.rule
        ),
        signs=lexicon.signs,
        bounds=bounds,
        looking_back=frozenset(
            word for group in lexicon.preposition if group.orientation == "past" for word in group.words
        ),
        which={word: meaning for meaning, words in lexicon.which.items() for word in words},
        part={word: meaning for meaning, words in lexicon.part.items() for word in words},
        quarter={word: number for number, words in lexicon.quarter.items() for word in words},
        offset={word: days for days, words in lexicon.offset.items() for word in words},
        years_ahead={word: years for years, words in lexicon.years_ahead.items() for word in words},
        numbers={word: number for number, words in lexicon.number_words.items() for word in words},
        events=lexicon.event,
        clauses=lexicon.clause,
        continuations=lexicon.continuation,
        dating=lexicon.dating,
        marks=lexicon.marks.lemmas,
        lasting=lexicon.lasting.lemmas,
        made=lexicon.made.lemmas,
        bidding=lexicon.bidding.lemmas,
        naming=lexicon.naming.lemmas,
        begun=tuple(sorted(lexicon.begun.lemmas)),
        saying=lexicon.saying.lemmas,
    )


def _compiled(rule: TimeRule, names: dict[str, str]) -> re.Pattern[str]:
    """The rule's pattern with its fragments filled in, and no word cut at either side."""
    core = rule.pattern
    while (expanded := _expand(core, names)) != core:
        core = expanded
    return re.compile(_any_space(rf"(?<![\w'’-])(?:{core})(?!\w)"))


def _any_space(pattern: str) -> str:
    """The pattern with every space standing for white space of any length."""
    return pattern.replace(" ?", r"\s*").replace(" ", r"\s+")


def _introduction(words: Iterable[str]) -> re.Pattern[str]:
    """What may stand before a rule's match: one of the prepositions, and "at least" or "about"."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    approximately = "(?:(?:at least|around|about|approximately|just|roughly) )?"
    return re.compile(
        _any_space(rf"(?<![\w'’-])(?P<preposition>{'|'.join(longest_first)}) {approximately}$"), re.IGNORECASE
    )


def _expand(pattern: str, names: dict[str, str]) -> str:
    for name, fragment in names.items():
        pattern = pattern.replace("{" + name + "}", fragment)
    return pattern


def find_time_expressions(sentence: Span) -> list[TimeExpression]:
    """All time expressions of a sentence, in the order of the text, none overlapping another.

    Where two overlap the longer wins, then the earlier rule of the lexicon. Offsets are into the
    document's text.
    """
    by_pattern = [_continued(expression, sentence) for expression in _by_pattern(sentence)]
    found = [*by_pattern, *_by_event(sentence)]
    dating = [time for time in found if time.kind != "length"]
    found += _by_clause(sentence, dating)
    found.sort(key=lambda expression: (expression.start_char - expression.end_char, expression.start_char))
    kept: list[TimeExpression] = []
    for expression in found:
        if all(_apart(expression, other) for other in kept):
            kept.append(expression)
    return _joined(sorted(kept, key=lambda expression: expression.start_char), sentence)


def _joined(found: list[TimeExpression], sentence: Span) -> list[TimeExpression]:
    """Each length or event is one with the day or month right behind it: "for a day | on Friday"."""
    joined: list[TimeExpression] = []
    for each in found:
        before = joined[-1] if joined else None
        if before is not None and before.end_char + 1 == each.start_char and _leads_to_day(before, each):
            text = sentence.doc.text[before.start_char : each.end_char]
            joined[-1] = replace(each, start_char=before.start_char, text=text)
        else:
            joined.append(each)
    return joined


def _leads_to_day(before: TimeExpression, behind: TimeExpression) -> bool:
    """Whether a day or month tells when a length begins or an event is: "at its summit | in May"."""
    lasts = before.kind == "duration" and before.value.bound == "last" and before.value.which is None
    at_event = before.kind == "event" and before.value.bound == "inside"
    day = behind.kind in {"date", "day", "month"} and behind.value.bound == "inside"
    return (lasts or at_event) and day and behind.orientation != "past"


def _dated(clause: TimeExpression, rule: ClauseRule, others: list[TimeExpression]) -> TimeExpression | None:
    """A clause with the value of the one expression inside it: "before the season begins on June 1".

    The clause itself where there is none and its conjunction needs none, else None.
    """
    inside = [other for other in others if not _apart(clause, other)]
    if not inside:
        return None if rule.dated else clause
    inner = inside[0]
    if len(inside) > 1 or inner.kind not in {"date", "month", "day"} or inner.end_char != clause.end_char:
        return None
    if rule.bound not in {"before", "until"} or inner.value.bound != "inside":
        return None
    in_period = rule.bound == "before" and inner.kind == "month"  # it may be as late as its last day
    return replace(
        clause, kind=inner.kind, value=replace(inner.value, bound="end" if in_period else rule.bound)
    )


def _apart(one: TimeExpression, other: TimeExpression) -> bool:
    return one.end_char <= other.start_char or other.end_char <= one.start_char


def _by_pattern(sentence: Span) -> Iterator[TimeExpression]:
    for start, end, rule, value in _matches(sentence.text):
        yield _expression(sentence, start, end, rule, value)


@lru_cache(maxsize=64)  # the records of a sentence ask one after the other
def _matches(text: str) -> tuple[tuple[int, int, TimeRule, TimeValue], ...]:
    """Where each rule's form stands in the text, its preposition included, and what it says."""
    found = []
    lower = text.lower()
    shown = {name for name, signs in grammar().signs.items() if any(sign in lower for sign in signs)}
    for rule, pattern, introduction in grammar().patterns:
        if rule.needs not in shown:
            continue
        for match in pattern.finditer(text):
            before = introduction.search(text, max(0, match.start() - LONGEST_INTRODUCTION), match.start())
            if before is None and rule.needs_preposition:
                continue
            start = before.start() if before is not None else match.start()
            if match.end() - start <= LONGEST_EXPRESSION:
                value = _value(match, before["preposition"] if before is not None else "")
                found.append((start, match.end(), rule, value))
    return tuple(found)


def _expression(sentence: Span, start: int, end: int, rule: TimeRule, value: TimeValue) -> TimeExpression:
    text = sentence.text[start:end]
    past = value.which in {"last", "past"} or value.years_ahead == -1 or (value.offset or 0) < 0
    past = past or text.split()[0].lower() in grammar().looking_back
    return TimeExpression(
        start_char=sentence.start_char + start,
        end_char=sentence.start_char + end,
        text=text,
        kind=rule.kind,
        rule_id=rule.id,
        orientation="past" if past else rule.orientation,
        value=value,
    )


def _value(match: re.Match[str], preposition: str) -> TimeValue:
    """The parts that the named groups of a match hold, bounded by the preposition before it."""
    groups = {name: re.sub(r"\s+", " ", text) for name, text in match.groupdict().items() if text}
    words = grammar()
    number = _number(groups.get("number"))
    return TimeValue(
        bound=words.bounds.get(" ".join(preposition.lower().split()), "inside"),
        part=_part(groups.get("part", "").lower()),
        which=words.which.get(groups.get("which", "").lower()),
        unit=_unit(groups.get("unit", "").lower(), number is not None),
        number=number,
        offset=words.offset.get(groups.get("deictic", "").lower()),
        weekday=WEEKDAYS.get(groups.get("weekday", "").lower()[:3]),
        last_weekday=WEEKDAYS.get(groups.get("last_weekday", "").lower()[:3]),
        day=_integer(groups.get("day")),
        month=_integer(groups.get("month_number")) or MONTHS.get(groups.get("month", "").lower()[:3]),
        year=_integer(groups.get("year")),
        last_day=_integer(groups.get("last_day")),
        last_month=MONTHS.get(groups.get("last_month", "").lower()[:3]),
        last_year=_integer(groups.get("last_year")),
        fiscal=_fiscal(groups.get("fiscal")),
        decade=_integer(groups.get("decade")),
        years_ahead=words.years_ahead.get(groups.get("of_year", "").lower()),
        quarter=words.quarter.get(groups.get("quarter", groups.get("quarter_number", "")).lower()),
    )


def _integer(text: str | None) -> int | None:
    """The digits at the beginning of ``text`` ("3rd" gives 3)."""
    digits = re.match(r"\d+", text or "")
    return int(digits.group()) if digits else None


def _number(text: str | None) -> int | None:
    """A count in digits or words; None for "several" and its like."""
    plain = (text or "").replace(",", "").lower()
    return int(plain) if plain.isdigit() else grammar().numbers.get(plain)


def _fiscal(text: str | None) -> int | None:
    year = _integer(text)
    return year + 2000 if year is not None and year < 100 else year


def _part(text: str) -> Part | None:
    for word, meaning in grammar().part.items():
        if re.search(rf"\b{word}\b", text):
            return meaning
    return None


def _unit(text: str, counted: bool) -> str | None:
    """The unit in the singular; None for an uncounted plural ("in the coming weeks" has no end)."""
    if text == "fall":
        return "autumn"
    plural = text.endswith("s")
    if plural and not counted:
        return None
    return re.sub("ie$", "y", text.removesuffix("s")) if plural else text or None


def _continued(expression: TimeExpression, sentence: Span) -> TimeExpression:
    """The expression with the words behind it that say from what it is counted: "within a week of the vote".

    No calendar tells its days then.
    """
    opening = expression.text.lower()
    words = {
        word
        for each in grammar().continuations
        if each.rule == expression.rule_id and opening.startswith(each.openings)
        for word in each.words
    }
    behind = next((token for token in sentence if token.idx >= expression.end_char), None) if words else None
    if behind is None or behind.i == sentence.start or behind.lower_ not in words:
        return expression
    end = end_of_point(behind, sentence)
    if end is None:
        return expression
    last = sentence.doc[end - 1]
    text = sentence.doc.text[expression.start_char : last.idx + len(last)]
    return replace(expression, end_char=expression.start_char + len(text), text=text, kind="vague")


def _by_clause(sentence: Span, others: list[TimeExpression]) -> Iterator[TimeExpression]:
    """Clauses that date the act beside them: "before any ship is sold", "while the talks go on".

    ``others`` are the sentence's other expressions, which may date a clause.
    """
    for rule in grammar().clauses:
        for clause in clauses_opened_by(rule.word, sentence, behind_comma=rule.behind_comma):
            expression = TimeExpression(
                start_char=clause.start_char,
                end_char=clause.end_char,
                text=clause.text,
                kind="clause",
                rule_id=rule.id,
                orientation="any",
                value=TimeValue(bound=rule.bound),
            )
            dated = _dated(expression, rule, others)
            if dated is not None:
                yield dated


def _by_event(sentence: Span) -> Iterator[TimeExpression]:
    """Prepositional phrases headed by a noun that the lexicon knows as an event."""
    for token in sentence:
        if token.dep_ not in {"pobj", "pcomp", "conj"} or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        for rule in grammar().events:
            if token.lemma_ not in rule.nouns and token.lower_ not in rule.nouns:
                continue
            start = _preposition_before(token, rule.prepositions, sentence)
            if start is not None and not _names_place(token, start):
                yield _event_expression(sentence.doc[start : _event_end(token)], token, rule)
                break


def is_holiday(noun: Token) -> bool:
    """Whether a name is that of a day or season that dates an act: "by Easter"."""
    return noun.pos_ == "PROPN" and any(
        rule.names_days and noun.text in rule.nouns for rule in grammar().events
    )


@cache
def _tokens_of(prepositions: tuple[str, ...]) -> list[list[str]]:
    """The tokens of each preposition, the longest first."""
    return sorted((WORD_OR_HYPHEN.findall(phrase) for phrase in prepositions), key=len, reverse=True)


def _preposition_before(noun: Token, prepositions: tuple[str, ...], sentence: Span) -> int | None:
    """Where the longest of ``prepositions`` that ends just before the noun's phrase begins."""
    left = noun.left_edge.i
    for words in _tokens_of(prepositions):
        start = left - len(words)
        if start >= sentence.start and [t.lower_ for t in noun.doc[start:left]] == words:
            # "two days before the summit" is another day than the summit's
            return None if start > 0 and UNIT_NOUN.fullmatch(noun.doc[start - 1].lower_) else start
    return None


def _names_place(noun: Token, start: int) -> bool:
    """Whether "at" tells where and how, of an occasion that is not known: "complain at a meeting"."""
    return noun.doc[start].lower_ == "at" and any(word.lower_ in {"a", "an"} for word in noun.lefts)


def _event_end(noun: Token) -> int:
    """The end of the event's phrase: its noun and what prepositions and dates add right behind it."""
    end = noun.i + 1
    for child in noun.rights:
        short = child.right_edge.i - child.i < 8
        bidden = any(noun.lemma_ in grammar().bidding for noun in child.children)
        if child.left_edge.i == end and short and not bidden and child.dep_ in {"prep", "npadvmod", "nummod"}:
            end = child.right_edge.i + 1
    return end


def _event_expression(span: Span, noun: Token, rule: EventRule) -> TimeExpression:
    before_noun = span.doc[span.start : noun.left_edge.i].text.lower()
    return TimeExpression(
        start_char=span.start_char,
        end_char=span.end_char,
        text=span.text,
        kind="event",
        rule_id=rule.id,
        orientation="past" if re.search(r"\b(last|previous)\b", span.text.lower()) else "any",
        value=TimeValue(bound=grammar().bounds.get(before_noun, "inside")),
    )
