"""Who acts where the words of an act name nobody: who acted before it, or deals under its accord.

"Japan promised Peru a loan. The money will be spent on schools.": Japan spends it. Of those who acted before,
none acts who gets what is given, is acted on, or tells of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from flows.extract import syntax
from flows.extract.analysis import Analysis, BlockSentence
from flows.extract.components.agentless import (
    deal_of,
    hearer_of,
    is_done_by_nobody,
    is_done_to_somebody,
    is_promised_by_nobody,
    is_told_aside,
    is_told_in_participle,
    partner_of,
    receivers,
)
from flows.extract.components.attribution import Attribution
from flows.extract.components.can_act import is_of_office, is_thing, is_unnamed
from flows.extract.components.candidate import Candidate, Shape
from flows.extract.components.carried_out import measure_of, sets_up
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.components.given import is_given
from flows.extract.components.no_act import is_event
from flows.extract.components.noun_cues import is_of_others
from flows.extract.components.party import Party, each_once, without_things
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.petitioners import are_petitioners
from flows.extract.components.proposed import putting_forward
from flows.extract.components.qualified import Qualified
from flows.extract.components.terms import text_meant
from flows.extract.parse import Token
from models.vocabulary import Force

# Sentences in which the party that acted last may be who acts in a passive that names nobody.
WITHIN_REACH = 3
LASTING = 12  # sentences in which a text goes on with a measure by its noun
BINDING: frozenset[Force] = frozenset({"pledge", "plan", "agreement", "obligation"})
PLANNED: frozenset[Shape] = frozenset({"modal", "infinitive", "progressive"})
AHEAD: frozenset[Shape] = PLANNED | {"clause"}
DOINGS: frozenset[Shape] = frozenset({"progressive", "fulfilment"})  # which tell what somebody does or did


class Told(Protocol):
    """An act that was told before, with who does it: what a proposal has."""

    @property
    def sentence(self) -> BlockSentence: ...

    @property
    def candidate(self) -> Candidate: ...

    @property
    def qualified(self) -> Qualified: ...

    @property
    def promisors(self) -> tuple[Party, ...]: ...

    @property
    def attribution(self) -> Attribution: ...


def acting_elsewhere(
    analysis: Analysis, candidate: Candidate, found: Sequence[Told], sentence: BlockSentence
) -> tuple[Party, ...]:
    """Who acts where the words of an act name nobody: whoever acted last, or deals under its accord.

    ``found`` are the acts that were told before, in the order of the text. "Japan promised a loan. The money
    will be spent on schools": the second act is Japan's too; nobody's where nothing before tells whose it is.
    """
    if candidate.shape == "bullet":
        return _acting_last(_within_reach(found, sentence))
    if is_of_others(candidate):
        return _without_judges(analysis, candidate, _acting_last(_within_reach(found, sentence)))
    if candidate.shape == "request" and (asked := _asked_before(analysis, candidate, found, sentence)):
        return asked
    if text_meant(candidate) is not None:
        return _dealing(analysis, candidate, found, sentence)
    if is_promised_by_nobody(candidate):
        return _promising_elsewhere(analysis, candidate, found, sentence)
    if is_done_by_nobody(syntax.acting_verb(candidate.act)):
        sending = _sending(analysis, candidate)
        if sending:
            return sending
        before = _dealing(analysis, candidate, found, sentence)
        done_to = analysis.resolver.of(syntax.subject_of(candidate.act))
        told_before = _within_reach(found, sentence)
        if is_unnamed(done_to):
            told_before = (told for told in told_before if told.promisors != done_to)
        before = before or _acting_last(told_before)
        if candidate.shape in AHEAD and are_petitioners(before):  # "Miners march. The mine will be shut"
            before = analysis.resolver.reported_on(candidate.act) or before
        if candidate.force == "request" or is_event(syntax.subject_of(candidate.act)):
            before = _states_and_bodies(analysis, candidate, before)
        return _without_person_acted_on(analysis, candidate, before) or _governing(analysis, candidate)
    if is_given(candidate):
        before = _dealing(analysis, candidate, found, sentence)
        before = before or _committing_last(_within_reach(found, sentence))
        return _without_receivers(analysis, candidate, before)
    return _setting_up(candidate, found, sentence)


def _setting_up(candidate: Candidate, found: Sequence[Told], sentence: BlockSentence) -> tuple[Party, ...]:
    """Who set up the measure of which an act is told: "Peru will open a fund. The fund will focus on crews".

    "It" and "this" mean what the sentence before tells of a measure.
    """
    measure = measure_of(candidate)
    if measure is None:
        return ()
    reach = 1 if measure.pos_ == "PRON" else LASTING
    for told in reversed(found):
        between = sentence.number - told.sentence.number
        if between > reach:
            return ()
        named = not is_unnamed(told.promisors)
        if between and named and told.qualified.force in BINDING and sets_up(told.candidate, measure):
            return told.promisors
    return ()


def acting_as_wanted(
    candidate: Candidate, wanting: tuple[Party, ...], found: Sequence[Told], sentence: BlockSentence
) -> tuple[Party, ...]:
    """Who is to do what somebody wants done: whoever else acted last, if not those who want it.

    "Japan freed ten men. Peru wants the others freed": Japan, and where Japan is not named before, nobody.
    """
    acting = _acting_last(_within_reach(found, sentence))
    others = tuple(party for party in acting if party not in wanting)
    return others or (() if is_done_to_somebody(candidate.act) else wanting)


def _promising_elsewhere(
    analysis: Analysis, candidate: Candidate, found: Sequence[Told], sentence: BlockSentence
) -> tuple[Party, ...]:
    """Who promised, offered or signed what is told in a passive; a deal is made by two at least."""
    dealing = _dealing(analysis, candidate, found, sentence)
    earlier = _within_reach(found, sentence)
    if candidate.force == "agreement":
        dealing = dealing or _with_partner(analysis, candidate, _committing_last(earlier))
        return dealing if len(dealing) > 1 else ()
    if is_told_in_participle(candidate):
        # of which the sentence tells: "left in protest at the delay promised"
        earlier = (told for told in earlier if told.sentence.number < sentence.number)
    before = dealing or _committing_last(earlier) or _acting_beside(analysis, candidate)
    return _without_receivers(analysis, candidate, before)


def _governing(analysis: Analysis, candidate: Candidate) -> tuple[Party, ...]:
    """The state that a report is about, where what is done it alone can do: "the curfew will be lifted"."""
    subject = syntax.subject_of(candidate.act)
    if subject is None or candidate.shape not in PLANNED or syntax.subject_of(candidate.binder) != subject:
        return ()
    ruled = syntax.noun_lemma(subject) in party_lexicon().petitioners.ruled
    return analysis.resolver.reported_on(subject) if ruled else ()


def _asked_before(
    analysis: Analysis, candidate: Candidate, found: Sequence[Told], sentence: BlockSentence
) -> tuple[Party, ...]:
    """Whom the same asker asked last, where another request names nobody: "He also called for a truce"."""
    if candidate.asked is not None or candidate.is_item or not syntax.is_verb(candidate.binder):
        return ()
    askers = analysis.resolver.of(syntax.subject_of(candidate.binder))
    for told in reversed(found):
        if sentence.number - told.sentence.number > 1:
            return ()
        binder = told.candidate.binder
        if told.candidate.shape == "request" and syntax.is_verb(binder) and binder != candidate.binder:
            same = askers and analysis.resolver.of(syntax.subject_of(binder)) == askers
            return told.promisors if same else ()
    return ()


def _within_reach(found: Sequence[Told], sentence: BlockSentence) -> Iterator[Told]:
    """The acts told in a sentence and shortly before it, the last first."""
    for told in reversed(found):
        if sentence.number - told.sentence.number >= WITHIN_REACH:
            return
        yield told


def _acting_last(reached: Iterable[Told]) -> tuple[Party, ...]:
    """Who acts first of what is ``reached``, the last first, what is told aside behind the rest there."""
    acting = [told for told in reached if told.candidate.force != "request" and _acts(told)]
    near = (told for told in acting if told.sentence.number == acting[0].sentence.number)
    return next((told.promisors for told in sorted(near, key=lambda told: is_told_aside(told.candidate))), ())


def _acts(told: Told) -> bool:
    """Whether who does what was told can act; of descriptions only an office that is cited."""
    cited = told.candidate.speech or told.attribution.speaker is not None
    return not is_thing(told.promisors) or (cited and any(map(is_of_office, told.promisors)))


def _committing_last(reached: Iterable[Told]) -> tuple[Party, ...]:
    """Who last bound themselves to something, by name or as several; not who only does or did something."""
    before = _acting_last(told for told in reached if told.candidate.shape not in DOINGS)
    known = any(party.kind not in {"group", "other"} or is_of_office(party) for party in before)
    return before if known or len(before) > 1 else ()


def _dealing(
    analysis: Analysis, candidate: Candidate, found: Sequence[Told], sentence: BlockSentence
) -> tuple[Party, ...]:
    """The parties of the deal that an act is or stands under: those it names, else who agreed before."""
    if proposing := _proposing(analysis, candidate):
        return proposing
    deal = text_meant(candidate) or deal_of(candidate)
    if deal is None:
        return ()
    named = analysis.resolver.sides_of(deal) or _concluding(analysis, deal)
    if named:
        return named
    for told in _within_reach(found, sentence):
        if told.qualified.force == "agreement" and len(told.promisors) > 1:
            return told.promisors
    return analysis.resolver.sides_before(deal)


def _proposing(analysis: Analysis, candidate: Candidate) -> tuple[Party, ...]:
    """Who put forward the offer, plan or bill under which an act stands, where the text tells."""
    makers = (without_things(analysis.resolver.of(word)) for word in putting_forward(candidate))
    return next(filter(None, makers), ())


def _concluding(analysis: Analysis, deal: Token) -> tuple[Party, ...]:
    """Who makes a deal or text by the clause in which it stands: "Fiji and Peru ended the war with a pact".

    One alone only where the clause says that they make it: "Fiji issued an order".
    """
    verb = syntax.verb_above(deal)
    if verb is None:
        return ()
    if syntax.is_passive(verb):  # "the order was signed by the premier"
        maker = syntax.passive_agent(verb) if deal.dep_ == "nsubjpass" else None
        return without_things(analysis.resolver.of(maker)) or _talking(analysis, verb)
    issued = (syntax.passive_agent(clause) for clause in syntax.children(deal, "acl"))
    makers = without_things(party for agent in issued for party in analysis.resolver.of(agent))
    if makers:
        return makers
    makes = deal.dep_ == "dobj" and verb.lemma_.lower() in cue_index().noun_lists["making"]
    parties = without_things(analysis.resolver.of(syntax.subject_of(verb)))
    return parties if makes or len(parties) > 1 else ()


def _talking(analysis: Analysis, verb: Token) -> tuple[Party, ...]:
    """Who talked before something was agreed: "was reached after talks among six states"."""
    meetings = party_lexicon().meetings.lemmas
    below = (word for word in verb.subtree if word.i > verb.i and word.lemma_.lower() in meetings)
    return next(filter(None, map(analysis.resolver.sides_of, below)), ())


def _with_partner(analysis: Analysis, candidate: Candidate, before: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who acted before and with whom they made a deal: "the pact was signed with Fiji"; else nobody."""
    partner = analysis.resolver.of(partner_of(candidate)) if before else ()
    return each_once((*before, *partner)) if partner else ()


def _acting_beside(analysis: Analysis, candidate: Candidate) -> tuple[Party, ...]:
    """The state or body that acts in the clause before: "Fiji freed ten men, and two were promised jobs"."""
    beside = candidate.binder.head if candidate.binder.dep_ == "conj" else None
    acting = analysis.resolver.of(syntax.subject_of(beside)) if beside is not None else ()
    return tuple(party for party in acting if party.kind in {"state", "organisation"})


def _without_receivers(
    analysis: Analysis, candidate: Candidate, before: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Of those who acted before, all but who gets what an act gives, speaks for them or tells of it."""
    telling = analysis.attributor.of(candidate.act).speaker
    apart = [*receivers(candidate), *([telling] if telling is not None else [])]
    gaining = {party.name for token in apart for party in analysis.resolver.of(token)}
    return tuple(
        party
        for party in before
        if party.name not in gaining and gaining.isdisjoint(analysis.resolver.served_by((party,)))
    )


def _sending(analysis: Analysis, candidate: Candidate) -> tuple[Party, ...]:
    """Whose soldiers or envoys are to be sent or brought home: "Fijian troops will be withdrawn".

    Others bring them to trial: "Fijian officers will be brought before a judge".
    """
    subject, lexicon = syntax.subject_of(candidate.act), party_lexicon()
    if subject is None or candidate.act.lemma_.lower() not in lexicon.sending.lemmas:
        return ()
    if syntax.noun_lemma(subject) not in lexicon.sent.lemmas | lexicon.forces.lemmas:
        return ()
    place = syntax.noun_after(candidate.act, ("to", "before", "for"))
    if place is not None and syntax.noun_lemma(place) in lexicon.trials.lemmas:
        return ()
    whose = analysis.resolver.of(subject)
    return whose if all(party.kind in {"state", "organisation"} for party in whose) else ()


def _without_judges(analysis: Analysis, candidate: Candidate, before: tuple[Party, ...]) -> tuple[Party, ...]:
    """Of those who acted before, the states and bodies that may plan what others have their say on."""
    judging = analysis.resolver.of(syntax.subject_of(candidate.binder))
    return tuple(
        party for party in before if party.kind in {"state", "organisation"} and party not in judging
    )


def _states_and_bodies(
    analysis: Analysis, candidate: Candidate, before: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Of those who acted before, the states and bodies that may hold an event or do what another asks.

    "Peru demanded that the pier be closed" asks nothing of Peru, nor does "the pier must be closed, its envoy
    said", and no analyst holds a vote.
    """
    asking: tuple[Party, ...] = ()
    if candidate.shape == "request":
        asking = analysis.resolver.of(syntax.subject_of(candidate.binder))
    elif candidate.force == "request":
        telling = analysis.resolver.speakers(analysis.attributor.of(candidate.act))
        served = analysis.resolver.served_by(telling)
        before = tuple(party for party in before if party.name not in served)
        asking = telling
    return tuple(party for party in before if party.kind in {"state", "organisation"} and party not in asking)


def _without_person_acted_on(
    analysis: Analysis, candidate: Candidate, before: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Of those who acted before, all but whom something is done to: "She said she would. She was invited".

    So are all but who is told that it will be done: "he was told that the roof would be mended"; nor does
    anybody free their own captives: "two Skarn Front prisoners will be freed".
    """
    subject, hearer = syntax.subject_of(candidate.act), hearer_of(candidate.act)
    person = subject is not None and subject.lower_ in party_lexicon().pronouns.person
    if subject is not None and syntax.noun_lemma(subject) in party_lexicon().captives.lemmas:
        modifiers = (analysis.names.at(word) for word in syntax.children(subject, *syntax.MODIFYING))
        held = {named.name for named in modifiers if named is not None}
        before = tuple(party for party in before if party.name not in held)
    apart = (*(analysis.resolver.of(subject) if person else ()), *analysis.resolver.of(hearer))
    return tuple(party for party in before if party not in apart)
