"""Bodies named together before a plural for their kind: "Karhula and Skarn Rail met. The companies …"."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns
from flows.extract.components.business import is_business, may_be_business
from flows.extract.components.named import Named
from flows.extract.components.pair import is_bare_plural
from flows.extract.components.party import Party, party_of
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.components.subject import sentences_before
from flows.extract.parse import Token


def bodies_together(scene: Scene, token: Token) -> tuple[Party, ...]:
    """The bodies that "and" joins in the sentence of "the companies" or in one of the two before it.

    Nobody where the same noun tells of others in between: "the two mills of the companies".
    """
    if not is_bare_plural(token) or not _is_kind_of_body(token.lemma_.lower()):
        return ()
    reach = min((sentence.start for sentence in sentences_before(token)), default=token.sent.start)
    for named in scene.names.before(token.left_edge.i, "organisation"):
        if named.end <= reach or _is_told_between(named, token):
            break
        heads = syntax.conjuncts(syntax.conjunction_head(scene.doc[named.end - 1]))
        members = [member for head in heads if (member := scene.names.at(head)) is not None]
        if len(members) == len(heads) > 1 and all(_can_be(scene, member, token) for member in members):
            return tuple(party_of(member) for member in members)
    return ()


def _is_kind_of_body(lemma: str) -> bool:
    """Whether a noun is of bodies that are no state's organs and no sides of a report."""
    lexicon = party_lexicon()
    bodies = actor_nouns().bodies.lemmas - lexicon.organs.lemmas - lexicon.pairs.lemmas
    return lemma in bodies or is_business(lemma)


def _is_told_between(named: Named, token: Token) -> bool:
    """Whether the same plural stands between a name and a word."""
    between = token.doc.tokens[named.end : token.left_edge.i]
    return any(word.lower_ == token.lower_ for word in between)


def _can_be(scene: Scene, named: Named, token: Token) -> bool:
    """Whether a noun can stand for a name of several: a business, an agency, or by its own word.

    "The unions" of "the Miners' Union and the Lake Union".
    """
    lemma = token.lemma_.lower()
    if named.kind != "organisation":
        return False
    if is_business(lemma):
        return may_be_business(scene, named)
    known = scene.reference.organisations.get(named.name)
    of_state = known is not None and known.kind in {"agency", "ministry"}
    words = {syntax.noun_lemma(word) for word in scene.doc[named.start : named.end]}
    return lemma in words or (of_state and lemma in party_lexicon().agencies.lemmas)
