"""Gender: whether "he" or "she" may be somebody, by the reference and by how the text speaks of them.

The words are those of ``[genders]`` in ``lexicons/parties.toml``.
"""

from __future__ import annotations

from typing import Literal

from flows.extract import syntax
from flows.extract.components.named import Named
from flows.extract.components.party import Party
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.parse import Token

Gender = Literal["female", "male"]


class Genders:
    """Tells the gender of the people of one document."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._told: dict[str, Gender] | None = None

    def allow(self, pronoun: Token, party: Party) -> bool:
        """Whether a party may be "he" or "she": anybody whose gender nothing tells may be both."""
        asked = gender_of_pronoun(pronoun)
        return party.kind != "person" or asked is None or self._of(party) in {asked, None}

    def _of(self, person: Party) -> Gender | None:
        known = self._scene.reference.person(person.name)
        if known and known[0].gender in {"female", "male"}:
            return "female" if known[0].gender == "female" else "male"
        if self._told is None:
            self._told = self._told_of()
        return self._told.get(person.name)

    def _told_of(self) -> dict[str, Gender]:
        """Genders by name, by the words beside those: "Mrs. Berg", "the chairwoman, Ada Berg"."""
        told: dict[str, Gender] = {}
        for named in self._scene.names.found:
            gender = self._beside(named) if named.kind == "person" and named.name not in told else None
            if gender is not None:
                told[named.name] = gender
        return told

    def _beside(self, named: Named) -> Gender | None:
        doc = self._scene.doc
        root = doc[named.start : named.end].root
        beside = [doc[named.start], *syntax.children(root, "compound", "nmod", "appos")]
        if named.start > 0:
            beside.append(doc[named.start - 1])
        if root.dep_ == "appos":
            beside.append(root.head)
        return next((gender for gender in map(gender_of_noun, beside) if gender is not None), None)


def gender_of_noun(noun: Token) -> Gender | None:
    """The gender that a noun or title tells: "Mrs.", "chairwoman", "widow"; None of "minister"."""
    genders, word = party_lexicon().genders, noun.lower_.rstrip(".")
    if word in genders.female:
        return "female"
    return "male" if word in genders.male else None


def gender_of_pronoun(pronoun: Token) -> Gender | None:
    """The gender of "she" and "he"; None of other pronouns."""
    pronouns = party_lexicon().pronouns
    if pronoun.lower_ in pronouns.female:
        return "female"
    return "male" if pronoun.lower_ in pronouns.male else None


def is_of_other_gender(subject: Token, pronoun: Token) -> bool:
    """Whether a subject tells by its word that it is not "he" or "she": "she", "the chairwoman" for "he"."""
    asked = gender_of_pronoun(pronoun)
    told = gender_of_pronoun(subject) or gender_of_noun(subject) if asked is not None else None
    return told is not None and told != asked
