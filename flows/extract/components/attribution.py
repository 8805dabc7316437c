"""Attribution: who says what a sentence tells, and whether in their own words.

The lexicon is ``lexicons/attribution.toml``. A speaker is found in the clause that governs the act, in a
remark beside it ("he said"), in "according to …", in the verb of saying next to the quotation that holds
the act, in the sentence before or after, or in the label of a transcript's turn.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.attribution_lexicon import (
    attribution_lexicon,
    not_by_infinitive,
    saying_verbs,
)
from flows.extract.components.party_lexicon import means_speaker
from flows.extract.components.quotation import Quotation, Quotations
from flows.extract.components.sayer import sayer, stance_holder
from flows.extract.parse import Span, Token


@dataclass(frozen=True)
class Turn:
    """A turn of a transcript: who speaks (as labelled) from ``start_char`` to ``end_char``."""

    label: str
    start_char: int
    end_char: int


@dataclass(frozen=True)
class Attribution:
    """Who says it: a token of the text or a transcript's label; neither where nobody is cited.

    Both where whoever speaks in a transcript cites themselves ("we said we would …").
    """

    speaker: Token | None
    label: str | None
    verb: Token | None
    rule_id: str
    quotation: Quotation | None


Speech = tuple[Token | None, Token, str]  # the verb of saying if there is one, who speaks, and the rule
LONGEST_HEADING = 14  # tokens
ASKING = "Q"  # the label of a turn in which a reporter asks
_CAPITALS = "A-ZÀ-ÖØ-Þ"
_LABEL = re.compile(
    r"(?:(?P<question>Q|QUESTION|REPORTER)\b[.:]?"
    rf"|(?P<name>[{_CAPITALS}][{_CAPITALS}.'’\- ]{{2,48}}[{_CAPITALS}.)])(?: \([^)]*\))?:)\s+"
)


def _is_heading(label: str) -> bool:
    """Whether capitals before a colon tell what follows rather than who speaks: "OPENING UP THE PORT"."""
    first, *others = label.casefold().split()
    doing = first.endswith("ing") and len(others) > 1
    return doing or not attribution_lexicon().headings.lemmas.isdisjoint(others)


def find_turns(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Turn]:
    """The turns of a transcript ("THE PRESIDENT:  Thank you."), each up to the next label.

    Empty where fewer than two paragraphs carry a label: a single one is a heading, as are capitals that tell
    what somebody does or what for.
    """
    labels: list[tuple[int, str]] = []
    for start, end in paragraphs:
        match = _LABEL.match(text, start, end)
        if match is not None and not _is_heading(match["name"] or ASKING):
            labels.append((start, match["name"] or ASKING))
    if len(labels) < 2 or not paragraphs:
        return []
    ends = [start for start, _ in labels[1:]] + [paragraphs[-1][1]]
    return [Turn(label, start, end) for (start, label), end in zip(labels, ends, strict=True)]


class Attributor:
    """Finds the speaker of any token of one parsed document."""

    def __init__(self, quotations: Quotations, turns: Sequence[Turn], sentences: Sequence[Span]) -> None:
        self._quotations = quotations
        self._turns = turns
        self._sentences = list(sentences)
        self._starts = [sentence.start_char for sentence in sentences]
        self._ends = [sentence.end_char for sentence in sentences]
        self._number = {sentence.start: number for number, sentence in enumerate(sentences)}

    def of(self, token: Token) -> Attribution:
        """Who says the clause that ``token`` stands in."""
        quotation = self._quotations.at(token.idx)
        found = governing_speech(token)
        if found is None and quotation is not None:
            found = self._beside_quotation(token, quotation)
        elif found is None and self._label_at(token) is None:
            found = self._goes_on(token)
        elif found is not None and quotation is not None and means_speaker(found[1]):
            found = self._beside_quotation(token, quotation) or found  # "“We have promised to …,” she said"
        if found is not None:
            verb, speaker, rule_id = found
            oneself = quotation is None and means_speaker(speaker)
            return Attribution(speaker, self._label_at(token) if oneself else None, verb, rule_id, quotation)
        label = self._label_at(token)
        return Attribution(None, label, None, "say.nobody" if label is None else "say.turn", quotation)

    def _goes_on(self, token: Token) -> Speech | None:
        """Who was cited in the sentence before, where a clause tells more of what they said.

        "The firm said the mill was sold. Work would end in May." A paragraph begins anew.
        """
        number = self._number.get(token.sent.start, 0)
        if number == 0 or not _is_told_on(token):
            return None
        before, here = self._sentences[number - 1], self._sentences[number]
        if "\n" in token.doc.text[before.end_char : here.start_char]:
            return None
        said = before.root
        content = syntax.child(said, "ccomp") if said.lemma_.lower() in saying_verbs() else None
        cited = self.of(content or said)
        if cited.verb is None or cited.speaker is None or cited.verb.tag_ not in PAST_TAGS:
            return None
        return None if means_speaker(cited.speaker) else (cited.verb, cited.speaker, cited.rule_id)

    def _label_at(self, token: Token) -> str | None:
        """The label of the transcript's turn that a token stands in."""
        turns = (turn.label for turn in self._turns if turn.start_char <= token.idx < turn.end_char)
        return next(turns, None)

    def _beside_quotation(self, token: Token, quotation: Quotation) -> Speech | None:
        """The speaker of a quotation whose own clause names none.

        Looked for in the label before it, in the sentences that the quotation touches, then in the
        sentence before it (a speaker introduced there), then in the one after it.
        """
        first, last = self._sentences_of(quotation)
        label = self._name_before(quotation, first)
        if label is not None:
            return None, label, "say.label"
        here = self._number.get(token.sent.start, first)
        nearest = sorted(range(first, last + 1), key=lambda number: (abs(number - here), number))
        return (
            self._said_in(nearest, quotation)
            or self._led_to(quotation, first)
            or self._said_in([first - 1, last + 1], quotation)
            or self._of_list(first)
        )

    def _said_in(self, numbers: Sequence[int], quotation: Quotation) -> Speech | None:
        """The speaker whom the first of some sentences that cites anybody cites beside a quotation."""
        inside = (self._sentences[number] for number in numbers if 0 <= number < len(self._sentences))
        found = (self._speech_outside(sentence, quotation) for sentence in inside)
        return next((speech for speech in found if speech is not None), None)

    def _led_to(self, quotation: Quotation, number: int) -> Speech | None:
        """Who acts in the clause that leads by a colon to a quotation: "The envoy was more careful: “…”".

        ``number`` is that of the first sentence that the quotation touches.
        """
        before = [word for word in self._sentences[number] if word.idx < quotation.start_char]
        if not before or before[-1].text != ":":
            return None
        verbs = (word for word in before if syntax.is_verb(word) and word.head not in before)
        subjects = (syntax.child(verb, "nsubj") for verb in verbs)
        people = (who for who in subjects if who is not None and (is_actor(who) or who.ent_type_ == "PERSON"))
        who = next(people, None)
        return (None, who, "say.lead") if who is not None else None

    def _of_list(self, number: int) -> Speech | None:
        """Who acts in the line that leads to a list of quotations: "The mayor gave her word twice:".

        Or whom a heading names: "Senator Ada Berg on Harbour Talk".

        ``number`` is that of the first sentence of a quotation; only quotations may stand between.
        """
        while number > 0:
            number -= 1
            sentence = self._sentences[number]
            remark = sentence.text.startswith("(")  # what stands behind a quotation: "(Watch)"
            quoted = any(self._quotations.at(place) for place in (sentence.root.idx, sentence.end_char - 1))
            if not (quoted or remark):
                if (named := _named_by_heading(sentence)) is not None:
                    return None, named, "say.venue"
                subject = syntax.child(sentence.root, "nsubj")
                leads = sentence[-1].text == ":" and subject is not None
                return (None, subject, "say.lead") if leads and subject is not None else None
        return None

    def _name_before(self, quotation: Quotation, number: int) -> Token | None:
        """The person whose name and a colon stand before a quotation ("Harbour Minister Ada Berg: “…”").

        ``number`` is that of the first sentence that the quotation touches.
        """
        sentence = self._sentences[number]
        if sentence.start_char == quotation.start_char and number > 0:
            sentence = self._sentences[number - 1]
        before = [token for token in sentence if token.idx < quotation.start_char and token.text != "*"]
        label = list(syntax.outside_brackets(before))
        named = (
            len(label) > 2
            and label[-1].text.endswith(":")
            and all(word.tag_ == "NNP" for word in label[-3:-1])
        )
        return label[-2] if named and not any(map(syntax.is_verb, label)) else None

    def _sentences_of(self, quotation: Quotation) -> tuple[int, int]:
        """The first and last sentence that hold words of a quotation; its last mark may open the next one."""
        end = quotation.end_char - 1 if quotation.closed else quotation.end_char
        first = bisect_right(self._ends, quotation.start_char)
        last = bisect_left(self._starts, end) - 1
        return (first, last) if first <= last else (0, 0)

    def _speech_outside(self, sentence: Span, quotation: Quotation) -> Speech | None:
        verbs = saying_verbs()
        for token in sentence:
            if quotation.start_char <= token.idx < quotation.end_char or self._quotations.at(token.idx):
                continue
            if token.lemma_.lower() in verbs and syntax.is_verb(token):
                speaker = sayer(token)
                if speaker is not None:
                    return token, speaker, verbs[token.lemma_.lower()]
            according = according_to(token)
            if according is not None:
                return None, according, "say.according"
        return None


def _named_by_heading(sentence: Span) -> Token | None:
    """Whom a line without a verb names with where they spoke: "Senator Ada Berg on Harbour Talk"."""
    if len(sentence) > LONGEST_HEADING or sentence[-1].is_punct or any(map(syntax.is_verb, sentence)):
        return None
    venues = attribution_lexicon().venues.lemmas
    place = next((word for word in sentence if word.lower_ in venues), None)
    named = syntax.neighbour(place, -1) if place is not None and place.i > sentence.start else None
    before = sentence.doc[sentence.start : named.i + 1] if named is not None else ()
    known = named is not None and named.ent_type_ == "PERSON"
    return named if known and all(word.pos_ == "PROPN" for word in before) else None


def governing_speech(token: Token) -> Speech | None:
    """The verb of saying, its speaker and the rule, where the syntax puts ``token`` under one."""
    return _remark_at(token, token) or _speech_over(token) or _speech_before_colon(token)


def _speech_over(token: Token) -> Speech | None:
    """What is said above ``token``, or beside a clause above it."""
    below = token
    for head in syntax.ancestors(token):
        found = _remark_at(head, below)
        if found is not None:
            return found
        found = _speech_above(head, below)
        if found is not None:
            return (_telling(head) if _is_told(found) else None) or found
        below = head
    return None


def _is_told(speech: Speech) -> bool:
    """Whether others may tell what somebody did by saying it, or hopes for ("Norway promised to …")."""
    verb, _, rule_id = speech
    wants = syntax.children(verb, "xcomp", "ccomp") if verb is not None and rule_id == "say.think" else []
    return rule_id == "say.commit" or any(syntax.has_to(act) or act.dep_ == "xcomp" for act in wants)


def _telling(verb: Token) -> Speech | None:
    """Who tells that somebody promised or hopes something: "Norway has promised to pay, the envoy said".

    Not who said what stands before: "The envoy said it was late, and Norway has promised to pay".
    """
    if verb.dep_ == "conj" and syntax.child(verb, "nsubj") is not None and not _is_told_with(verb):
        return None
    beside = _remark_at(verb, verb)
    if beside is not None and (beside[0] is None or beside[0].dep_ in {"parataxis", "conj"}):
        return beside
    return _speech_over(verb)


def _remark_at(head: Token, below: Token) -> Speech | None:
    """A remark beside a clause: "…, he said, …" or "according to …"."""
    verbs = saying_verbs()
    for found in head.children:
        beside = found.dep_ == "parataxis" or (found.dep_ in {"ccomp", "dep"} and found.i > head.i)
        beside = beside or (found.dep_ == "conj" and syntax.is_remark(found)) or _opens(found)
        beside = beside or _stands_between_commas(found, below)
        beside = beside and found.tag_ != "VB" and not _is_content(found)  # "let them go home"
        if beside and found != below and found.lemma_.lower() in verbs and _is_under(below, head, found):
            speaker = sayer(found)
            if speaker is not None:
                return found, speaker, verbs[found.lemma_.lower()]
        according = according_to(found)
        if according is not None and not _is_on_next(found, head, below):
            return None, according, "say.according"
    return None


def _is_content(clause: Token) -> bool:
    """Whether a clause is no remark beside a verb but what that is about: "will ensure that Peru says why".

    "Will ensure Peru continues to pay" has no verb of saying.
    """
    mark = syntax.child(clause, "mark") if clause.dep_ == "ccomp" else None
    goes_on = clause.lemma_.lower() in not_by_infinitive() and any(
        map(syntax.has_to, syntax.children(clause, "xcomp"))
    )
    return goes_on or (mark is not None and mark.lower_ == "that")


def _is_on_next(remark: Token, head: Token, below: Token) -> bool:
    """Whether a remark behind "and" is on what follows, and not on what ``below`` heads.

    "It has lent five boats and, according to the mayor, may lend a tug."
    """
    link, behind = syntax.child(head, "cc"), syntax.child(head, "conj")
    if link is None or behind is None or below == behind:
        return False
    return link.i < remark.i < behind.i


def _is_under(below: Token, head: Token, remark: Token) -> bool:
    """Whether a remark on a clause is on what ``below`` heads: the clause, or what goes on behind the remark.

    "The port is closing, an official said, and will be sold": not "…, and Peru will buy it", but "…, and Peru
    would buy it" once more. It is on what completes the clause ("Peru is ready to buy it, he said"), and on
    the one before a semicolon that the parse hangs on it: "Peru will buy it, an official said; Chad …".
    """
    if (
        below == head
        or remark.dep_ == "relcl"
        or below.dep_ in {"acomp", "attr", "nsubj"}
        or (below.dep_ == "xcomp" and syntax.has_to(below))
    ):
        return True
    if below.dep_ == "ccomp" and below.i < head.i:
        return below.i < remark.i < head.i
    told = syntax.child(below, "nsubj", "nsubjpass") is None or _is_reported(below, remark)
    return told and below.dep_ == "conj" and max(head.i, remark.i) < below.i and syntax.is_verb(below)


def _opens(verb: Token) -> bool:
    """Whether a verb of saying between commas stands before the clause that it is about.

    "While it rains, the envoy told the crew, nobody would sail"; "As the envoy said, nobody would sail".
    """
    subject, mark = syntax.child(verb, "nsubj"), syntax.child(verb, "mark")
    if verb.dep_ != "advcl" or subject is None or syntax.child(verb, "ccomp", "xcomp") is not None:
        return False
    if mark is not None:
        return mark.lower_ == "as" and syntax.child(verb, "dobj") is None
    between = syntax.word_at(subject.left_edge, -1) == syntax.word_at(verb.right_edge, 1) == ","
    return between and verb.tag_ in PAST_TAGS and verb.i < verb.head.i


def _stands_between_commas(verb: Token, below: Token) -> bool:
    """Whether the parse takes a remark between commas for a clause on the noun before it.

    "Fiji has no plan to pay its pilots, an envoy said, and …": not "pilots, who said so, …".
    """
    subject = syntax.child(verb, "nsubj")
    if verb.dep_ != "relcl" or subject is None or subject.pos_ not in {"NOUN", "PROPN"}:
        return False
    first = subject.left_edge.i
    closed = verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].text == ","
    return closed and below.i < first and verb.doc[first - 1].text == ","


PAST_TAGS = frozenset({"VBD", "VBN"})
CONDITIONS = frozenset({"if", "unless"})
REPORTING = frozenset({"would", "might", "could"})  # modals of what was said to come
CONTENT = frozenset({"ccomp", "xcomp", "advcl", "dep", "parataxis", "dobj", "prep", "oprd"})


def _speech_above(head: Token, below: Token) -> Speech | None:
    """The verb of saying whose content ``below`` is."""
    holder = stance_holder(head) if below.dep_ == "ccomp" else None
    if holder is not None:
        return head, holder, attribution_lexicon().stances.id
    rule_id = saying_verbs().get(head.lemma_.lower()) or _rule_of_showing(head)
    if rule_id is None or not syntax.is_verb(head):
        return None
    content = below.dep_ in CONTENT or _leads_to_content(below)
    content = content and not _is_purpose(below) and not _is_closed_before(below, head)
    if not (content or syntax.goes_on_behind_remark(below) or _is_further_content(below, head)):
        return None
    if below.dep_ == "xcomp" and head.lemma_.lower() in not_by_infinitive():
        return None
    speaker = sayer(head)
    return (head, speaker, rule_id) if speaker is not None else None


def _leads_to_content(day: Token) -> bool:
    """Whether what is said hangs on the day of saying it: "told us last May that it would rain"."""
    clauses = syntax.children(day, "relcl", "acl") if day.dep_ == "npadvmod" else []
    marks = (syntax.child(clause, "mark") for clause in clauses)
    return any(mark is not None and mark.lower_ == "that" for mark in marks)


def _is_further_content(clause: Token, saying: Token) -> bool:
    """Whether a clause beside a verb of saying is more of what is said: "said it was late but he would pay".

    It has "that" before it, or a modal in the tense of what is told behind what was said first.
    """
    if clause.dep_ != "conj" or clause.i < saying.i:
        return False
    first = syntax.child(saying, "ccomp")
    goes_on = first is not None and saying.i < first.i < clause.i and _is_reported(clause, saying)
    return goes_on or _is_told_with(clause)


def _is_told_with(clause: Token) -> bool:
    """Whether a clause has a "that" of its own, by which it is told with the one before."""
    mark = syntax.child(clause, "mark")
    return mark is not None and mark.lower_ == "that"


def _is_closed_before(clause: Token, verb: Token) -> bool:
    """Whether a semicolon ends a clause before the verb of the next, which does not say it."""
    if clause.dep_ != "ccomp" or clause.i > verb.i:
        return False
    marks = [word.i for word in verb.doc[clause.i : verb.i] if word.text == ";"]
    return bool(marks) and not any(marks[-1] < said.i < verb.i for said in syntax.children(verb, "ccomp"))


def _speech_before_colon(token: Token) -> Speech | None:
    """Who says, or names what is meant to follow, before the colon that leads to a clause.

    "The envoy made clear that it was late: nobody will sail"; "she set three terms: Peru will pay".
    """
    clause = token
    for head in syntax.ancestors(token):
        if head.dep_ in {"relcl", "advcl"}:
            return None
        clause = head
    lead = next((found for found in syntax.children(clause, "ccomp") if _leads(found, clause)), None)
    for verb in syntax.conjuncts(lead) if lead is not None else ():
        announced = syntax.child(verb, "dobj")
        leads = announced is not None and syntax.noun_lemma(announced) in attribution_lexicon().leading.lemmas
        rule_id = saying_verbs().get(verb.lemma_.lower()) or _rule_of_showing(verb)
        speaker = sayer(verb) if rule_id or leads else None
        if speaker is not None and lead is not None and lead.i < token.i:
            return verb, speaker, rule_id or "say.leading"
    return None


def _leads(clause: Token, behind: Token) -> bool:
    """Whether a colon stands between a clause and the one behind it."""
    return clause.i < behind.i and any(word.text == ":" for word in behind.doc[clause.i : behind.i])


def _is_told_on(token: Token) -> bool:
    """Whether a main clause has the modal in which one goes on to tell what was said, on no condition.

    Nor may the sentence cite anybody of its own.
    """
    clause = next((verb for verb in (token, *syntax.ancestors(token)) if syntax.modal_of(verb)), None)
    if clause is None or syntax.conjunction_head(clause).dep_ != "ROOT" or syntax.is_perfect(clause):
        return False
    modal = syntax.modal_of(clause)
    conditions = (syntax.child(verb, "mark") for verb in syntax.children(clause, "advcl"))
    on_condition = any(mark is not None and mark.lower_ in CONDITIONS for mark in conditions)
    others = (word for word in token.sent if syntax.is_verb(word) and word != clause)
    says = any(word.lemma_.lower() in saying_verbs() for word in others)
    return modal is not None and modal.lower_ == "would" and not on_condition and not says


def _is_reported(clause: Token, saying: Token) -> bool:
    """Whether a clause has the modal and its verb of saying the tense of what was said to come."""
    modal = syntax.modal_of(clause)
    return modal is not None and modal.lower_ in REPORTING and saying.tag_ in {"VBD", "VBN"}


def _rule_of_showing(verb: Token) -> str | None:
    """The rule by which somebody makes something known: "made it plain that", "made clear that"."""
    rules = [rule for rule in attribution_lexicon().showing if verb.lemma_.lower() in rule.lemmas]
    behind = {word.lower_ for word in verb.doc[verb.i + 1 : verb.i + 4]} if rules else set()
    return next((rule.id for rule in rules if not rule.words.isdisjoint(behind)), None)


def _is_purpose(token: Token) -> bool:
    """Whether an adverbial clause is none of the speech ("spoke to reporters after …", "if …")."""
    return token.dep_ == "advcl" and syntax.child(token, "mark") is not None


def according_to(token: Token) -> Token | None:
    """The noun after "according to", where ``token`` starts that phrase and it tells no manner ("to law")."""
    if token.lower_ != "according":
        return None
    to = syntax.child(token, "prep")
    source = syntax.child(to, "pobj") if to is not None else None
    is_manner = source is not None and syntax.noun_lemma(source) in attribution_lexicon().manners.lemmas
    return None if is_manner else source
