"""Texts, plans and laws: whoever is behind one is whom it binds, as Peru is for "Peru's plan will …"."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.attribution_lexicon import attribution_lexicon
from flows.extract.components.home import Home
from flows.extract.components.institution import owners_of
from flows.extract.components.pair import is_bare
from flows.extract.components.party import Party, Resolve, without_things
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.pronoun import Pronouns
from flows.extract.components.retold import words_before
from flows.extract.components.scene import Scene
from flows.extract.components.whole_phrase import of_phrase
from flows.extract.parse import Token
from models.vocabulary import EntityKind

REACH = 600  # tokens back in which a text or plan is told of by whose it is
ACTING_KINDS: tuple[EntityKind, ...] = ("organisation", "state", "person", "group")


def is_scheme(token: Token) -> bool:
    """Whether a noun is of a text, plan or law, which binds whoever is behind it: "the accord"."""
    lemma = syntax.noun_lemma(token)
    if _is_document(token) or lemma in party_lexicon().schemes.lemmas:
        return True
    return token.pos_ == "PROPN" and lemma in party_lexicon().laws.lemmas


def behind_text(
    scene: Scene, resolve: Resolve, pronouns: Pronouns, home: Home, token: Token, depth: int
) -> tuple[Party, ...]:
    """Whoever is behind a text, plan or law; nobody where it tells of none: Peru for "Peru's plan".

    Else whoever made it ("a letter by Peru"), the author of the text that tells of it, the state that a
    report on its bill is about, or who acted before.
    """
    owners = owners_of(scene, resolve, token, depth)
    schemes, lemma = party_lexicon().schemes, syntax.noun_lemma(token)
    return (
        without_things(owners)
        or _makers(scene, resolve, token, schemes.made_by)
        or scene.authors
        or _owners_before(scene, resolve, token, depth)
        or (_makers(scene, resolve, token, schemes.made_with) if _is_document(token) else ())
        or (home.reported_on(token) if lemma in schemes.of_state else ())
        or (() if lemma in schemes.only_told else pronouns.earlier(token, depth, ACTING_KINDS))
    )


def _makers(scene: Scene, resolve: Resolve, token: Token, prepositions: frozenset[str]) -> tuple[Party, ...]:
    """Whose a plan, accord or text is: "the truce between Chad and the rebels", "a letter by Peru"."""
    makes = (word for word in syntax.children(token, "prep") if word.lower_ in prepositions)
    found = (of_phrase(scene, resolve, maker) for word in makes for maker in syntax.children(word, "pobj"))
    return without_things(party for parties in found for party in parties)


def _owners_before(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """Whose "the letter" is, told of before as somebody's: "the king's letter", "a letter of Peru"."""
    if not is_bare(token):
        return ()
    for before in words_before(scene, token, REACH):
        if before.tag_ == token.tag_ and before.lemma_.lower() == token.lemma_.lower():
            owner = syntax.child(before, "poss") or syntax.noun_after(before, ("of",))
            owners = without_things(resolve(owner, depth + 1)) if owner is not None else ()
            if owners:
                return owners
    return ()


def _is_document(token: Token) -> bool:
    """Whether a noun is of a text, which may speak: "the agreement", "a letter"."""
    return syntax.noun_lemma(token) in attribution_lexicon().documents.lemmas
