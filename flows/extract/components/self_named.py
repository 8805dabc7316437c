"""The first person of texts that nobody's metadata claim: whether they say "I", and who "we" is."""

from __future__ import annotations

from collections import Counter

from flows.extract import syntax
from flows.extract.components.attribution_lexicon import attribution_lexicon
from flows.extract.components.named import Named
from flows.extract.components.names import Names
from flows.extract.components.party import Party, party_of
from flows.extract.components.party_lexicon import means_speaker, party_lexicon
from flows.extract.components.quotation import Quotations
from flows.extract.parse import Doc, Token


def self_named(doc: Doc, names: Names, quotations: Quotations) -> tuple[Party, ...]:
    """Who a text that says "we" or "our" outside quotations is by: the party that acts in it most often."""
    if not any(means_speaker(token) and quotations.at(token.idx) is None for token in doc):
        return ()
    acting: Counter[Party] = Counter()
    for named in names.found:
        head = doc[named.end - 1]
        if named.kind not in {"organisation", "state"} or _is_text(doc, named):
            continue
        if _acts(head) and quotations.at(head.idx) is None:
            acting[party_of(named)] += 1
    return (acting.most_common(1)[0][0],) if acting else ()


def _is_text(doc: Doc, named: Named) -> bool:
    """Whether the recogniser took the title of a text or plan for a body: "Final Document of the Meeting"."""
    head = syntax.noun_lemma(doc[named.start : named.end].root)
    texts = attribution_lexicon().documents.lemmas | party_lexicon().laws.lemmas
    return named.via == "recognised" and head in texts


def says_i(doc: Doc, quotations: Quotations, reach: int | None = None) -> bool:
    """Whether a text, or its first ``reach`` tokens, speaks as "I" or "my" outside quotations."""
    return any(_is_i(token) and quotations.at(token.idx) is None for token in doc.tokens[:reach])


def _is_i(token: Token) -> bool:
    """Whether a word is "I" or "my", and no numeral ("Article I") or mark of an item ("i) boats")."""
    if token.lower_ not in {"i", "my"} or token.pos_ != "PRON":
        return False
    numeral = token.text == "I" and token.i > 0 and token.nbor(-1).pos_ in {"NOUN", "PROPN"}
    return not numeral and syntax.word_at(token, 1) != ")"


def _acts(token: Token) -> bool:
    """Whether a name is, or is the head's modifier of, the subject of a verb."""
    head = token.head if token.dep_ in {"compound", "nmod", "amod"} else token
    return head.dep_ == "nsubj" and syntax.is_verb(head.head)
