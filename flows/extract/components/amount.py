"""How much is promised: money, shares and measures by their form, counted things by the parse."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import isfinite

from pydantic import field_validator

from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.condition import ConditionFound
from flows.extract.components.coordination import ASPECT
from flows.extract.components.elided_count import things_counted_before
from flows.extract.lexicon import LexiconModel, load_lexicon
from flows.extract.parse import Span, Token
from flows.extract.syntax import ancestors, child, is_passive, modal_of, noun_lemma, subject_of

LARGEST = 1e18  # what is larger is a misreading
# What stands between a sum and the same in other money, and around what something is raised or cut from.
CONVERTED = re.compile(r"\s?\((?:[a-z]+\s){0,2}")
FROM = re.compile(r"\bfrom\s(?:[a-z]+\s){0,2}$")
TO = re.compile(r"\sto\s(?:[a-z]+\s){0,2}")
# Behind a sum that is a limit on whom or what an act is for: "loans of $9,000 or less".
LIMIT = re.compile(r"\sor\s(?:less|under|below)\b")
LONGEST_LIMIT = 12  # characters
QUESTIONS = frozenset({"how", "why", "whether", "where", "when"})
# Links by which what is done to the head is done to the dependent.
OBJECT_LINKS = frozenset({"dobj", "pobj", "pcomp", "conj", "nsubj", "nsubjpass", "appos", "compound", "dep"})


class Currency(LexiconModel):
    """A currency's ISO 4217 code, the signs before a number and the words behind one."""

    id: str
    code: str
    signs: tuple[str, ...]
    words: tuple[str, ...]


class SharedWord(LexiconModel):
    """Words for the money of several states, and each state's currency by its ISO 3166 code."""

    id: str
    words: frozenset[str]
    codes: dict[str, str]


class Measure(LexiconModel):
    """A unit, and the words behind a number that stand for it."""

    id: str
    unit: str
    words: tuple[str, ...]


class Count(LexiconModel):
    """Which counted nouns are amounts."""

    id: str
    invariant_nouns: frozenset[str]
    not_promised: frozenset[str]
    time_units: frozenset[str]
    talking_verbs: frozenset[str]
    extending_words: frozenset[str]
    moving_verbs: frozenset[str]
    leaving_verbs: frozenset[str]
    sent_nouns: frozenset[str]
    planning_nouns: frozenset[str]
    changing_verbs: frozenset[str]
    earning_verbs: frozenset[str]
    means_nouns: frozenset[str]
    asking_verbs: frozenset[str]
    adding_words: frozenset[str]
    part_words: frozenset[str]
    share_words: frozenset[str]
    linking_prepositions: frozenset[str]
    providing_words: frozenset[str]
    numbering: frozenset[str]


class Valuation(LexiconModel):
    """Words that join a sum of money to the act before or behind it."""

    joining: tuple[str, ...]
    approximate: tuple[str, ...]
    forms: tuple[str, ...]
    given: tuple[str, ...]
    longest_gap: int


class AmountLexicon(LexiconModel):
    """``lexicons/amount.toml``."""

    numbers: dict[str, int]
    scales: dict[str, int]
    letter_scales: dict[str, int]
    fractions: dict[str, float]
    shares: dict[str, float]
    currency: tuple[Currency, ...]
    shared_word: tuple[SharedWord, ...]
    measure: tuple[Measure, ...]
    valuation: Valuation
    count: Count

    @field_validator("currency")
    @classmethod
    def _unambiguous(cls, currencies: tuple[Currency, ...]) -> tuple[Currency, ...]:
        forms = [form for currency in currencies for form in (*currency.signs, *currency.words)]
        if twice := {form for form in forms if forms.count(form) > 1}:
            raise ValueError(f"two currencies share {sorted(twice)}")
        return currencies


@dataclass(frozen=True, slots=True)
class Amount:
    """A value and its unit: an ISO 4217 code, a measure, or the words for the things counted.

    ``doc.text[start_char:end_char]`` are its words; ``word`` is the one for the unit, in lower case.
    """

    value: float
    unit: str
    start_char: int
    end_char: int
    rule_id: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The lexicon made ready for use: patterns, and the units by their words in lower case."""

    money: re.Pattern[str]
    measure: re.Pattern[str]
    share: re.Pattern[str]
    number: re.Pattern[str]
    valuation: re.Pattern[str]
    purpose: re.Pattern[str]
    units: dict[str, tuple[str, str]]
    number_words: frozenset[str]
    lexicon: AmountLexicon


@cache
def grammar() -> Grammar:
    """The grammar of ``lexicons/amount.toml``, read once. Raises LexiconError where the file is wrong."""
    lexicon = load_lexicon("amount", AmountLexicon)
    number = _number_pattern(lexicon)
    signs = _either(sign for currency in lexicon.currency for sign in currency.signs)
    shared = {word: (word, each.id) for each in lexicon.shared_word for word in each.words}
    words = _either(iter({*shared, *(word for currency in lexicon.currency for word in currency.words)}))
    measures = _either(word for measure in lexicon.measure for word in measure.words)
    upper = rf"(?:\s?[-–]\s?(?:{signs})?(?P<upper>{number})(?!\s?%))?"  # the other end of a range
    before = rf"(?<![\w$€£.,-])(?P<sign>{signs})\s?(?P<after_sign>{number}){upper}"
    behind = rf"(?<![\w$€£.,-])(?P<before_word>{number})[\s-](?P<word>(?i:{words}))(?!\w)"
    units = shared | {
        form.lower(): (currency.code, currency.id)
        for currency in lexicon.currency
        for form in (*currency.signs, *currency.words)
    }
    units |= {
        word.lower(): (measure.unit, measure.id) for measure in lexicon.measure for word in measure.words
    }
    numerals = (
        *lexicon.numbers,
        *lexicon.scales,
        *lexicon.fractions,
        *lexicon.shares,
    )
    return Grammar(
        money=re.compile(f"{before}|{behind}"),
        measure=re.compile(rf"(?<![\w$€£.,-])(?P<number>{number})\s?-?(?P<word>(?i:{measures}))(?!\w)"),
        share=re.compile(rf"(?<![\w-])(?P<share>(?i:{_either(iter(lexicon.shares))}))(?=\sof\s)"),
        number=re.compile(number),
        valuation=_valuation_pattern(lexicon.valuation),
        purpose=_purpose_pattern(lexicon.valuation),
        units=units,
        number_words=frozenset(word for form in numerals for word in re.findall(r"\w\w+", form.lower())),
        lexicon=lexicon,
    )


def _valuation_pattern(valuation: Valuation) -> re.Pattern[str]:
    """What stands between an act and the sum that values it."""
    joining, approximate = _either(iter(valuation.joining)), _either(iter(valuation.approximate))
    gap = valuation.longest_gap
    return re.compile(rf"[^.;:]{{0,{gap}}}?\b(?:{joining})\s(?:(?:{approximate})\s)*", re.IGNORECASE)


def _purpose_pattern(valuation: Valuation) -> re.Pattern[str]:
    """What stands between a sum and the act that it is for: "$3 million in aid | to", "… grant | to"."""
    form = rf"\s(?i:{_either(iter(valuation.forms))})(?:\s[\w-]+){{1,3}}"
    given = rf"(?:\s[\w-]+)?\s(?i:{_either(iter(valuation.given))})"
    return re.compile(rf"(?:{form}|{given})?\sto\s")


def _either(words: Iterator[str]) -> str:
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=lambda w: (-len(w), w))
    )


def _number_pattern(lexicon: AmountLexicon) -> str:
    """Digits with their scale, numbers in words, and fractions of a scale."""
    scales = _either(iter(lexicon.scales))
    letters = _either(iter(lexicon.letter_scales))
    words = _either(iter(lexicon.numbers))
    digits = r"\d+(?:,\d{2,3})*(?:\.\d+)?"
    scaled = rf"{digits}(?:[\s-]?(?:{scales})(?!\w)|(?:{letters})(?!\w))?"
    spelled = (
        rf"(?:(?:{words}|an?)(?:[\s-](?:{words}))?(?:\s(?:{scales}))+|(?:{words})(?:-(?:{words}))?)(?!\w)"
    )
    fraction = rf"(?:an?\s)?(?:{_either(iter(lexicon.fractions))})(?:\sof)?(?:\san?)?[\s-](?:{scales})(?!\w)"
    halves = rf"(?:{words})\sand\s(?:an?\s)?half(?:\s(?:{scales}))?(?!\w)"
    return rf"(?i:{scaled}|{fraction}|{halves}|{spelled})"


def find_amounts(span: Span) -> list[Amount]:
    """All amounts of a span, in the order of the text, none overlapping another.

    Money goes before measures, and these before counts, which need the parse to have a counted noun.
    """
    found: list[Amount] = []
    for amount in (*_money(span), *_measures(span), *_counts(span)):
        if all(amount.end_char <= other.start_char or other.end_char <= amount.start_char for other in found):
            found.append(amount)
    return sorted(found, key=lambda amount: amount.start_char)


def _money(span: Span) -> Iterator[Amount]:
    for match in grammar().money.finditer(span.text):
        form = match["sign"] or match["word"]
        value = number_value(match["upper"] or match["after_sign"] or match["before_word"])
        yield from _amount(span, match, value, form)


def _measures(span: Span) -> Iterator[Amount]:
    for match in grammar().measure.finditer(span.text):
        yield from _amount(span, match, number_value(match["number"]), match["word"])
    for match in grammar().share.finditer(span.text):
        share = grammar().lexicon.shares[match["share"].lower()]
        yield from _amount(span, match, round(100 * share, 2), "percent")


def _amount(span: Span, match: re.Match[str], value: float | None, form: str) -> Iterator[Amount]:
    unit, rule_id = grammar().units[re.sub(r"\s", " ", form).lower()]
    if value is not None and value <= LARGEST:
        start = span.start_char + match.start()
        yield Amount(value, unit, start, span.start_char + match.end(), rule_id, form.lower())


def number_value(text: str) -> float | None:
    """The value of a number in digits or words ("1.2 billion", "half a million"); None for no finite one."""
    lexicon = grammar().lexicon
    value: float | None = None
    scale = 1.0
    for part in re.findall(r"\d[\d,]*(?:\.\d+)?|[a-z]+", text.lower()):
        if part[0].isdigit():
            value = float(part.replace(",", ""))
        elif part in lexicon.numbers:
            value = (value or 0) + lexicon.numbers[part]
        elif part in lexicon.fractions:
            value = (value or 0) + lexicon.fractions[part]
        elif part in lexicon.scales or part in lexicon.letter_scales:
            scale *= lexicon.scales.get(part) or lexicon.letter_scales[part]
    if value is None and scale == 1:
        return None
    product = (1 if value is None else value) * scale
    return product if isfinite(product) else None


def _counts(span: Span) -> Iterator[Amount]:
    """Numbers that count a noun: "18 tanks", "two million people", "five West Bank towns"."""
    for token in span:
        counts = token.dep_ == "nummod" and token.head.pos_ in {"NOUN", "PROPN"} and token.head.i > token.i
        counts_of = token.dep_ in {"dobj", "pobj", "nsubj", "nsubjpass"} and token.pos_ == "NUM"
        if not (counts or counts_of) or _is_designation(token):
            continue
        if counts:
            start = max(_start_of_number(token), span.start)
            yield from _count(span, span.doc[start : _end_of_number(token) + 1], token.head)
        else:
            yield from _count_of(span, token)


def _start_of_number(number: Token) -> int:
    """The first token of a number: "58" of "approximately 58 million doses"."""
    if all(word.dep_ != "advmod" for word in number.children):
        return number.left_edge.i
    return min((word.i for word in number.lefts if word.pos_ == "NUM"), default=number.i)


def _end_of_number(number: Token) -> int:
    """The last token of a number before a noun, with what is coordinated in it ("two and a half million")."""
    joined = child(number, "conj")
    whole = joined is not None and joined.pos_ == "NUM" and number.right_edge.i < number.head.i
    return number.right_edge.i if whole else number.i


def _is_designation(number: Token) -> bool:
    """Whether a number tells which one is meant: "Section 301 duties", "Flight 12 passengers"."""
    before = number.nbor(-1) if number.i > 0 else None
    return before is not None and before.text.istitle() and before.lower_ in grammar().lexicon.count.numbering


def _count(span: Span, number: Span, noun: Token) -> Iterator[Amount]:
    numeral = max(grammar().number.finditer(number.text), key=lambda match: len(match.group()), default=None)
    value = number_value(numeral.group()) if numeral else None
    if value is None or value > LARGEST or noun.i >= span.end or not _countable(number.text, value, noun):
        return
    if not number[-1].whitespace_:
        return  # "6G networks", "a 30-day truce"
    first = number.end
    while first < noun.i and span.doc[first].lower_ in grammar().lexicon.count.adding_words:
        first += 1
    unit = span.doc[first : noun.i + 1].text
    rule_id = grammar().lexicon.count.id
    yield Amount(value, unit, number.start_char, noun.idx + len(noun), rule_id, unit.lower())


def _count_of(span: Span, token: Token) -> Iterator[Amount]:
    """A number that is itself the object: "half a million of the cars", "raise the force to 20,000"."""
    before = span.doc[max(span.start, token.left_edge.i) : token.i + 1]
    numerals = list(grammar().number.finditer(before.text))
    value = number_value(numerals[-1].group()) if numerals else None
    if value is None or not 1 < value <= LARGEST:
        return
    rule_id = grammar().lexicon.count.id
    noun = _noun_counted(token)
    if noun is not None and noun.pos_ == "NOUN":
        end = max(noun.idx + len(noun), before.end_char)
        yield Amount(value, noun.text, before.start_char, end, rule_id)
    elif (told := things_counted_before(token)) is not None and not _is_no_thing(told.root):
        yield Amount(value, told.text, before.start_char, before.end_char, rule_id)


def _is_no_thing(noun: Token) -> bool:
    """Whether the number of a noun is never how much is promised: "two countries", "ten days"."""
    lexicon = grammar().lexicon.count
    return noun.lemma_.lower() in lexicon.not_promised | lexicon.time_units


def _noun_counted(number: Token) -> Token | None:
    """The noun behind "of", or the object whose size a verb changes "to" the number."""
    if (of := next((word for word in number.rights if word.lower_ == "of"), None)) is not None:
        return child(of, "pobj")
    if number.dep_ == "pobj" and number.head.lower_ == "to" and "," in number.text:
        return child(number.head.head, "dobj")
    return None


def _countable(number: str, value: float, noun: Token) -> bool:
    """Whether a number before a noun counts it, rather than names it ("Order 14257", "the 1989 deal")."""
    if value <= 1:
        return False
    if re.search(r"[$€£¥]", noun.doc[noun.left_edge.i : noun.i].text):
        return False  # a price
    if re.search(r"\b(?:19|20)\d\d$", number) and child(noun, "det", "poss") is not None:
        return False  # a year
    plural = noun.tag_ in {"NNS", "NNPS"} or noun.lower_ in grammar().lexicon.count.invariant_nouns
    return plural or "," in number


def amount_of_action(action: Span, condition: ConditionFound | None = None) -> Amount | None:
    """How much the act of ``action`` gives, takes or limits; None where it names no amount.

    The largest sum of money; else the first share or measure; else the first counted thing that the
    act itself handles. A span's root must be its act: the acting verb, or the noun that names it. What
    stands in the words of its ``condition`` is asked in return.
    """
    if not _shows_number(action.sent.text):
        return None
    text = action.doc.text
    money = [
        amount
        for amount in _own_values(_apart(_money(action), condition), text)
        if not (_is_price(amount, action) or _is_conditional(amount, action) or _is_told_of(amount, action))
    ]
    if money:
        own = [amount for amount in money if not _is_of_whole(amount, action)] or money
        total = [amount for amount in own if not _is_included(amount, action)]
        return max(total or [*own, *_paid(action)], key=lambda amount: amount.value)
    if (value := _told_behind(action) or _told_before(action)) is not None:
        return value
    measures = (
        amount
        for amount in _own_values(_apart(_measures(action), condition), text)
        if _is_measured(amount, action)
    )
    counts = (amount for amount in _apart(_counts(action), condition) if _is_handled(amount, action))
    return next(measures, None) or next(counts, None) or _counted_beside(action) or next(_paid(action), None)


def _apart(amounts: Iterable[Amount], condition: ConditionFound | None) -> Iterator[Amount]:
    """The amounts outside a condition: not those of "in return for 50 tons of oil"."""
    for amount in amounts:
        if condition is None or not condition.start_char <= amount.start_char < condition.end_char:
            yield amount


def in_currency_of(amount: Amount, states: Sequence[str]) -> Amount:
    """The amount in the money of the first of ``states`` (ISO 3166 codes) whose money the word may be.

    "500 pesos" are Dominican in a report on the Dominican Republic.
    """
    for shared in grammar().lexicon.shared_word:
        state = next((state for state in states if state in shared.codes), None)
        if amount.word in shared.words and state is not None:
            return replace(amount, unit=shared.codes[state], rule_id=shared.id)
    return amount


def _shows_number(text: str) -> bool:
    """Whether a text has a digit or a word without which there is no amount."""
    words = re.findall(r"\w+", text.lower())
    return not grammar().number_words.isdisjoint(words) or any(map(str.isdigit, text))


def _told_behind(action: Span) -> Amount | None:
    """The sum that values the act right behind its words ("buy 50 ships, worth over $8 billion")."""
    rest = action.doc[action.end : action.sent.end]
    joined = grammar().valuation.match(rest.text)
    if joined is None:
        return None
    at = rest.start_char + joined.end()
    return next((amount for amount in _money(rest) if amount.start_char == at), None)


def _told_before(action: Span) -> Amount | None:
    """The sum that is given for an act right before it ("pledged $3 million to rebuild the harbour")."""
    before = action.doc[action.sent.start : action.start]
    return next((amount for amount in _money(before) if _leads_to(amount, action)), None)


def _leads_to(amount: Amount, action: Span) -> bool:
    """Whether "to", and a few words for the sum's form at most, stand between an amount and the act."""
    between = action.doc.text[amount.end_char : action.start_char]
    return grammar().purpose.fullmatch(between) is not None


def _counted_beside(action: Span) -> Amount | None:
    """The counted things that the act handles though they stand before it: what "two hostages will be
    released", "300 soldiers will leave", "400 troops to join the patrol" or "six towns it will leave" count.
    """
    noun = _noun_before(action)
    if noun is None or _is_no_thing(noun):
        return None
    counting = noun.head.head if noun.dep_ == "pobj" and noun.head.head.pos_ == "NUM" else noun
    phrase = action.doc[counting.left_edge.i : noun.i + 1]
    return next((amount for amount in _counts(phrase) if _last_token(amount, action).i == noun.i), None)


def _paid(action: Span) -> Iterator[Amount]:
    """The sums that are the subject of an act done to them: "about $16 million will be released"."""
    noun = _noun_before(action)
    if noun is not None and (is_passive(action.root) or action.root.lemma_ == "go"):
        yield from _money(action.doc[noun.left_edge.i : noun.right_edge.i + 1])


def _noun_before(action: Span) -> Token | None:
    verb, doc = action.root, action.doc
    if is_passive(verb) or _subject_is_sent(verb):
        noun = subject_of(verb)
    elif verb.tag_ == "VB" and verb.i - 2 >= action.sent.start and doc[verb.i - 2].dep_ in {"dobj", "nsubj"}:
        noun = doc[verb.i - 2] if doc[verb.i - 1].lower_ == "to" else None
        if noun is not None and noun.head.lemma_ in grammar().lexicon.count.asking_verbs:
            return None  # who is asked is not what the act handles
    else:
        noun = _antecedent_of_object(verb)
    if noun is None or noun.i >= verb.i:
        return None
    counts = noun.pos_ == "NUM" or noun.lower_ in grammar().lexicon.count.part_words
    part_of = child(noun, "prep") if counts else None
    return child(part_of, "pobj") if part_of is not None else noun


def _subject_is_sent(verb: Token) -> bool:
    """Whether who acts is what the act moves: "300 soldiers will leave", "will replace a unit".

    Not where the object of the verb above acts: "two orders telling the crew to return".
    """
    lexicon = grammar().lexicon.count
    if verb.dep_ == "xcomp" and child(verb.head, "dobj") is not None:
        return False
    if verb.lemma_ in lexicon.moving_verbs:
        return child(verb, "dobj") is None or verb.lemma_ in lexicon.leaving_verbs
    subject = child(verb, "nsubj")
    return subject is not None and noun_lemma(subject) in lexicon.sent_nouns


def _antecedent_of_object(verb: Token) -> Token | None:
    """What a relative clause says is done to its antecedent: "ten prisoners it has promised to free"."""
    if child(verb, "dobj") is not None:
        return None
    while verb.dep_ == "xcomp":
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" and child(verb, "nsubj") is not None else None


def _last_token(amount: Amount, action: Span) -> Token:
    span = action.doc.char_span(amount.start_char, amount.end_char, alignment_mode="expand")
    assert span is not None
    return span[-1]


def _is_price(amount: Amount, action: Span) -> bool:
    """Whether the money is what one of several things costs ("$20 tickets")."""
    noun = _last_token(amount, action).head
    return amount.value < 100_000 and noun.tag_ == "NNS" and noun.idx >= amount.end_char


def _is_of_whole(amount: Amount, action: Span) -> bool:
    """Whether money is that of a whole of which the act is a part ("as part of a $10 billion package")."""
    for token in ancestors(_last_token(amount, action)):
        if token.i <= action.start or token.i >= action.end:
            return False
        part_of = token.lower_ == "of" and token.head.lemma_ in grammar().lexicon.count.share_words
        if token.dep_ == "prep" and (part_of or token.lower_ == "under"):
            return True
    return False


def _is_included(amount: Amount, action: Span) -> bool:
    """Whether the amount is told as a part of another: "$9 million for roads, including $2 million for …"."""
    inside = ancestors(_last_token(amount, action))
    return any(token.lower_ == "including" and action.start < token.i < action.end for token in inside)


def _is_told_of(amount: Amount, action: Span) -> bool:
    """Whether the money is of what the act tells about, or what tells whom it is for.

    "Discuss how the bank spends $2 million", "a tax on those who earn over $90,000", "$9,000 or less".
    """
    lexicon = grammar().lexicon.count
    last = _last_token(amount, action)
    behind = action.doc.text[amount.end_char : amount.end_char + LONGEST_LIMIT]
    if LIMIT.match(behind):
        return True
    for token in (last, *ancestors(last)):
        if not action.start <= token.i < action.end or token.i == action.root.i:
            return False
        if _asks_how(token):
            return True
        describes = token.dep_ in {"relcl", "acl"} and is_people(token.head)
        if describes and token.lemma_ in lexicon.earning_verbs:
            return True
        if token.dep_ == "pobj" and token.lemma_ in lexicon.means_nouns and is_people(token.head.head):
            return True
    return False


def _asks_how(clause: Token) -> bool:
    """Whether a clause is what "how", "why" or "whether" opens: "report on how he passed three gates"."""
    return clause.dep_ in {"ccomp", "pcomp"} and any(word.lower_ in QUESTIONS for word in clause.lefts)


def _own_values(amounts: Iterable[Amount], text: str) -> Iterator[Amount]:
    """The amounts that the act is about.

    Not those that tell one in other money ("20 million euros ($22 million)"), nor those that something is
    raised or cut from ("from 6% to 2%").
    """
    found = list(amounts)
    for amount in found:
        converted = any(
            CONVERTED.fullmatch(text, other.end_char, amount.start_char)
            for other in found
            if other.end_char < amount.start_char
        )
        left = FROM.search(text, 0, amount.start_char) is not None and any(
            TO.fullmatch(text, amount.end_char, other.start_char)
            for other in found
            if other.start_char > amount.end_char
        )
        if not (converted or left):
            yield amount


def _is_conditional(amount: Amount, action: Span) -> bool:
    """Whether the amount stands in a clause of time or condition inside the act's words."""
    for token in (inside := _last_token(amount, action), *ancestors(inside)):
        if not action.start <= token.i < action.end or token.i == action.root.i:
            return False
        if token.dep_ == "advcl" and child(token, "mark") is not None:
            return True
    return False


def _is_measured(amount: Amount, action: Span) -> bool:
    """Whether a share or measure is how much the act does, not a description or a condition."""
    if amount.value == 0:
        return False  # "a tariff of 0 percent" is a state of things
    told = _describes(amount, action) or _is_conditional(amount, action) or _is_told_of(amount, action)
    return not (told or _is_all(amount, action))


def _is_all(amount: Amount, action: Span) -> bool:
    """Whether "100 percent of" something only says that all of it is what the act handles."""
    return amount.value == 100 and _last_token(amount, action).dep_ == "dobj"


def _describes(amount: Amount, action: Span) -> bool:
    """Whether the measure stands in a relative clause about how things are, not about what will be."""
    for token in ancestors(_last_token(amount, action)):
        if token.i < action.start or token.i >= action.end:
            return False
        states = token.dep_ == "relcl" or (token.lemma_ == "be" and token.i != action.root.i)
        if states and modal_of(token) is None:
            return True
    return False


def _is_handled(amount: Amount, action: Span) -> bool:
    """Whether the counted things are what the act handles, directly or through "of", "from", "with"."""
    lexicon = grammar().lexicon.count
    noun = _last_token(amount, action)
    if noun.lemma_.lower() in lexicon.time_units:
        words = {token.lower_ for token in action.doc[max(action.start, noun.left_edge.i) : noun.i]}
        return noun.dep_ == "dobj" and bool(words & lexicon.extending_words)
    return noun.lemma_.lower() not in lexicon.not_promised and _reaches(noun, action)


def _reaches(noun: Token, action: Span) -> bool:
    """Whether objects and linking prepositions alone lead from the noun up to the act."""
    talking = grammar().lexicon.count.talking_verbs
    token = noun
    while action.start <= token.i < action.end and token.i != action.root.i:
        if token.lemma_ in talking or _asks_how(token) or not _links_up(token, noun):
            return False
        token = token.head
    return action.root.lemma_ not in talking


def _links_up(token: Token, noun: Token) -> bool:
    """Whether what ``token`` hangs on still handles the counted ``noun`` at or below it."""
    if token.dep_ in OBJECT_LINKS:
        return True
    if token.dep_ == "ccomp":
        return token.pos_ == "ADJ" or token.tag_ == "VBG"  # "make two available", "keep two running"
    if token.dep_ in {"advcl", "xcomp"} and token.tag_ == "VB":
        return True  # "to free ten"
    if token.dep_ == "xcomp" and token.tag_ == "VBG" and token.head.lemma_ in ASPECT:
        return True  # "start building ten houses"
    if token.lower_ == "to" and noun.pos_ == "NUM":
        return True  # "raise it to 20,000"
    lexicon = grammar().lexicon.count
    if token.dep_ == "acl" and token.tag_ == "VB":
        return token.head.lemma_ in lexicon.planning_nouns  # "drop its plan to buy ten"
    if token.lower_ == "by" and token.head.lemma_ in lexicon.changing_verbs:
        return True
    if token.lower_ == "for" and _provides(token.head):
        return True
    if token.lower_ == "of" and token.head.tag_ == "NNS" and is_people(token.head):
        return False  # "pay the families of ten miners"
    return token.dep_ == "prep" and token.lower_ in lexicon.linking_prepositions


def _provides(head: Token) -> bool:
    """Whether "for" behind a word gives how many get it: "a room for 90", "provide food for 90 soldiers"."""
    providing = grammar().lexicon.count.providing_words
    given = child(head, "dobj")
    return head.lemma_ in providing or (given is not None and given.lemma_ in providing)
