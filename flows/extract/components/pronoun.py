"""Pronouns: which party of those before them they stand for."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.antecedent import means_nobody_known
from flows.extract.components.behind_subject import makers_told_of
from flows.extract.components.description import is_general, phrase, tells_which
from flows.extract.components.earlier_party import EarlierParty
from flows.extract.components.gender import Genders
from flows.extract.components.operative import asked_before_note
from flows.extract.components.pair import two_before
from flows.extract.components.party import Party, Resolve
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.people_acted_on import people_told_of
from flows.extract.components.pronoun_sense import is_of_who_resolves, is_several, says_how_an_act_is
from flows.extract.components.relative import person_before_who
from flows.extract.components.scene import Scene
from flows.extract.components.side import Sides
from flows.extract.components.sought import sought_for
from flows.extract.components.subject import of_subject, subjects_before
from flows.extract.parse import Token
from models.vocabulary import EntityKind


class Pronouns:
    """Resolves the pronouns of one document."""

    def __init__(self, scene: Scene, sides: Sides, resolve: Resolve) -> None:
        self._scene = scene
        self._sides = sides
        self._resolve = resolve
        self._genders = Genders(scene)

    def of(self, token: Token, depth: int) -> tuple[Party, ...]:
        """The parties that a pronoun stands for; nobody where none before it fits."""
        word = token.lower_
        pronouns = party_lexicon().pronouns
        if word in pronouns.speaker:
            return self._sides.of_pronoun(token, depth)
        if word in pronouns.hearer:
            return self._sides.hearers(token, depth)
        if word in pronouns.person:
            return self.earlier(token, depth, ("person",))
        if makers := makers_told_of(self._resolve, token, depth):
            return makers
        if word in pronouns.thing:
            return self._thing(token, depth)
        if word in pronouns.plural and not means_nobody_known(token):
            return self.earlier(token, depth, ("state", "organisation", "group", "person", "other"))
        return self._of_some(token, depth)

    def _thing(self, token: Token, depth: int) -> tuple[Party, ...]:
        """The party that "it" or "its" stands for; nobody where it stands for an act."""
        if says_how_an_act_is(token):
            return ()
        if is_of_who_resolves(token):
            return self._scene.authors
        asked = asked_before_note(token)
        if asked is not None:
            return self._resolve(asked, depth + 1)
        return self.earlier(token, depth, ("state", "organisation", "group", "other"))

    def _of_some(self, token: Token, depth: int) -> tuple[Party, ...]:
        """Those for whom a pronoun for all, each or some of several stands, or one that opens a clause."""
        word = token.lower_
        of_whom = syntax.noun_after(token, ("of",))
        if of_whom is not None and of_whom.tag_ in syntax.RELATIVE_TAGS:
            return ()  # "some of which", of what stands before the clause
        if word in party_lexicon().pronouns.all and of_whom is not None and of_whom.pos_ == "PRON":
            return self._resolve(of_whom, depth + 1)  # "all of us"
        if word in {"both", "neither"} and of_whom is None:
            return two_before(self._scene, self._resolve, token, depth) or self._several_told_of(token, depth)
        if word in {"each", "either"} and of_whom is None and token.dep_ in syntax.NAMED_SUBJECTS:
            return self._several_told_of(token, depth)
        if (is_general(token) and tells_which(token)) or (word == "all" and syntax.child(token, "relcl")):
            return (Party(phrase(token, whole=True), "group"),)
        if word in syntax.RELATIVES and token.head.dep_ == "relcl":
            return self._before_clause(token, depth)
        if word in party_lexicon().pronouns.some and token.dep_ in syntax.NAMED_SUBJECTS:
            return (Party(phrase(token, whole=True), "group"),)
        return ()

    def _before_clause(self, relative: Token, depth: int) -> tuple[Party, ...]:
        """Of whom a relative clause tells: of all that "and" joins before it ("bakers and monks who say")."""
        first = person_before_who(syntax.antecedent(relative))
        if all(head.i < relative.i for head in syntax.conjuncts(first)):
            return of_subject(self._resolve, self._scene.names, first, depth)
        return self._resolve(first, depth + 1)

    def _several_told_of(self, token: Token, depth: int) -> tuple[Party, ...]:
        """The last parties of whom "each" and "both" tell: "Fiji and Peru met. Each will send a boat"."""
        for subject in subjects_before(token):
            found = of_subject(self._resolve, self._scene.names, subject, depth)
            if is_several(subject) and found and all(party.kind != "other" for party in found):
                return found
        return ()

    def several_who_gain(self, token: Token) -> tuple[Party, ...]:
        """Whom "them" stands for as those who gain or lose: never things."""
        gains = token.dep_ == "nsubjpass" and syntax.subject_of(token.head) is token
        people = people_told_of(self._resolve, token) if gains else ()
        return people or self.earlier(token, 0, ("state", "organisation", "group", "person"), receives=True)

    def earlier(
        self, token: Token, depth: int, kinds: tuple[EntityKind, ...], receives: bool = False
    ) -> tuple[Party, ...]:
        """The party of one of ``kinds`` that a word stands for: a governing or an earlier subject.

        For a pronoun, or a text such as "the statement", it may also be the last one that is merely named.
        Where it ``receives``, a plural without a name stands for nobody but people and bodies: no "shots".
        """
        sought = sought_for(self._scene, self._sides, self._resolve, token, depth, kinds, receives)
        return EarlierParty(self._scene, self._resolve, self._genders, sought).found()
