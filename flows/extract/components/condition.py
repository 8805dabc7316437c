"""On what an act depends: "if …", "unless …", "until it agrees", "subject to approval", "in return for …".

The lexicon is ``lexicons/condition.toml``. The words that open a condition are found by their form, what
they open and what it hangs on by the parse.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import model_validator

from flows.extract import syntax
from flows.extract.components.action import without_closing
from flows.extract.components.amount_lexicon import amount_lexicon
from flows.extract.components.attribution_lexicon import saying_verbs
from flows.extract.components.force import will_not_be
from flows.extract.lexicon import LexiconModel, load_lexicon
from flows.extract.parse import Span, Token

Kind = Literal["clause", "phrase", "fixed"]
# Links by which an act depends on the words that commit to it ("pledged to send", "its pledge to send").
COMMISSIVE_LINKS = frozenset(
    {"xcomp", "ccomp", "acl", "dobj", "pobj", "prep", "attr", "nsubjpass", "oprd", "appos", "pcomp", "acomp"}
)
# Links below which a condition belongs to something else than the act.
FOREIGN_LINKS = frozenset({"relcl", "nsubj", "nsubjpass", "csubj", "csubjpass", "poss"})
POINTING = frozenset({"that", "this", "those", "these"})
ORDERING = frozenset({"after", "when", "moment", "minute", "instant"})  # the last words of such openers
PAIRED_MARKS = {",": ",", "-": "-", "--": "--", "–": "–", "—": "—", "(": ")"}
DISTANCE_OF_NEIGHBOUR = 5  # the rank of a condition that only stands beside the act, in steps of the parse


class Opener(LexiconModel):
    """Words that open a condition, and what must hold for them to.

    ``form``: what follows is a finite clause, a clause or a phrase without a verb ("verbless"), a subject
    and its verb ("inverted": "should it fail"), or the opener may be a mere "participle" ("provided").
    ``denied_act``: the act is one that will not be done. ``behind``: they stand behind the act.
    ``asks``: behind words such as "ask" and "discuss" they open a question.
    ``aside_after_comma``: behind the act and a comma they open a remark, no condition.
    ``terms``: the nouns that may stand behind the opener, any where there are none. ``no_terms``: nouns there
    that tell what something is, not on what it depends.
    ``pointing_back``: what "that" or "this" behind the opener points to has been done, and is no condition.
    """

    id: str
    words: tuple[str, ...]
    attachment: Literal["loose", "strict"]
    denied_act: bool = False
    behind: bool = False
    form: Literal["finite", "verbless", "inverted", "participle"] = "finite"
    aside_after_comma: bool = False
    asks: bool = False
    terms: frozenset[str] = frozenset()
    no_terms: frozenset[str] = frozenset()
    pointing_back: bool = False


class Excluded(LexiconModel):
    """Phrases that only look like conditions, and words before or above an opener that make none of it."""

    phrases: tuple[str, ...]
    before: frozenset[str]
    whether_words: frozenset[str]
    telling_words: frozenset[str]


class ConditionLexicon(LexiconModel):
    """All of ``condition.toml``; rule ids are unique and no words open two kinds of conditions."""

    clause: tuple[Opener, ...]
    phrase: tuple[Opener, ...]
    fixed: tuple[Opener, ...]
    excluded: Excluded
    taken_for_nouns: frozenset[str]

    @model_validator(mode="after")
    def _unambiguous(self) -> ConditionLexicon:
        rules = (*self.clause, *self.phrase, *self.fixed)
        for keys in ([rule.id for rule in rules], [words for rule in rules for words in rule.words]):
            if twice := sorted({key for key in keys if keys.count(key) > 1}):
                raise ValueError(f"used twice: {', '.join(twice)}")
        return self


@dataclass(frozen=True, slots=True)
class ConditionFound:
    """The words of a condition: ``text`` is ``doc.text[start_char:end_char]``."""

    text: str
    start_char: int
    end_char: int
    rule_id: str
    kind: Kind


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


@cache
def openers() -> dict[str, list[tuple[list[str], Opener, Kind]]]:
    """The words of every rule by the first of them, longest first.

    Raises LexiconError where the lexicon breaks its model.
    """
    lexicon = lexicon_of_conditions()
    kinds: tuple[tuple[tuple[Opener, ...], Kind], ...] = (
        (lexicon.clause, "clause"),
        (lexicon.phrase, "phrase"),
        (lexicon.fixed, "fixed"),
    )
    found = [(words.split(), rule, kind) for rules, kind in kinds for rule in rules for words in rule.words]
    index: dict[str, list[tuple[list[str], Opener, Kind]]] = {}
    for words, rule, kind in sorted(found, key=lambda item: (-len(item[0]), item[0])):
        index.setdefault(words[0], []).append((words, rule, kind))
    return index


@cache
def lexicon_of_conditions() -> ConditionLexicon:
    """The lexicon, read once. Raises LexiconError where the file breaks its model."""
    return load_lexicon("condition", ConditionLexicon)


def condition_of(act: Token, action: Span, sentence: Span) -> ConditionFound | None:
    """The words on which the act depends, None where the sentence gives none.

    ``act`` heads the span ``action`` in ``sentence``. Of several conditions the closest to the act counts,
    a surer kind first.
    """
    ranked = []
    for clause in _clauses(act, sentence):
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
    if any(not (token.is_quote or token.is_punct) for token in behind):
        return action
    end = next((token.i for token in action if token.idx >= condition.start_char), action.end)
    clause = action.doc[end : action.end]
    tells_state = any(syntax.is_verb(token) or _is_verb_taken_for_noun(token) for token in clause)
    return without_closing(action.doc[action.start : end]) if end > action.start and tells_state else action


def _doubt(opening: Opening, rank: int) -> int:
    """The order of the kinds: full conditions, stock phrases ("if necessary"), what may be mere time.

    A stock phrase that hangs on the act itself is as sure as a clause.
    """
    return 2 if opening.rule.attachment == "strict" else int(opening.kind == "fixed" and rank > 1)


def _clauses(act: Token, sentence: Span) -> Iterator[Clause]:
    for opening in _openings(sentence):
        top, end = _extent(opening, sentence)
        if opening.start <= act.i < end or _holds_subject(opening, end, act):
            end = _end_before(act, opening)
        end = _before_reason(opening, end, act)
        span = _trim(sentence.doc[opening.start : _end_of_insertion(opening, min(end, sentence.end), act)])
        if len(span) > opening.end - opening.start or opening.kind == "fixed":
            yield Clause(span, top, opening)


def _holds_subject(opening: Opening, end: int, act: Token) -> bool:
    """Whether the parse runs a condition over the subject behind it: "when it rains, Peru will"."""
    if not opening.end < end <= act.i or opening.kind != "clause":
        return False
    between = act.doc[end : act.i]
    return any(token.tag_ == "MD" for token in between) and all(
        token.dep_ in syntax.AUXILIARIES or token.pos_ in {"ADV", "PART"} for token in between
    )


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


def _openings(sentence: Span) -> Iterator[Opening]:
    """All openers of a sentence, the longest match first, none overlapping another."""
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
    excluded = lexicon_of_conditions().excluded
    if position > 0 and lower[position - 1] in excluded.before:
        return True
    possible = _excluded_phrases().get(lower[position], ())
    return any(lower[position : position + len(words)] == words for words in possible)


@cache
def _excluded_phrases() -> dict[str, list[list[str]]]:
    """The words of every excluded phrase, by the first of them."""
    found: dict[str, list[list[str]]] = {}
    for phrase in lexicon_of_conditions().excluded.phrases:
        words = phrase.split()
        found.setdefault(words[0], []).append(words)
    return found


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
    """Without closing punctuation, and cut at a quotation mark that has no partner inside."""
    quotes = [token for token in span if token.is_quote]
    end = quotes[-1].i if len(quotes) % 2 else span.end
    while end > span.start and (span.doc[end - 1].is_punct or span.doc[end - 1].is_space):
        end -= 1
    return span.doc[span.start : end]


def _rank(clause: Clause, act: Token, action: Span) -> int | None:
    """How closely a condition hangs on the act, less being closer; None where on something else."""
    rule = clause.opening.rule
    if clause.opening.kind == "clause" and not _opens_clause(clause, act):
        return None
    if clause.top.i == act.i or _is_aside(clause, action) or _is_of_later_act(clause, act):
        return None
    if rule.denied_act and not will_not_be(act):
        return None
    links = _links(clause, act)
    if links is None or any(_states_what_is(token) for token in links.below):
        return None
    if clause.opening.kind == "phrase" and not _names_term(clause):
        return None
    if _hangs_on(links, clause, act) and (clause.opening.kind != "fixed" or len(links.below) == 1):
        return 10 * len(links.above) + len(links.below)
    if rule.attachment == "loose" and (_closes(clause, action) or _is_inserted(clause, act, action)):
        return DISTANCE_OF_NEIGHBOUR
    return None


def _opens_clause(clause: Clause, act: Token) -> bool:
    """Whether a clause follows that tells a condition: "until 2030" and "ask if it will" do not."""
    rule, opening = clause.opening.rule, clause.opening
    opener = clause.span.doc[opening.end - 1]
    words = clause.span.doc[opening.end : clause.span.end]
    if rule.asks and _is_question(clause):
        return False
    if rule.form == "inverted":
        subject = syntax.child(opener.head, "nsubj", "nsubjpass", "expl")
        return opener.dep_ in syntax.AUXILIARIES and subject is not None and subject.i > opener.i
    if rule.behind and opener.i < act.i:
        return False
    if rule.form == "participle" and opener.dep_ == "conj":  # "carried freight and provided services"
        return False
    if any(_is_verb_taken_for_noun(token) for token in words):
        return True
    if rule.form == "participle":
        thing = syntax.child(opener, "dobj")
        subject = thing if thing is not None and _begins_clause(thing) else None
        done = syntax.child(opener, "agent", "nsubjpass", "auxpass") is not None or thing != subject
        told = subject is not None or any(token.dep_ in syntax.SUBJECTS for token in words)
        return told and not done and opener.dep_ != "acl"
    if rule.form == "verbless":
        return True
    if rule.attachment == "strict" and _follows(opener):
        return False
    ordered = opener.lower_ in ORDERING and act.dep_ == "ccomp" and words.start > act.i
    reported = rule.denied_act or ordered
    return _tells_state(words, rule) or (reported and _is_shifted_back(words, act))


def _begins_clause(thing: Token) -> bool:
    """Whether the object of a participle is the subject of what must hold: "provided it can be found"."""
    behind = syntax.neighbour(thing.right_edge)
    return behind is not None and behind.tag_ in syntax.PRESENT_TAGS | {"MD"}


def _is_verb_taken_for_noun(token: Token) -> bool:
    """Whether the parse takes a clause's verb for a noun in the plural: "until the High Court | rules"."""
    if token.tag_ != "NNS" or token.lemma_.lower() not in lexicon_of_conditions().taken_for_nouns:
        return False
    before = token.nbor(-1) if token.i > 0 else None
    behind = syntax.neighbour(token)
    ends = behind is None or behind.is_punct or behind.is_quote or behind.pos_ in {"ADP", "ADV", "CCONJ"}
    return ends and before is not None and before.dep_ == "compound" and before.tag_ in {"NN", "NNP"}


def _follows(opener: Token) -> bool:
    """Whether "after" goes with a verb of pursuit before it: "go after those who pay"."""
    return (
        opener.i > 0 and opener.nbor(-1).lemma_ in {"go", "come"} and syntax.child(opener, "pobj") is not None
    )


def _is_shifted_back(words: Span, act: Token) -> bool:
    """Whether a clause tells in the past what must hold, as does all that is reported: "said he would not
    speak before he had seen a judge".
    """
    modal = syntax.modal_of(act)
    shifted = modal is not None and modal.lower_ in {"would", "could"}
    return shifted and any(token.tag_ == "VBD" for token in words)


def _is_question(clause: Clause) -> bool:
    """Whether the clause completes a word of asking or knowing right before it or above it."""
    top, start, doc = clause.top, clause.span.start, clause.span.doc
    above = [doc[start - 1]] if start > 0 else []
    excluded = lexicon_of_conditions().excluded
    if top.dep_ == "ccomp" and top.i > top.head.i:
        above.append(top.head)
        if top.head.tag_ == "VB" and top.head.lemma_ in excluded.telling_words:
            return True
    return any(token.lemma_.lower() in excluded.whether_words for token in above)


def _tells_state(words: Span, rule: Opener) -> bool:
    """Whether a verb or adjective tells what must hold; behind strict openers none dated or past."""
    first = words[1] if words[0].pos_ == "ADV" and len(words) > 1 else words[0]
    if first.tag_ == "VBN" or first.pos_ == "ADJ":
        return True
    if rule.attachment == "loose":
        return any(syntax.is_verb(token) or token.pos_ == "AUX" for token in words)
    if any(token.ent_type_ == "DATE" or token.lower_ in {"will", "would"} for token in words):
        return False
    if first.tag_ == "VBG":
        return words.start - 1 == words.sent.start
    return any(token.tag_ in {"VBZ", "VBP", "MD"} for token in words)


def _states_what_is(token: Token) -> bool:
    """Whether a relative clause describes something by what is so now ("those who stay if they want")."""
    return token.dep_ == "relcl" and token.tag_ not in {"VBD", "VBN"}


def _names_term(clause: Clause) -> bool:
    """Whether what follows the opener is something that is yet to be.

    It tells what something is as it stands in "goods subject to duties", and what has been done in "in return
    for that pledge".
    """
    rule = clause.opening.rule
    below = clause.span.doc[clause.opening.end - 1]
    noun = syntax.child(below, "pobj")
    if noun is None:
        return not rule.terms
    if rule.pointing_back and any(word.lower_ in POINTING for word in noun.lefts):
        return False
    lemma = noun.lemma_.lower()
    return lemma not in rule.no_terms and (not rule.terms or lemma in rule.terms)


def _is_aside(clause: Clause, action: Span) -> bool:
    """Whether a comma sets the clause off as a remark on a day or place ("on Monday, when it meets").

    How long after something is told before it is part of the remark: ", hours after it met".
    """
    start = _with_length(clause)
    return (
        clause.opening.rule.aside_after_comma
        and start > action.start
        and clause.span.doc[start - 1].text == ","
    )


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


@dataclass(frozen=True, slots=True)
class Links:
    """How a condition and an act meet: the tokens from each up to, and without, their first common head.

    ``below`` leads up from the condition, ``above`` from the act (empty where the condition hangs on it).
    """

    below: list[Token]
    above: list[Token]
    meeting: Token


def _links(clause: Clause, act: Token) -> Links | None:
    chain = [act, *syntax.ancestors(act)]
    steps = {token.i: step for step, token in enumerate(chain)}
    below: list[Token] = []
    for token in (clause.top, *syntax.ancestors(clause.top)):
        if token.i in steps:
            return Links(below, chain[: steps[token.i]], token)
        below.append(token)
    return None


def _hangs_on(links: Links, clause: Clause, act: Token) -> bool:
    """Whether by the parse it is the act, or the words that commit to it, that a condition hangs on."""
    if not links.below or links.below[0].dep_ in {"relcl", "pcomp", "dobj"}:
        return False
    if any(_is_foreign(token, act) and not _says(token, clause, act) for token in links.below[1:]):
        return False
    labels = {token.dep_ for token in links.above}
    if not labels <= COMMISSIVE_LINKS | {"conj", "advcl"}:
        return False
    if links.above and any(_opens_later_clause(token, act) for token in links.below[1:]):
        return False
    if "conj" in labels and links.meeting.i < clause.span.start < act.i:
        return False
    if clause.opening.rule.attachment == "strict":
        past = links.meeting.tag_ == "VBD" or syntax.is_perfect(links.meeting)
        direct = all(token.dep_ == "xcomp" for token in links.below[1:])  # "made to leave before …"
        return direct and not (links.above and past)
    return True


def _opens_later_clause(verb: Token, act: Token) -> bool:
    """Whether a verb goes on behind an act in a tense of its own: "would go, but | had agreed to wait"."""
    later = verb.dep_ == "conj" and verb.i > act.i
    return later and (verb.tag_ in {"VBD", "VBP", "VBZ"} or bool(syntax.auxiliaries(verb)))


def _says(verb: Token, clause: Clause, act: Token) -> bool:
    """Whether a verb between a condition and its act tells who says so: "if it rains, she said, we will"."""
    return verb.lemma_ in saying_verbs() and clause.span.end <= verb.i < act.i


def _is_foreign(token: Token, act: Token) -> bool:
    """Whether what hangs below ``token`` is the condition of something else than the act above it."""
    if token.dep_ in FOREIGN_LINKS:
        return True
    if token.dep_ == "conj" and token.head.i == act.i:
        contrast = any(word.lower_ == "but" for word in syntax.children(act, "cc"))
        if contrast or syntax.child(token, "conj") is not None:
            return True  # of one act in a list, the last aside; "will go home, but will meet until it ends"
    return syntax.is_verb(token) and syntax.child(token, "nsubj", "nsubjpass") is not None
