"""People in a state who ask its government for what they can't do themselves: "miners", "owners of boats"."""

from __future__ import annotations

from flows.extract.components.party import Party
from flows.extract.components.party_lexicon import party_lexicon


def are_petitioners(parties: tuple[Party, ...]) -> bool:
    """Whether some parties are one kind of such people, by the noun of their phrase."""
    return len(parties) == 1 and all(map(_petitions, parties))


def singulars(word: str) -> frozenset[str]:
    """A word of a phrase with what may be its singular: "families", "familie" and "family"."""
    return frozenset({word, word.removesuffix("s"), word.removesuffix("ies") + "y"})


def _petitions(party: Party) -> bool:
    if party.kind != "group":
        return False
    noun = party.name.lower().partition(" of ")[0].split()[-1]
    return not party_lexicon().petitioners.lemmas.isdisjoint(singulars(noun))
