"""Pronouns: which party of those before them they stand for."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns
from flows.extract.components.antecedent import (
    acted_on_beside,
    asker_before,
    founded_before,
    is_single_thing,
    means_nobody_known,
    tells_above,
)
from flows.extract.components.asker import asking_verb
from flows.extract.components.attribution_lexicon import attribution_lexicon
from flows.extract.components.behind_subject import (
    body_of_several,
    body_spoken_for,
    makers_told_of,
    parties_told_for,
    person_related_to,
    person_spoken_for,
)
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.counterpart import company as company_of
from flows.extract.components.description import is_general, phrase, tells_which
from flows.extract.components.gender import Genders, is_of_other_gender
from flows.extract.components.home import is_bare_organ
from flows.extract.components.named import Named
from flows.extract.components.office import is_of_person
from flows.extract.components.operative import asked_before_note
from flows.extract.components.pair import two_before
from flows.extract.components.party import Party, Resolve, party_of
from flows.extract.components.party_lexicon import means_speaker, party_lexicon
from flows.extract.components.pronoun_sense import (
    acts_itself,
    describes_person,
    is_of_who_resolves,
    is_one_person,
    is_owner_near,
    is_same_person,
    is_several,
    is_somebody_above,
    is_somebody_new,
    is_told_of_place,
    office_told_of,
    says_how_an_act_is,
    speaks_for_another,
    tells_of_new,
)
from flows.extract.components.relative import person_before_who
from flows.extract.components.scene import Scene
from flows.extract.components.side import Sides
from flows.extract.components.subject import of_subject, sentences_before, subjects_before
from flows.extract.parse import Token
from models.vocabulary import EntityKind

OFFICE_REACH = 120  # tokens before a pronoun in which an office may tell who is meant


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
            if says_how_an_act_is(token):
                return ()
            if is_of_who_resolves(token):
                return self._scene.authors
            asked = asked_before_note(token)
            if asked is not None:
                return self._resolve(asked, depth + 1)
            return self.earlier(token, depth, ("state", "organisation", "group", "other"))
        if word in pronouns.plural and not means_nobody_known(token):
            return self.earlier(token, depth, ("state", "organisation", "group", "person", "other"))
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
        people = self._people_told_of(token) if gains else ()
        return people or self.earlier(token, 0, ("state", "organisation", "group", "person"), receives=True)

    def _people_told_of(self, token: Token) -> tuple[Party, ...]:
        """The last people of the sentence before "they" or "them", where that has no subject for it: "Peru
        will house the bakers. They will be paid", "We honor the bakers. We will pay them"."""
        before = next(iter(sentences_before(token)), None)
        subject = syntax.child(before.root, "nsubj", "nsubjpass") if before is not None else None
        if before is None or subject is None:
            return ()
        several = subject.tag_ in {"NNS", "NNPS"} or subject.lower_ in party_lexicon().pronouns.plural
        alone = not several and len(syntax.conjuncts(subject)) == 1
        if not alone and not means_speaker(subject):
            return ()
        for noun in reversed(before.doc.tokens[subject.i + 1 : before.end]):
            acts = is_people(noun) or syntax.noun_lemma(noun) in party_lexicon().pairs.opposing
            if noun.tag_ == "NNS" and noun.dep_ in {"dobj", "pobj", "dative"} and acts:
                return tuple(party for party in self._resolve(noun, 1) if party.kind == "group")
        return ()

    def earlier(
        self, token: Token, depth: int, kinds: tuple[EntityKind, ...], receives: bool = False
    ) -> tuple[Party, ...]:
        """The party of one of ``kinds`` that a word stands for: a governing or an earlier subject.

        For a pronoun, or a text such as "the statement", it may also be the last one that is merely named.
        Where it ``receives``, a plural without a name stands for nobody but people and bodies: no "shots".
        """
        plural = token.lower_ in party_lexicon().pronouns.plural
        thing = token.lower_ in party_lexicon().pronouns.thing
        acts = token.dep_ in syntax.NAMED_SUBJECTS  # "they", of whom more is told than of "them"
        several = plural and token.dep_ != "poss"  # one person is meant only for want of others
        alone: tuple[Party, ...] = ()
        aide: tuple[Party, ...] = ()
        nobody_else = False  # where the one person told of is who does it: "the envoy offered him a boat"
        doer = self._doer(token, depth)
        not_meant = self._not_meant(token, depth)
        others = (*doer, *not_meant)
        founded = founded_before(token) if thing and acts else None
        if founded is not None:
            return self._resolve(founded, depth + 1)
        asked = asking_verb(token) is not None and (not thing or acts_itself(token))
        if plural and doer and (people := self._several_before(token, depth)):
            return people
        told_of: tuple[Party, ...] | None = None if not acts and (receives or (plural and asked)) else ()
        if thing and acts:
            kinds = (*kinds, "place")  # "Kerala's government is short of rice. It will buy some"
        for subject in subjects_before(token):
            if told_of is None and subject.sent.start != token.sent.start:
                told_of = self._people_told_of(token)
                if told_of:
                    return told_of
            found = of_subject(self._resolve, self._scene.names, subject, depth)
            if is_of_other_gender(subject, token):
                boss = person_spoken_for(self._resolve, subject, depth) or person_related_to(
                    self._resolve, self._genders, subject, token, depth
                )
                if boss:
                    return boss
                continue
            if asked and found and all(party in doer for party in found):
                continue
            if nobody_else and means_speaker(subject):
                continue
            if token.lower_ in party_lexicon().pronouns.person and (
                describes_person(subject) or is_somebody_above(subject, token) or is_somebody_new(subject)
            ):
                if found and all(party in doer for party in found):
                    nobody_else = True
                    continue
                if any(party in not_meant or not self._genders.allow(token, party) for party in found):
                    continue
                boss = person_spoken_for(self._resolve, subject, depth)
                if boss or not speaks_for_another(subject, token):
                    return boss or found
                aide = aide or found
                continue
            if plural and acts and (body := parties_told_for(self._resolve, subject, token, depth)):
                return body
            thing_above = is_single_thing(subject) and not tells_above(subject, token)
            if plural and acts and thing_above and self._scene.names.at(subject) is None:
                continue
            if found and is_same_person(token, subject):
                return found
            several_found = plural and len(found) > 1  # of these also a part of the world: "Europe and Peru"
            fitting = tuple(
                party
                for party in found
                if (party.kind in kinds or (several_found and party.kind == "place"))
                and party not in others
                and self._genders.allow(token, party)
            )
            if receives and not self._may_receive(subject):
                fitting = tuple(party for party in fitting if party.kind != "group")
            if thing and acts and subject.lower_ in party_lexicon().pronouns.person:
                continue
            if plural and subject.lower_ in party_lexicon().pronouns.thing:
                continue  # "they let it be known that they …"
            told = thing and (acts or is_owner_near(token, subject)) and not tells_of_new(subject, token)
            body = body_spoken_for(self._resolve, subject, depth) if told else ()
            if body:
                return body
            if thing and is_bare_organ(subject) and is_of_person(syntax.noun_lemma(subject)):
                continue  # "it" is no president, though that one stands for a state
            if thing and (of_body := body_of_several(self._resolve, subject, depth)):
                return of_body
            if thing and (is_several(subject) or describes_person(subject)):
                fitting = tuple(party for party in fitting if party.kind not in {"group", "other"})
            if len(fitting) == 1 and self._wants_several(token, fitting[0]):
                continue
            one_person = fitting[:1] and (fitting[0].kind == "person" or is_one_person(subject))
            if several and len(fitting) == 1 and one_person:
                company = company_of(subject, self._resolve, self._scene.names, depth) if acts else ()
                if company and (subject.sent.start != token.sent.start or is_told_of_place(token)):
                    return (*fitting, *company)
                alone = alone or fitting
                continue
            if fitting and (len(fitting) == 1 or token.lower_ not in party_lexicon().pronouns.person):
                return fitting
        if aide or nobody_else:
            return aide
        if plural and len(self._scene.participants) > 1:
            return self._scene.participants
        if any(party.kind != "person" for party in alone):
            return alone  # "an envoy said they would stay": no name of before is likelier
        if token.lower_ in party_lexicon().pronouns.person:
            holder = self._office_before(token, depth)
            if holder is not None:
                return (holder,)
            office = office_told_of(token)
            if office is not None:
                return self._resolve(office, depth + 1)
        if token.pos_ != "PRON" and syntax.noun_lemma(token) not in attribution_lexicon().documents.lemmas:
            return ()
        if several and not acts and (people := self._people_told_of(token)):
            return people
        not_named = {"other", "place", "person"} if several else {"other", "place"}
        named_kinds = tuple(kind for kind in kinds if kind not in not_named)
        for named in self._scene.names.before(token.left_edge.i, *named_kinds):
            party = party_of(named)
            if party not in others and self._scene.acts(named) and self._genders.allow(token, party):
                return (party,)
        return alone

    def _not_meant(self, token: Token, depth: int) -> tuple[Party, ...]:
        """Whom "he", "she" or "they" can't be: who asked them, says so in a quotation, or is acted on."""
        pronouns = party_lexicon().pronouns
        if token.lower_ not in pronouns.person | pronouns.plural:
            return ()
        asker = asker_before(token)
        asking = self._resolve(asker, depth + 1) if asker is not None else ()
        acted_on = (party for whom in acted_on_beside(token) for party in self._resolve(whom, depth + 1))
        return (*asking, *self._sides.quoted(token, depth), *acted_on)

    def _doer(self, pronoun: Token, depth: int) -> tuple[Party, ...]:
        """Who does what is done to or for a pronoun, and so is not meant by it: "Peru sent rice to them".

        So does who asks: "the mayor demanded that she go".
        """
        head = pronoun.head.head if pronoun.dep_ == "pobj" else pronoun.head
        below = pronoun.dep_ in {"dobj", "dative"} or (pronoun.dep_ == "pobj" and pronoun.pos_ == "PRON")
        thing = pronoun.lower_ in party_lexicon().pronouns.thing  # of which more than who asks is told
        asking = asking_verb(pronoun) if not thing or acts_itself(pronoun) else None
        head, below = (asking, True) if asking is not None else (head, below)
        subject = syntax.subject_of(head) if below and syntax.is_verb(head) else None
        return of_subject(self._resolve, self._scene.names, subject, depth) if subject is not None else ()

    def _may_receive(self, noun: Token) -> bool:
        """Whether a noun or one beside it is a pronoun, a name, or a word for people or bodies."""
        return any(
            head.pos_ == "PRON"
            or is_people(head)
            or is_general(head)
            or self._scene.names.at(head) is not None
            for head in syntax.conjuncts(noun)
        )

    def _several_before(self, pronoun: Token, depth: int) -> tuple[Party, ...]:
        """The last people before "them" in its sentence to whom something is done or said."""
        for noun in reversed(pronoun.doc.tokens[pronoun.sent.start : pronoun.i]):
            several = noun.tag_ == "NNS" or syntax.noun_lemma(noun) in actor_nouns().bodies.lemmas
            if several and noun.dep_ in {"dobj", "pobj", "dative"}:
                if not self._may_receive(noun) or noun.head.lower_ == "as":
                    continue  # "treat the miners as rivals and pay them"
                found = tuple(party for party in self._resolve(noun, depth + 1) if party.kind == "group")
                if found:
                    return found
        return ()

    def _office_before(self, pronoun: Token, depth: int) -> Party | None:
        """Who, named by the office alone ("the President"), stands nearer before "he" than any name."""
        start = max(0, pronoun.i - OFFICE_REACH)
        named = next(self._scene.names.before(pronoun.i, "person"), None)
        start = max(start, named.end) if named is not None and self._is_told_of(named) else start
        for position in range(pronoun.i - 1, start - 1, -1):
            office = self._scene.doc[position]
            if (
                syntax.noun_lemma(office) not in party_lexicon().offices.lemmas
                or self._scene.names.at(office) is not None
            ):
                continue
            if syntax.child(office, "det") is not None:
                found = self._resolve(office, depth + 1)
                if len(found) == 1 and found[0].kind == "person" and self._genders.allow(pronoun, found[0]):
                    return found[0]
        return None

    def _is_told_of(self, named: Named) -> bool:
        """Whether a person is spoken of: not addressed, nor the label of a transcript's turn."""
        behind = self._scene.doc[named.end].text if named.end < len(self._scene.doc) else ""
        before = self._scene.doc[named.start - 1].text if named.start else ""
        return behind != ":" and not (behind == "," and before in {",", "—", ""})

    def _wants_several(self, pronoun: Token, party: Party) -> bool:
        """Whether "they" can't stand for one person or state, where a text tells of several parties."""
        plural = pronoun.lower_ in party_lexicon().pronouns.plural
        return plural and len(self._scene.participants) > 1 and party.kind in {"person", "state"}
