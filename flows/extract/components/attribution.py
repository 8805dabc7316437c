"""Attribution: who says what a sentence tells, and whether in their own words.

The lexicon is ``lexicons/attribution.toml``. A speaker is found in the clause that governs the act, in a
remark beside it ("he said"), in "according to …", in the verb of saying next to the quotation that holds
the act, in the sentence before or after, or in the label of a transcript's turn.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.attribution_lexicon import attribution_lexicon, saying_verbs
from flows.extract.components.party_lexicon import means_speaker
from flows.extract.components.quotation import Quotation, Quotations
from flows.extract.components.remarks import Speech, according_to, governing_speech, is_told_on
from flows.extract.components.sayer import sayer
from flows.extract.components.turns import Turn
from flows.extract.parse import Span, Token


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


LONGEST_HEADING = 14  # tokens
WITHIN_TITLE = frozenset({"of", "for", "and", "the"})  # "Secretary of Harbours Ada Berg on …"


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
        if number == 0 or not is_told_on(token):
            return None
        before, here = self._sentences[number - 1], self._sentences[number]
        if "\n" in token.doc.text[before.end_char : here.start_char]:
            return None
        said = before.root
        content = syntax.child(said, "ccomp") if said.lemma_.lower() in saying_verbs() else None
        cited = self.of(content or said)
        if cited.verb is None or cited.speaker is None or cited.verb.tag_ not in syntax.PAST_TAGS:
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
        verbs = (
            word for word in before if syntax.is_verb(word) and (word.head == word or word.head not in before)
        )
        subjects = (syntax.child(verb, "nsubj") for verb in verbs)
        who = next((who for who in subjects if who is not None and _may_speak(who)), None)
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


def _may_speak(who: Token) -> bool:
    """Whether a word is for somebody: a noun for people, a person's name, or one that nobody knows."""
    return is_actor(who) or who.ent_type_ == "PERSON" or (who.pos_ == "PROPN" and not who.ent_type_)


def _named_by_heading(sentence: Span) -> Token | None:
    """Whom a line without a verb names with where they spoke: "Senator Ada Berg on Harbour Talk"."""
    if len(sentence) > LONGEST_HEADING or sentence[-1].is_punct or any(map(syntax.is_verb, sentence)):
        return None
    venues = attribution_lexicon().venues.lemmas
    place = next((word for word in sentence if word.lower_ in venues), None)
    named = syntax.neighbour(place, -1) if place is not None and place.i > sentence.start else None
    before = sentence.doc[sentence.start : named.i + 1] if named is not None else ()
    known = named is not None and named.ent_type_ == "PERSON"
    titled = all(word.pos_ == "PROPN" or word.lower_ in WITHIN_TITLE for word in before)
    return named if known and titled else None
