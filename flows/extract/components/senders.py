"""Those for whom others act: "experts from Peru and Chad", "negotiators for Peru and the rebels"."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.description import described_party
from flows.extract.components.institution import is_set_apart
from flows.extract.components.party import Party, Resolve, each_once, without_things
from flows.extract.components.party_lexicon import is_institution, party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.parse import Token

SENDING = frozenset({"state", "organisation"})


def senders_of(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """The states or bodies that send people, or all for whom somebody negotiates; nobody for other nouns."""
    found = _sending(resolve, token, depth) or _represented(resolve, token, depth)
    return found if found and not is_set_apart(scene, token) else ()


def _sending(resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """From whom people come whom somebody sends: "engineers from Peru", "experts from both countries"."""
    sent = party_lexicon().sent
    whence = syntax.noun_after(token, ("from",))
    if whence is None or syntax.noun_lemma(token) not in sent.lemmas - sent.themselves:
        return ()
    found = [resolve(each, depth + 1) for each in syntax.conjuncts(whence)]
    parties = each_once(party for several in found for party in several)
    return parties if all(found) and all(party.kind in SENDING for party in parties) else ()


def _represented(resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """All for whom somebody negotiates, also without a name: "negotiators for Peru and the rebels"."""
    first = syntax.noun_after(token, ("for",))
    negotiates = syntax.noun_lemma(token) in party_lexicon().negotiating.lemmas and is_institution(token)
    sides = syntax.conjuncts(first) if first is not None and negotiates else []
    if len(sides) < 2:
        return ()
    found = [without_things(resolve(side, depth + 1)) or described_party(side) for side in sides]
    return each_once(party for parties in found for party in parties)
