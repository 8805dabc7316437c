"""Which earlier party a word stands for: of the subjects before it the first that fits, else who is named."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.antecedent import founded_before, is_single_thing, tells_above
from flows.extract.components.attribution_lexicon import attribution_lexicon
from flows.extract.components.behind_subject import (
    body_of_several,
    body_spoken_for,
    parties_told_for,
    person_related_to,
    person_spoken_for,
)
from flows.extract.components.counterpart import company as company_of
from flows.extract.components.gender import Genders, is_of_other_gender
from flows.extract.components.home import is_bare_organ
from flows.extract.components.last_named import holder_of_office, last_named
from flows.extract.components.office import is_of_person
from flows.extract.components.pair import is_bare
from flows.extract.components.party import Party, Resolve
from flows.extract.components.party_lexicon import means_speaker, party_lexicon
from flows.extract.components.people_acted_on import may_receive, people_before, people_told_of
from flows.extract.components.pronoun_sense import (
    describes_person,
    is_one_person,
    is_owner_near,
    is_same_person,
    is_several,
    is_somebody_above,
    is_somebody_new,
    is_told_of_place,
    speaks_for_another,
    tells_of_new,
)
from flows.extract.components.scene import Scene
from flows.extract.components.sought import Sought
from flows.extract.components.subject import of_subject, subjects_before
from flows.extract.components.told_by import (
    are_several_lands_people,
    are_things_told_of,
    is_body_taken_for_person,
)
from flows.extract.parse import Token


class EarlierParty:
    """Looks once for the party that a word stands for, and keeps who is meant only for want of others.

    Each question to a subject answers None where the search goes on to the next one.
    """

    def __init__(self, scene: Scene, resolve: Resolve, genders: Genders, sought: Sought) -> None:
        self._scene = scene
        self._resolve = resolve
        self._genders = genders
        self._sought = sought
        self._token = sought.token
        self._depth = sought.depth
        self._alone: tuple[Party, ...] = ()  # one person, whom "they" hardly means
        self._aide: tuple[Party, ...] = ()  # who speaks for another, whom "he" hardly means
        # where the one person told of is who does it: "the envoy offered him a boat"
        self._nobody_else = False

    def found(self) -> tuple[Party, ...]:
        """The party that the word stands for; empty where none before it fits."""
        sought, token = self._sought, self._token
        founded = founded_before(token) if sought.is_thing and sought.acts else None
        if founded is not None:
            return self._resolve(founded, self._depth + 1)
        if sought.is_plural and sought.doer:
            people = people_before(self._scene, self._resolve, token, self._depth)
            if people:
                return people
        people_first = not sought.acts and (sought.receives or (sought.is_plural and sought.is_asked))
        for subject in subjects_before(token):
            if people_first and not sought.is_in_sentence_of(subject):
                people_first = False  # they are asked for once
                people = people_told_of(self._resolve, token)
                if people:
                    return people
            meant = self._meant_by(subject)
            if meant is not None:
                return meant
        return self._without_subject()

    def _meant_by(self, subject: Token) -> tuple[Party, ...] | None:
        """Whom the word stands for if a subject tells of that one."""
        found = of_subject(self._resolve, self._scene.names, subject, self._depth)
        if is_of_other_gender(subject, self._token):
            return self._behind_other_gender(subject) or None
        if self._sought.is_asked and self._sought.is_doer(found):
            return None
        if self._sought.is_person:
            return self._person_meant(subject, found)
        if self._sought.is_thing:
            return self._thing_meant(subject, found)
        if self._sought.is_plural:
            return self._several_meant(subject, found)
        return self._fitting(subject, found) or None

    def _behind_other_gender(self, subject: Token) -> tuple[Party, ...]:
        """For whom a subject of the other gender speaks, or whose relative that is."""
        return person_spoken_for(self._resolve, subject, self._depth) or person_related_to(
            self._resolve, self._genders, subject, self._token, self._depth
        )

    def _person_meant(self, subject: Token, found: tuple[Party, ...]) -> tuple[Party, ...] | None:
        """Whom "he" or "she" stands for by a subject: one person, described or named."""
        if self._nobody_else and means_speaker(subject):
            return None
        if describes_person(subject) or is_somebody_above(subject, self._token) or is_somebody_new(subject):
            return self._somebody_meant(subject, found)
        if found and is_same_person(self._token, subject):
            return found
        fitting = self._fitting(subject, found)
        return fitting if len(fitting) == 1 else None

    def _somebody_meant(self, subject: Token, found: tuple[Party, ...]) -> tuple[Party, ...] | None:
        """Whom "he" or "she" stands for by one person told of without a name, or for whom that one speaks."""
        if self._sought.is_doer(found):
            self._nobody_else = True
            return None
        not_meant = self._sought.not_meant
        if any(party in not_meant or not self._genders.allow(self._token, party) for party in found):
            return None
        boss = person_spoken_for(self._resolve, subject, self._depth)
        if boss or not speaks_for_another(subject, self._token):
            return boss or found
        self._aide = self._aide or found
        return None

    def _thing_meant(self, subject: Token, found: tuple[Party, ...]) -> tuple[Party, ...] | None:
        """What "it" stands for by a subject: a state or body, or that of whoever is told of."""
        acts = self._sought.acts
        if acts and subject.lower_ in party_lexicon().pronouns.person:
            return None
        told = (acts or is_owner_near(self._token, subject)) and not tells_of_new(subject, self._token)
        body = body_spoken_for(self._resolve, subject, self._depth) if told else ()
        if body:
            return body
        if is_bare_organ(subject) and is_of_person(syntax.noun_lemma(subject)):
            return None  # "it" is no president, though that one stands for a state
        of_body = body_of_several(self._resolve, subject, self._depth)
        if of_body:
            return of_body
        fitting = self._fitting(subject, found)
        if is_several(subject) or describes_person(subject):
            fitting = tuple(party for party in fitting if party.kind not in {"group", "other"})
        return fitting or None

    def _several_meant(self, subject: Token, found: tuple[Party, ...]) -> tuple[Party, ...] | None:
        """Whom "they" stands for by a subject: several, a body, or those for whom somebody speaks."""
        if are_things_told_of(self._scene, subject, self._token):
            return None
        if self._sought.acts:
            body = parties_told_for(self._resolve, subject, self._token, self._depth)
            if body:
                return body
            thing_above = is_single_thing(subject) and not tells_above(subject, self._token)
            if thing_above and self._scene.names.at(subject) is None:
                return None
        if subject.lower_ in party_lexicon().pronouns.thing:
            return None  # "they let it be known that they …"
        if is_bare(subject) and syntax.noun_lemma(subject) in party_lexicon().schemes.lemmas:
            return None  # "the plan is ready", though it is somebody's
        fitting = self._fitting(subject, found)
        if len(fitting) == 1 and self._wants_several(fitting[0]):
            return None
        one_person = len(fitting) == 1 and (fitting[0].kind == "person" or is_one_person(subject))
        if self._sought.means_several and one_person:
            return self._in_company(subject, fitting)
        return fitting or None

    def _in_company(self, subject: Token, person: tuple[Party, ...]) -> tuple[Party, ...] | None:
        """One person with those beside whom that one is told of, whom "they" then means; else kept."""
        told = self._sought.acts
        company = company_of(subject, self._resolve, self._scene.names, self._depth) if told else ()
        apart = not self._sought.is_in_sentence_of(subject)
        if company and (apart or is_told_of_place(self._token)):
            return (*person, *company)
        self._alone = self._alone or person
        return None

    def _fitting(self, subject: Token, found: tuple[Party, ...]) -> tuple[Party, ...]:
        """Those of a subject's parties whom the word may stand for."""
        # of several also a part of the world: "Europe and Peru"
        several = self._sought.is_plural
        places = several and (len(found) > 1 or are_several_lands_people(subject, self._token))
        body = self._sought.is_thing and is_body_taken_for_person(self._scene, subject, self._token)
        others = (*self._sought.doer, *self._sought.not_meant)
        fitting = tuple(
            party
            for party in found
            if (party.kind in self._sought.kinds or (places and party.kind == "place") or body)
            and party not in others
            and self._genders.allow(self._token, party)
        )
        if self._sought.receives and not may_receive(self._scene, subject):
            return tuple(party for party in fitting if party.kind != "group")
        return fitting

    def _wants_several(self, party: Party) -> bool:
        """Whether "they" can't stand for one person or state, where a text tells of several parties."""
        return len(self._scene.participants) > 1 and party.kind in {"person", "state"}

    def _without_subject(self) -> tuple[Party, ...]:
        """Whom the word stands for where no subject fits: who was kept, whose text it is, who is named."""
        sought = self._sought
        if self._aide or self._nobody_else:
            return self._aide
        if sought.is_plural and len(self._scene.participants) > 1:
            return self._scene.participants
        if any(party.kind != "person" for party in self._alone):
            return self._alone  # "an envoy said they would stay": no name of before is likelier
        if sought.is_person:
            holder = holder_of_office(self._scene, self._resolve, self._genders, sought)
            if holder is not None:
                return holder
        if not (self._token.pos_ == "PRON" or self._is_text()):
            return ()
        if sought.means_several and not sought.acts:
            people = people_told_of(self._resolve, self._token)
            if people:
                return people
        return last_named(self._scene, self._genders, sought) or self._alone

    def _is_text(self) -> bool:
        """Whether the word is for a text, whose maker may be merely named: "the statement"."""
        return syntax.noun_lemma(self._token) in attribution_lexicon().documents.lemmas
