"""The side of a speaker: whom "we" and "I" stand for, and who is cited."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.attribution import Attribution, Attributor
from flows.extract.components.audience import addressed_in, memorandum_for, opening
from flows.extract.components.home import Home
from flows.extract.components.institution import owners_of
from flows.extract.components.joined import in_list
from flows.extract.components.labels import Labels
from flows.extract.components.party import Party, Resolve, each_once, party_of, without_things
from flows.extract.components.party_lexicon import means_speaker, party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.components.spoken_for import body_behind
from flows.extract.components.spokesperson import body_before
from flows.extract.components.subject import of_subject, subjects_before
from flows.extract.parse import Token

DEEPEST = 6  # steps from pronoun to pronoun before a chain is given up


class Sides:
    """Finds who speaks, and for whom, in one document with this title."""

    def __init__(self, scene: Scene, attributor: Attributor, resolve: Resolve, title: str) -> None:
        self._scene = scene
        self._attributor = attributor
        self._resolve = resolve
        bodies = tuple(author.iso3 or author.name for author in scene.authors)
        self._labels = Labels(scene.reference, scene.names, title, bodies, scene.published_on)
        self._office = memorandum_for(scene.doc, title)
        words = title.casefold()
        self._is_briefing = any(phrase in words for phrase in party_lexicon().briefings.phrases)
        self._to_legislature = any(phrase in words for phrase in party_lexicon().addresses.phrases)

    def of_pronoun(self, token: Token, depth: int) -> tuple[Party, ...]:
        """Whom "we" or "I" stands for: the speaker's state or body for "we", the speaker for "I"."""
        attribution = self._attributor.of(token)
        speakers = self.speakers(attribution, depth + 1)
        one = token.lower_ in party_lexicon().pronouns.one
        alone = one and (self._scene.speaks_for_itself or _is_beside_another(token))
        if not speakers and alone and self._scene.voice is not None:
            return (self._scene.voice,)
        if not speakers:
            beside = self._beside_speaker(token, depth)
            return beside or self._joint_subject(token, depth) or self._scene.authors
        if one:
            return speakers
        beside = self._beside_speaker(token, depth)
        return beside or tuple(self._side_of(attribution, party) for party in speakers)

    def _beside_speaker(self, token: Token, depth: int) -> tuple[Party, ...]:
        """Whom "we" stands for where the sentence just told of others and the speaker: "Ada Berg and I"."""
        for subject in subjects_before(token):
            if subject.sent.start != token.sent.start:
                return ()
            heads = in_list(subject, self._scene.names)
            if len(heads) > 1 and any(head.lower_ == "i" for head in heads):
                found = without_things(of_subject(self._resolve, self._scene.names, subject, depth))
                return found if len(found) > 1 else ()
        return ()

    def hearers(self, token: Token, depth: int) -> tuple[Party, ...]:
        """Whom "you" stands for: those to whom, by the text, it is said, else whom it addresses by name.

        In a speech to a legislature that is its members, in a memorandum the office that it is for.
        """
        attribution = self._attributor.of(token)
        told = self._told(attribution.verb, depth) if attribution.verb is not None else ()
        found = told or self._addressed(token, depth)
        own = attribution.speaker is None and attribution.quotation is None
        if found or not own:
            return found
        return self._legislature() if self._to_legislature else self._reader()

    def quoted(self, token: Token, depth: int) -> tuple[Party, ...]:
        """Who speaks the quotation that a word stands in; nobody where it stands in none."""
        attribution = self._attributor.of(token)
        quotation, speaker = attribution.quotation, attribution.speaker
        if quotation is None or speaker is None or quotation.start_char <= speaker.idx < quotation.end_char:
            return ()
        return self.speakers(attribution, depth + 1)

    def _reader(self) -> tuple[Party, ...]:
        """Who holds the office to which a memorandum is written."""
        holder = self._labels.holder(self._office) if self._office else None
        return (Party(holder.name, "person", holder.iso3),) if holder is not None else ()

    def _legislature(self) -> tuple[Party, ...]:
        """The legislature of the state whose speech it is."""
        for author in self._scene.authors:
            for name in party_lexicon().addresses.bodies:
                body = self._scene.reference.national_body(name, author.iso3 or "")
                if body is not None:
                    return (Party(body.name, "organisation"),)
        return ()

    def _told(self, verb: Token, depth: int) -> tuple[Party, ...]:
        tells = verb.lemma_.lower() in party_lexicon().pronouns.told
        told = syntax.children(verb, "dative", "dobj") if tells else []
        for preposition in syntax.children(verb, "prep", "dative"):
            if preposition.lower_ == "to":
                told += syntax.children(preposition, "pobj")
        found = (
            party for hearer in told for party in of_subject(self._resolve, self._scene.names, hearer, depth)
        )
        return without_things(found)

    def _addressed(self, token: Token, depth: int) -> tuple[Party, ...]:
        """Whom a sentence addresses by name, or the opening of a speech whose author speaks."""
        speech = opening(token) if self._scene.authors else ()
        for sentence in (token.sent, *speech):
            for noun in addressed_in(sentence):
                found = without_things(self._resolve(noun, depth + 1))
                if found:
                    return found
        return ()

    def _joint_subject(self, token: Token, depth: int) -> tuple[Party, ...]:
        """The parties that a joint text has just named together: "France and Italy agree … we will".

        Unnamed ones do not write it: "Fiji and its partners will pay … we will".
        """
        names = {author.name for author in self._scene.authors}
        for subject in subjects_before(token):
            named = (
                of_subject(self._resolve, self._scene.names, subject, depth) if subject.pos_ != "PRON" else ()
            )
            found = without_things(named)
            joint = len(found) > 1 and all(party.kind != "group" for party in found)
            if joint and any(party.name in names for party in found):
                return found
        return ()

    def _side_of(self, attribution: Attribution, party: Party) -> Party:
        """The state or organisation that a speaker speaks for, where the text or the reference says."""
        speaker = attribution.speaker
        if speaker is not None and party.kind == "person":
            speaker = self._named_last(speaker, party)
        joint = speaker is not None and len(syntax.conjuncts(speaker)) > 1
        if joint and party.kind in {"state", "organisation"}:
            return party
        if speaker is not None:
            for token in (speaker, *syntax.children(speaker, "appos", "compound", "nmod", "amod", "poss")):
                for owner in (
                    *owners_of(self._scene, self._resolve, token, DEEPEST),
                    *self._named_parties(token),
                    *self._served_by_aide(token),
                ):
                    if owner.kind in {"state", "organisation"}:
                        return owner
        if party.kind == "person":
            return self._scene.served_by(party) or self._briefed_for(attribution) or party
        return body_before(attribution, self._resolve, DEEPEST - 1) or party

    def _named_last(self, pronoun: Token, person: Party) -> Token:
        """Where the person whom "he" or "she" stands for was named last; any other word as it is."""
        if pronoun.lower_ not in party_lexicon().pronouns.person:
            return pronoun
        before = self._scene.names.before(pronoun.i, "person")
        named = next((named for named in before if named.name == person.name), None)
        return self._scene.doc[named.start : named.end].root if named is not None else pronoun

    def _served_by_aide(self, token: Token) -> tuple[Party, ...]:
        """The state or body of whom somebody is the aide: "an adviser to the Fijian president"."""
        aide = syntax.noun_lemma(token) in party_lexicon().aides.lemmas
        whose = syntax.noun_after(token, ("to",)) if aide else None
        if whose is None:
            return ()
        owners = owners_of(self._scene, self._resolve, whose, DEEPEST)
        served = (self._scene.served_by(party) for party in self._resolve(whose, DEEPEST))
        return owners or tuple(party for party in served if party is not None)

    def _briefed_for(self, attribution: Attribution) -> Party | None:
        """The one party for which whoever is not known otherwise speaks at its briefing."""
        briefs = attribution.label is not None and self._is_briefing and len(self._scene.authors) == 1
        return self._scene.authors[0] if briefs else None

    def _named_parties(self, token: Token) -> tuple[Party, ...]:
        named = self._scene.names.at(token)
        return (party_of(named),) if named is not None and named.kind != "person" else ()

    def bound(self, attribution: Attribution, home: Home) -> tuple[Party, ...]:
        """Whom the words of an attribution bind: the body for which who is cited only speaks, else them."""
        cited, speaker = self.speakers(attribution), attribution.speaker
        if speaker is None or len(cited) != 1 or len(syntax.conjuncts(speaker)) > 1:
            return cited
        (party,) = cited
        named = self._named_last(speaker, party) if party.kind == "person" else speaker
        before = body_before(attribution, self._resolve, 0)
        body = body_behind(self._scene, self._resolve, home, named, party) or before
        return (body,) if body is not None else cited

    def speakers(self, attribution: Attribution, depth: int = 0) -> tuple[Party, ...]:
        """The parties whom an attribution cites; empty where it cites nobody."""
        if attribution.label is not None:
            return self._labelled(attribution.label)
        if attribution.speaker is not None:
            if means_speaker(attribution.speaker):
                return self._scene.authors
            heads = syntax.conjuncts(attribution.speaker)
            return each_once(party for head in heads for party in self._resolve(head, depth + 1))
        return ()

    def _labelled(self, label: str) -> tuple[Party, ...]:
        """The person whom the label of a transcript's turn names ("PRESIDENT BIDEN", "MS. PSAKI")."""
        person = self._labels.person(label)
        return (Party(person.name, "person", person.iso3),) if person is not None else ()


def _is_beside_another(token: Token) -> bool:
    """Whether "and" joins a pronoun to somebody: "Ada Berg and I", but not "we will go, and I will pay"."""
    before = syntax.neighbour(token, -1)
    first = syntax.neighbour(token, -2)
    if before is None or before.dep_ != "cc":
        return False
    two_subjects = first is not None and first.dep_ == "nsubj" and first.head == token.head == before.head
    return before.head.pos_ in {"NOUN", "PROPN"} or two_subjects
