"""A word that stands for a party of before, and what its own clause tells of who that may be."""

from __future__ import annotations

from dataclasses import dataclass

from flows.extract import syntax
from flows.extract.components.antecedent import acted_on_beside, asker_before
from flows.extract.components.asker import asking_verb
from flows.extract.components.party import Party, Resolve
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.pronoun_sense import acts_itself
from flows.extract.components.scene import Scene
from flows.extract.components.side import Sides
from flows.extract.components.subject import of_subject
from flows.extract.parse import Token
from models.vocabulary import EntityKind


@dataclass(frozen=True, slots=True)
class Sought:
    """A pronoun, or a text such as "the statement", whose party is sought among those before it.

    ``kinds`` are those of the parties that it may stand for; ``receives`` tells that it is who gains or
    loses, ``is_asked`` that somebody asks it to act. ``doer`` does what is done to it or asks it, and
    ``not_meant`` are others whom it can't be.
    """

    token: Token
    depth: int
    kinds: tuple[EntityKind, ...]
    receives: bool
    is_asked: bool
    doer: tuple[Party, ...]
    not_meant: tuple[Party, ...]

    @property
    def is_person(self) -> bool:
        """Whether it is "he" or "she" in any form."""
        return self.token.lower_ in party_lexicon().pronouns.person

    @property
    def is_thing(self) -> bool:
        """Whether it is "it" in any form."""
        return self.token.lower_ in party_lexicon().pronouns.thing

    @property
    def is_plural(self) -> bool:
        """Whether it is "they" in any form."""
        return self.token.lower_ in party_lexicon().pronouns.plural

    @property
    def acts(self) -> bool:
        """Whether it is a subject: "they", of whom more is told than of "them"."""
        return self.token.dep_ in syntax.NAMED_SUBJECTS

    @property
    def means_several(self) -> bool:
        """Whether it means one person only for want of others: "they" and "them", but not "their"."""
        return self.is_plural and self.token.dep_ != "poss"

    def is_doer(self, parties: tuple[Party, ...]) -> bool:
        """Whether some parties are those who do what is done to it, or who ask it."""
        return bool(parties) and all(party in self.doer for party in parties)

    def is_in_sentence_of(self, word: Token) -> bool:
        """Whether it stands in the sentence of a word."""
        return word.sent.start == self.token.sent.start


def sought_for(
    scene: Scene,
    sides: Sides,
    resolve: Resolve,
    token: Token,
    depth: int,
    kinds: tuple[EntityKind, ...],
    receives: bool,
) -> Sought:
    """What is known of a word, for which a party of one of ``kinds`` is sought, before any is looked at."""
    thing = token.lower_ in party_lexicon().pronouns.thing
    if thing and token.dep_ in syntax.NAMED_SUBJECTS:
        kinds = (*kinds, "place")  # "Kerala's government is short of rice. It will buy some"
    return Sought(
        token,
        depth,
        kinds,
        receives,
        is_asked=_asking(token) is not None,
        doer=_doer(scene, resolve, token, depth),
        not_meant=_not_meant(sides, resolve, token, depth),
    )


def _asking(token: Token) -> Token | None:
    """The verb that asks whoever a word stands for; of "it" more than who asks is told."""
    thing = token.lower_ in party_lexicon().pronouns.thing
    return asking_verb(token) if not thing or acts_itself(token) else None


def _doer(scene: Scene, resolve: Resolve, pronoun: Token, depth: int) -> tuple[Party, ...]:
    """Who does what is done to or for a pronoun, and so is not meant by it: "Peru sent rice to them".

    So does who asks: "the mayor demanded that she go".
    """
    head = pronoun.head.head if pronoun.dep_ == "pobj" else pronoun.head
    below = pronoun.dep_ in {"dobj", "dative"} or (pronoun.dep_ == "pobj" and pronoun.pos_ == "PRON")
    asking = _asking(pronoun)
    head, below = (asking, True) if asking is not None else (head, below)
    subject = syntax.subject_of(head) if below and syntax.is_verb(head) else None
    return of_subject(resolve, scene.names, subject, depth) if subject is not None else ()


def _not_meant(sides: Sides, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """Whom "he", "she" or "they" can't be: who asked them, says so in a quotation, or is acted on."""
    pronouns = party_lexicon().pronouns
    if token.lower_ not in pronouns.person | pronouns.plural:
        return ()
    asker = asker_before(token)
    asking = resolve(asker, depth + 1) if asker is not None else ()
    acted_on = (party for whom in acted_on_beside(token) for party in resolve(whom, depth + 1))
    return (*asking, *sides.quoted(token, depth), *acted_on)
