"""The speaker of a record: canonical name or description, and how the text names it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from flows.extract import syntax
from flows.extract.components.attribution import Attribution, attribution_lexicon
from flows.extract.components.force import text_speaks
from flows.extract.components.names import Names
from flows.extract.components.party import Party, PartyResolver
from models.vocabulary import Genre, SpeakerType

LONGEST_DESCRIPTION = 12  # words


@dataclass(frozen=True)
class Speaker:
    """Who said it (None where nobody is cited) and in which way the text names them."""

    name: str | None
    speaker_type: SpeakerType


def speaker_of(
    attribution: Attribution, binder: Token | None, resolver: PartyResolver, names: Names, genre: Genre | None
) -> Speaker:
    """The speaker of a record.

    ``binder`` is the subject of a verb of promising, which speaks where nobody else is cited
    ("Norway has pledged …"). Without either, the text itself speaks, or its reporter.
    """
    token = attribution.speaker or binder
    if token is None and attribution.label is None:
        return _of_text(resolver, genre)
    cited = attribution.speaker is not None or attribution.label is not None
    parties = resolver.speakers(attribution) if cited else resolver.of(binder)
    if token is not None and _is_unnamed(token, names):
        return Speaker(_description(token), "anonymous")
    known = [party for party in parties if party.kind != "other"]
    if known:
        return Speaker(known[0].name, "named")
    if token is None or token.pos_ == "PRON":
        return _of_text(resolver, genre) if not parties else Speaker(parties[0].name, "named")
    if token.lemma_.lower() in attribution_lexicon().documents.lemmas:
        return Speaker(None, "document")
    return Speaker(parties[0].name if parties else _description(token), "anonymous")


def _of_text(resolver: PartyResolver, genre: Genre | None) -> Speaker:
    if not text_speaks(genre):
        return Speaker(None, "author")
    authors: tuple[Party, ...] = resolver.authors
    return Speaker(authors[0].name if len(authors) == 1 else None, "document")


def _is_unnamed(token: Token, names: Names) -> bool:
    """Whether a phrase describes people without naming them ("a senior NATO diplomat")."""
    if names.at(token) is not None:
        return False
    if any(names.at(child) is not None for child in syntax.children(token, "appos")):
        return False
    return token.lemma_.lower() in attribution_lexicon().unnamed.lemmas


def _description(token: Token) -> str:
    """The words of a description without its article and relative clauses."""
    cut = syntax.children(token, "relcl", "appos", "acl", "conj", "cc", "punct")
    indices = [i for i in syntax.subtree_indices(token, cut) if abs(i - token.i) <= LONGEST_DESCRIPTION]
    words = token.doc[indices[0] : indices[-1] + 1]
    start = 1 if len(words) > 1 and words[0].lower_ == "the" else 0
    return " ".join(words[start:].text.split())
