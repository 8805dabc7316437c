"""What the recogniser takes for a name and is none: remarks, parts of a headline, words that open a sentence.

"Mine Town" of the headline "Mine Town in Ghana Awaits Its Clinic" names nobody, nor does "Farmers" of
"Farmers were told to wait".
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns, is_actor
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.capitals import is_headline
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.parse import Doc, Span, Token
from flows.extract.words import load_words

SHORTEST_HEADLINE = 3  # words; a dateline has fewer
ENDING = frozenset({".", "!", ",", ";"})
# Labels of what a headline may only seem to name, unlike people.
IN_HEADLINES = frozenset({"ORG", "GPE", "LOC", "FAC", "NORP"})


class NoNames:
    """Tells of one document what the recogniser takes for names that are none."""

    def __init__(self, doc: Doc) -> None:
        self._small = frozenset(token.text for token in doc.tokens if token.is_lower)
        first = next((token.sent for token in doc.tokens if not token.is_space), None)
        self._body = doc[first.end :].text if first is not None else ""
        self._headline = first if first is not None and self._body and _is_headline(first) else None

    def has(self, span: Span) -> bool:
        """Whether words name nobody: a remark, ship, portfolio, part of a headline, or noun that opens."""
        remark = _is_remark(span) or _is_of_storm_or_ship(span) or is_portfolio(span)
        return remark or self._is_of_headline(span) or self._only_opens(span)

    def _is_of_headline(self, span: Span) -> bool:
        """Whether words stand in the headline alone, and end with no noun for a body.

        Headlines capitalise what is no name ("Unions Suspend General Strike"); whom they do name the text
        names too.
        """
        if self._headline is None or span.end > self._headline.end or span.label_ not in IN_HEADLINES:
            return False
        body = syntax.noun_lemma(span[-1]) in actor_nouns().bodies.lemmas and len(span) > 1
        return not body and span.text not in self._body

    def _only_opens(self, span: Span) -> bool:
        """Whether one word is capitalised only because it opens a sentence: "Farmers", "State officials"."""
        token = span[0]
        if not span.doc.is_cut or len(span) > 1 or not _opens_sentence(token) or not token.text.istitle():
            return False
        if token.tag_ == "NNS":
            return True
        common = token.lower_ in self._small
        if token.tag_ == "NN":
            return common or _is_common_noun(token)
        several = token.tag_ == "NNPS" and (is_actor(token) or _is_common_noun(token))
        return span.label_ == "ORG" and (several or (common and token.tag_ in {"NNP", "NNPS"}))


def _is_headline(sentence: Span) -> bool:
    """Whether the first sentence of a text is its headline: in capitals, and without a mark at its end."""
    words = [token for token in sentence if token.is_alpha]
    ends = bool(words) and syntax.word_at(words[-1], 1) in ENDING
    return sentence.doc.is_cut and len(words) >= SHORTEST_HEADLINE and not ends and is_headline(sentence)


def _is_remark(span: Span) -> bool:
    """Whether words are a remark ("(Laughter.)"), an exclamation, a heading or a feast."""
    form, words = span.text.casefold().rstrip("."), load_words()
    before = span.doc[span.start - 1].text if span.start else ""
    if form in words.no_names or form in words.feasts:
        return True
    return before in {"(", "["} and form in words.remarks


def _is_of_storm_or_ship(span: Span) -> bool:
    """Whether a storm or ship is called so: "Cyclone Ada", "the tanker Karhula Star"."""
    words = load_words().storms_and_ships
    first = span[0].lower_
    return (first in words and len(span) > 1) or (syntax.word_at(span[0], -1) in words)


def is_portfolio(span: Span) -> bool:
    """Whether a supposed body is only what a minister is for: "Dutch Lake Transport Minister"."""
    office = syntax.neighbour(span[-1])
    own = office is not None and office.lower_ == "minister" and span[-1].head == office
    return own and span.label_ == "ORG" and len(span) > 1


def _opens_sentence(token: Token) -> bool:
    before = token.doc.tokens[token.sent.start : token.i]
    return not any(any(map(str.isalnum, word.text)) for word in before)


def _is_common_noun(token: Token) -> bool:
    lexicon, lemma = party_lexicon(), syntax.noun_lemma(token)
    return is_people(token) or lemma in lexicon.institutions.lemmas or lemma in lexicon.things.lemmas
