"""Posts whose names in capitals go on behind "to", where the parse leaves them their first word."""

from __future__ import annotations

from itertools import pairwise

from flows.extract import syntax
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.parse import Token

LINKING = frozenset({"to", "the", "for", "of", "and"})
LONGEST_POST = 14  # tokens behind the first word


def post_in_capitals(token: Token) -> str:
    """The whole name of a post that a word opens; empty for other words.

    "Assistant to the President for Science and Technology" for "Assistant"; not beyond "and the", which opens
    another one.
    """
    if token.tag_ != "NNP" or syntax.noun_lemma(token) not in party_lexicon().posts.lemmas:
        return ""
    behind = token.doc.tokens[token.i + 1 : min(token.i + LONGEST_POST, token.sent.end)]
    if not behind or behind[0].lower_ != "to":
        return ""
    last = token.i
    for word, after in pairwise(behind):
        if word.text[:1].isupper():
            last = word.i
        elif word.lower_ not in LINKING or (word.lower_ == "and" and after.lower_ == "the"):
            break
    return " ".join(token.doc[token.i : last + 1].text.split()) if last > token.i else ""
