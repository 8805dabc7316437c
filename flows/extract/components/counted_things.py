"""Counted things: numbers that count a noun, which need the parse, and those that only name one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.extract.components.amount_forms import grammar, number_value
from flows.extract.components.amount_lexicon import amount_lexicon
from flows.extract.components.elided_count import things_counted_before
from flows.extract.components.sums import LARGEST, Amount
from flows.extract.parse import Span, Token
from flows.extract.syntax import child, is_paragraph_number, is_plural, word_at


def counts_in(span: Span) -> Iterator[Amount]:
    """Numbers that count a noun: "18 tanks", "two million people", "five West Bank towns"."""
    for token in span:
        counts = token.dep_ == "nummod" and token.head.pos_ in {"NOUN", "PROPN"} and token.head.i > token.i
        counts_of = token.dep_ in {"dobj", "pobj", "nsubj", "nsubjpass"} and token.pos_ == "NUM"
        if not (counts or counts_of) or _is_designation(token):
            continue
        if counts:
            start = max(_start_of_number(token), span.start)
            yield from _count(span, span.doc[start : _end_of_number(token) + 1], _counted_by(token))
        else:
            yield from _count_of(span, token)


def _counted_by(number: Token) -> Token:
    """The noun that a number counts, which may have another before it: "90 million B-12 doses"."""
    noun = number.head
    while noun.dep_ in {"compound", "nmod"} and noun.head.i > noun.i:
        if is_plural(noun) and not is_plural(noun.head):  # "a 90 boats deal", but "90 special forces sailors"
            break
        noun = noun.head
    return noun


def _start_of_number(number: Token) -> int:
    """The first token of a number: "58" of "approximately 58 million doses", "a quarter of a million"."""
    fraction = number.doc[max(0, number.left_edge.i - 3) : number.i + 1]
    numeral = grammar().number.match(fraction.text)
    if word_at(number.left_edge, -1) == "of" and numeral is not None and numeral.end() == len(fraction.text):
        return fraction.start
    if all(word.dep_ != "advmod" for word in number.children):
        return number.left_edge.i
    return min((word.i for word in number.lefts if word.pos_ == "NUM"), default=number.i)


def _end_of_number(number: Token) -> int:
    """The last token of a number before a noun, with what is coordinated in it ("two and a half million")."""
    joined = child(number, "conj")
    whole = joined is not None and joined.pos_ == "NUM" and number.right_edge.i < number.head.i
    return number.right_edge.i if whole else number.i


def _is_designation(number: Token) -> bool:
    """Whether a number tells which one is meant, or what is left out: "Flight 12 passengers", "all but 9".

    So does that of a paragraph.
    """
    if is_paragraph_number(number) or any(word.lower_ == "but" for word in number.lefts):
        return True
    before = number.nbor(-1) if number.i > 0 else None
    return before is not None and before.text.istitle() and before.lower_ in amount_lexicon().count.numbering


def _count(span: Span, number: Span, noun: Token) -> Iterator[Amount]:
    numerals = list(grammar().number.finditer(number.text))
    raised = len(numerals) > 1 and "to" in number.text.split()  # "from four to six boats"
    numeral = numerals[-1] if raised else max(numerals, key=lambda match: len(match.group()), default=None)
    value = number_value(numeral.group()) if numeral else None
    if value is None or value > LARGEST or noun.i >= span.end or not _countable(number.text, value, noun):
        return
    if not number[-1].whitespace_:
        return  # "6G networks", "a 30-day truce"
    first = number.end
    while first < noun.i and span.doc[first].lower_ in amount_lexicon().count.adding_words:
        first += 1
    word = span.doc[first : noun.i + 1].text
    weighs = word.lower() in amount_lexicon().count.weight_words and word_at(noun, 1) == "of"
    units = {} if weighs else grammar().units
    unit, rule_id = units.get(word.lower(), (word, amount_lexicon().count.id))
    yield Amount(value, unit, number.start_char, noun.idx + len(noun), rule_id, word.lower())


def _count_of(span: Span, token: Token) -> Iterator[Amount]:
    """A number that is itself the object: "half a million of the cars", "raise the force to 20,000"."""
    before = span.doc[max(span.start, token.left_edge.i) : token.i + 1]
    numerals = list(grammar().number.finditer(before.text))
    value = number_value(numerals[-1].group()) if numerals else None
    of_several = value == 1 and _is_one_of_several(token)
    if value is None or not (1 < value <= LARGEST or of_several):
        return
    rule_id = amount_lexicon().count.id
    noun = _noun_counted(token)
    if noun is not None and noun.pos_ == "NOUN":
        end = max(noun.idx + len(noun), before.end_char)
        yield Amount(value, noun.text, before.start_char, end, rule_id)
    elif (told := things_counted_before(token)) is not None and not is_no_thing(told.root):
        unit, _ = grammar().units.get(told.text.lower(), (told.text, rule_id))  # "another $3 million | euros"
        yield Amount(value, unit, before.start_char, before.end_char, rule_id)


def _is_one_of_several(number: Token) -> bool:
    """Whether "one" is picked from a number of things: "one of its three lines"."""
    whole = _noun_counted(number)
    return whole is not None and child(whole, "nummod") is not None


def is_no_thing(noun: Token) -> bool:
    """Whether the number of a noun is never how much is promised: "two countries", "ten days"."""
    lexicon = amount_lexicon().count
    return noun.lemma_.lower() in lexicon.not_promised | lexicon.time_units


def _noun_counted(number: Token) -> Token | None:
    """The noun behind "of", or the object whose size a verb changes to the number, or by it.

    "Raise the force to 20,000", "reduce the number of boats by 20".
    """
    if (of := next((word for word in number.rights if word.lower_ == "of"), None)) is not None:
        return child(of, "pobj")
    if number.dep_ != "pobj":
        return None
    verb = number.head.head
    thing = child(verb, "dobj")
    counts = thing is not None and thing.lemma_.lower() in amount_lexicon().count.number_words
    changed = number.head.lower_ == "by" and counts and verb.lemma_ in amount_lexicon().count.changing_verbs
    if changed or (number.head.lower_ == "to" and "," in number.text):
        of = child(thing, "prep") if thing is not None and counts else None
        return child(of, "pobj") if of is not None and of.lower_ == "of" else thing
    return None


def _countable(number: str, value: float, noun: Token) -> bool:
    """Whether a number before a noun counts it, rather than names it ("Order 14257", "the 1989 deal")."""
    if value <= 1:
        return False
    if re.search(r"[$€£¥]", noun.doc[noun.left_edge.i : noun.i].text):
        return False  # a price
    if re.search(r"\b(?:19|20)\d\d$", number) and child(noun, "det", "poss") is not None:
        return False  # a year
    plural = is_plural(noun) or noun.lower_ in amount_lexicon().count.invariant_nouns
    return plural or "," in number
