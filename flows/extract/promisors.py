"""Who binds itself to an act: those whom its words name, else who speaks them, else whose text it is."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.analysis import Analysis
from flows.extract.asked import asked_of
from flows.extract.components.agentless import hearer_of, is_done_by_nobody
from flows.extract.components.attribution import Attribution
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.can_act import (
    acts_in_person,
    can_act,
    is_one_of,
    is_thing,
    is_typical,
    is_unnamed,
    names_thing,
)
from flows.extract.components.candidate import Candidate, Shape
from flows.extract.components.captor import captor_of
from flows.extract.components.carried_out import is_carried_out
from flows.extract.components.client import client_told_for
from flows.extract.components.cue_lexicon import is_binding_text
from flows.extract.components.description import is_general, phrase
from flows.extract.components.force_lexicon import text_speaks
from flows.extract.components.given import (
    gains,
    gains_as_one_of_many,
    givers,
    is_allowed,
    is_given,
    is_tried,
    is_undergone,
)
from flows.extract.components.imposed import imposer_of
from flows.extract.components.kinds_of_people import without_kinds
from flows.extract.components.moved import is_moved, is_sent
from flows.extract.components.noun_cues import is_of_others
from flows.extract.components.partner import SIGNING, companion, deal_partner, only_tells, side_that_made
from flows.extract.components.party import Party, each_once, without_things
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.promisor import binder_subject, is_told_by_another
from flows.extract.components.spared import is_spared
from flows.extract.parse import Token

PROPOSING = "offer.verb"
WARNING = "threat.warn"
TELLING_OF_DEALS = frozenset({"pledge.announce", SIGNING})
BOUND_BY_VERB: frozenset[Shape] = frozenset({"infinitive", "object", "preposition"})
FIRST_PERSON = frozenset({"me", "us"})  # to whom something is done


def promisors_of(
    analysis: Analysis, candidate: Candidate, promisor: Token | None, attribution: Attribution
) -> tuple[Party, ...]:
    """The parties that bind themselves: by syntax, else the speaker of the words, else whose text it is.

    ``promisor`` stands for them in the syntax where anything does, and ``attribution`` tells who speaks. "The
    mayor said that forty tents will follow" binds the mayor. None where the words of the act name nobody.
    """
    if candidate.alone and promisor is not None:
        return analysis.resolver.of_one(promisor)
    if sides := _sides_of_deal(analysis, candidate):
        return sides
    if imposing := _imposing(analysis, candidate):
        return imposing
    if candidate.shape != "request" and (captors := analysis.resolver.of(captor_of(candidate))):
        return captors
    found = _without_things(analysis, promisor, _meant(analysis, candidate, promisor, attribution))
    oneself = _speaker_done_to(candidate)
    if oneself is not None and not _acts_on(promisor, oneself):
        found = tuple(party for party in found if party not in analysis.resolver.of(oneself))
    named = promisor is not None and analysis.names.at(promisor) is not None
    unnamed = not named and is_unnamed(found)
    sent = unnamed and is_sent(promisor, candidate)
    owners: tuple[Party, ...] = ()
    if promisor is not None and unnamed and is_moved(promisor, candidate):
        found, owners = (), analysis.resolver.of(syntax.child(promisor, "poss"))
    if candidate.shape == "request":
        return asked_of(analysis, candidate, promisor, found)
    if is_spared(candidate):
        return _sparing(analysis, candidate, attribution)
    if is_given(candidate):
        found = givers(candidate.act, analysis.resolver)
    elif (
        not named
        and promisor is not None
        and (_only_gains(found, promisor, candidate) or is_typical(promisor))
    ):
        found = ()
    if found and not sent and (not is_thing(found) or acts_in_person(promisor, candidate)):
        return each_once((*found, *_partners(analysis, candidate)))
    others = _acts_as_other(promisor, candidate, attribution)
    speaking = _speaking(analysis, candidate, attribution) if not others else ()
    own = _is_of_authors(analysis, candidate) and not is_one_of(analysis.resolver.authors, promisor)
    cites_text = own and is_thing(speaking)  # "the enclosed notice states that the ban will be lifted"
    unbound = promisor is None or sent or (is_thing(found) and not _promises(promisor, candidate, found))
    if speaking and not cites_text and unbound:
        return speaking
    return analysis.resolver.authors if own else found or owners


def _sides_of_deal(analysis: Analysis, candidate: Candidate) -> tuple[Party, ...]:
    """The parties of a deal that another tells: "Peru's envoy announced the truce between Chad and Fiji".

    Also where they are told behind a participle: "welcomed the truce signed by Chad and Fiji".
    """
    told = candidate.shape == "object" and candidate.rule_id in TELLING_OF_DEALS
    if not (told and is_binding_text(candidate.act)):
        return ()
    sides = analysis.resolver.sides_of(candidate.act)
    if not sides and only_tells(candidate):
        sides = without_things(analysis.resolver.of(side_that_made(candidate.act)))
    return sides if len(sides) > 1 else ()


def _imposing(analysis: Analysis, candidate: Candidate) -> tuple[Party, ...]:
    """The state or body whose own measures are to be lifted, whoever tells so and whatever text it is."""
    imposer = imposer_of(candidate) if candidate.shape != "request" else None
    if imposer is None or analysis.names.at(imposer) is None:
        return ()
    return tuple(party for party in analysis.resolver.of(imposer) if party.kind in {"state", "organisation"})


def _partners(analysis: Analysis, candidate: Candidate) -> tuple[Party, ...]:
    """With whom somebody makes a deal or acts: "Fiji signed an accord with Peru", "together with Peru".

    Only those whom its words name: "the government" may be any state's, and "reservations" are nobody.
    """
    beside = companion(candidate)
    together = analysis.resolver.of(beside) if beside is not None else ()
    acting = tuple(party for party in together if party.kind in {"state", "organisation", "person"})
    partner = deal_partner(candidate)
    if partner is None:
        return acting
    words = partner.doc.tokens[partner.left_edge.i : partner.i + 1]
    named = any(analysis.names.at(word) is not None for word in words)
    parties = without_things(analysis.resolver.of(partner)) if named or is_people(partner) else ()
    return (*acting, *(party for party in parties if named or party.kind == "group"))


def _is_of_authors(analysis: Analysis, candidate: Candidate) -> bool:
    """Whether what nobody is named for is for those to do whose text it is.

    In a text that only seems to be theirs, as it says "we", these are its items, what they give and the
    measures that they have carried out.
    """
    if not analysis.resolver.authors or not analysis.speaks:
        return False
    if text_speaks(analysis.document.genre):
        return True
    return candidate.shape == "bullet" or is_carried_out(candidate) or is_given(candidate)


def _meant(
    analysis: Analysis, candidate: Candidate, promisor: Token | None, attribution: Attribution
) -> tuple[Party, ...]:
    """The parties for which ``promisor`` stands; of a promise about others those who make it.

    "Promised that everyone in Peru would vote": who promises is bound, and not everyone. A lawyer's clients
    are: "vowed that her clients would appeal".
    """
    if candidate.shape == "clause" and promisor is not None and promisor == binder_subject(candidate):
        return _telling(analysis, candidate, attribution)
    found = _without_own_clause(promisor, candidate) or analysis.resolver.of(promisor)
    promised = candidate.shape == "clause" and candidate.speech and not _is_proposed_to(candidate)
    promised = promised and not _are_warned_of(promisor, candidate)
    promised = promised and (promisor is None or client_told_for(promisor) is None)
    if promised and found and (is_unnamed(found) or gains(candidate.act) or is_allowed(candidate)):
        promising = _telling(analysis, candidate, attribution)
        return promising or (() if _is_promised_by_others(candidate) else found)
    return found


def _telling(analysis: Analysis, candidate: Candidate, attribution: Attribution) -> tuple[Party, ...]:
    """Those whom a clause binds by who tells it: the body for which these only speak, else themselves."""
    subject = binder_subject(candidate)
    cited = subject is not None and subject == attribution.speaker
    return analysis.resolver.bound_by(attribution) if cited else analysis.resolver.of(subject)


def _are_warned_of(promisor: Token | None, candidate: Candidate) -> bool:
    """Whether people act of themselves of whom another warns: "warned that dockers will strike"."""
    if candidate.rule_id != WARNING or promisor is None or promisor.tag_ != "NNS":
        return False
    lexicon = party_lexicon()
    under_orders = lexicon.institutions.lemmas | lexicon.forces.lemmas | lexicon.sent.lemmas
    people = is_people(promisor) and syntax.noun_lemma(promisor) not in under_orders
    done_to = syntax.is_passive(candidate.act) or is_undergone(candidate.act)  # "will lose a day's pay"
    return people and syntax.child(promisor, "poss") is None and not done_to


def _is_promised_by_others(candidate: Candidate) -> bool:
    """Whether a passive tells how others promised things to be: "was assured that a hall would be ready"."""
    return is_done_by_nobody(candidate.binder) and candidate.act.lemma_ in party_lexicon().being.lemmas


def _without_own_clause(promisor: Token | None, candidate: Candidate) -> tuple[Party, ...]:
    """People without the clause that tells what they promise: "ninety people who have pledged two cows"."""
    if promisor is None or promisor.pos_ != "NOUN" or not is_general(promisor):
        return ()
    clauses = syntax.clauses_on(promisor)
    told = any(candidate.binder == clause or candidate.binder in clause.subtree for clause in clauses)
    return (Party(phrase(promisor, whole=False), "group"),) if told else ()


def _speaking(analysis: Analysis, candidate: Candidate, attribution: Attribution) -> tuple[Party, ...]:
    """Who speaks of an act, where it may be theirs: not what others promised, or what is promised to them.

    Nor is it theirs to do what by their words must be done: "the road must be reopened, Peru's envoy said".
    """
    if (
        is_told_by_another(candidate)
        or is_of_others(candidate)
        or (candidate.force == "request" and is_done_by_nobody(candidate.act))
        or _is_onlooker(analysis, attribution.speaker)
        or _is_promised_by_hearer(candidate)
        or _speaker_done_to(candidate) is not None
    ):
        return ()
    promised_to = _promised_to(candidate, analysis)
    in_person = _acts_as_oneself(candidate)
    cited = analysis.resolver.speakers if in_person else analysis.resolver.bound_by
    return tuple(party for party in cited(attribution) if party not in promised_to)


def _acts_as_oneself(candidate: Candidate) -> bool:
    """Whether who speaks is to act themselves: "its manager said he would sell the mill"."""
    subject = syntax.child(candidate.act, "nsubj")
    return subject is not None and subject.lower_ in party_lexicon().pronouns.person


def _is_onlooker(analysis: Analysis, speaker: Token | None) -> bool:
    """Whether who speaks only tells of what others do: "the road will be mended, a source said".

    So does a mediator under whatever name, a diplomat of whom nothing tells whose, and whoever is only
    "familiar with" it.
    """
    if speaker is None:
        return False
    onlookers, lemma = party_lexicon().onlookers, syntax.noun_lemma(speaker)
    if lemma in onlookers.of_nobody and is_unnamed(analysis.resolver.of(speaker)):
        return True
    knows = any(word.lower_ == "familiar" for word in syntax.children(speaker, "amod"))
    nouns = (speaker, *syntax.children(speaker, "appos", "compound"))
    return knows or any(syntax.noun_lemma(noun) in onlookers.lemmas for noun in nouns)


def _is_promised_by_hearer(candidate: Candidate) -> bool:
    """Whether the word is that of who is spoken to, whoever tells of it: "said that you promised him aid"."""
    subject = syntax.child(candidate.binder, "nsubj") if candidate.shape in BOUND_BY_VERB else None
    hearer = subject is not None and subject.lower_ in party_lexicon().pronouns.hearer
    return hearer and candidate.speech


def _speaker_done_to(candidate: Candidate) -> Token | None:
    """The word for who tells what others promise or do to them: "they promised me that he would sail"."""
    for verb in {candidate.binder, candidate.act} if candidate.shape != "request" else ():
        whom = syntax.child(verb, "dobj", "dative") if syntax.is_verb(verb) else None
        subject = syntax.child(verb, "nsubj")
        if whom is not None and whom.lower_ in FIRST_PERSON and subject is not None:
            return whom if subject.lower_ not in party_lexicon().pronouns.speaker else None
    return None


def _acts_on(promisor: Token | None, oneself: Token) -> bool:
    """Whether "me" is told of by a noun that does it: "the cook shall inform me", whoever speaks of it."""
    return promisor is not None and promisor.pos_ != "PRON" and promisor.head == oneself.head


def _acts_as_other(promisor: Token | None, candidate: Candidate, attribution: Attribution) -> bool:
    """Whether "he" or "they" of a quotation acts, who doesn't speak it: "“They will sell us,” he said"."""
    if attribution.quotation is None or promisor is None or promisor.dep_ != "nsubj":
        return False
    pronouns = party_lexicon().pronouns
    other = promisor.lower_ in pronouns.person | pronouns.plural
    return other and not syntax.is_passive(candidate.act) and not gains(candidate.act)


def _sparing(analysis: Analysis, candidate: Candidate, attribution: Attribution) -> tuple[Party, ...]:
    """Who promises that others will not have to act: whoever says so, unless that is who is spared."""
    if candidate.shape == "clause":
        promising = analysis.resolver.of(binder_subject(candidate))
    elif attribution.speaker is not None or attribution.label is not None:
        promising = analysis.resolver.bound_by(attribution)
    else:
        promising = analysis.resolver.authors
    spared = syntax.subject_of(candidate.act)
    others = spared is not None and spared.lower_ in party_lexicon().pronouns.plural  # "told Fiji they …"
    return promising if others or not set(promising) & set(analysis.resolver.of(spared)) else ()


def _promises(promisor: Token, candidate: Candidate, found: tuple[Party, ...]) -> bool:
    """Whether a noun without a name gives its word, whoever tells of it: "the shop promised to, she said"."""
    told = candidate.speech and candidate.shape in BOUND_BY_VERB and promisor.pos_ == "NOUN"
    return told and can_act(promisor, candidate, found)


def _is_proposed_to(candidate: Candidate) -> bool:
    """Whether a clause is what somebody would have others do: "suggested that the bakers wait"."""
    act = candidate.act
    bare = act.tag_ in {"VB", "VBP"} and not syntax.auxiliaries(act)
    return candidate.rule_id == PROPOSING and bare


def _without_things(
    analysis: Analysis, promisor: Token | None, found: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Of several that a subject names, those that can act: "lower fees, safer streets and Norway will …"."""
    heads = _subjects_beside(promisor) if promisor is not None else []
    acting = [head for head in heads if not names_thing(head, analysis.names)]
    if len(acting) in {0, len(heads)}:
        return found
    parties = each_once(party for head in acting for party in analysis.resolver.of_one(head))
    if any(is_people(head) for head in acting):
        return parties
    return tuple(party for party in parties if party.kind != "group") or parties or found


def _subjects_beside(promisor: Token) -> list[Token]:
    """What is coordinated with a subject, though the parse may make a second subject of some of it."""
    subjects = [promisor]
    if promisor.dep_ in {"nsubj", "nsubjpass"}:
        subjects = syntax.children(promisor.head, "nsubj", "nsubjpass")
    return [head for subject in subjects for head in without_kinds(syntax.conjuncts(subject))]


def _only_gains(found: tuple[Party, ...], promisor: Token, candidate: Candidate) -> bool:
    """Whether people are only described and gain by an act or are tried: "every family will get a tent"."""
    described = bool(found) and all(party.kind == "group" for party in found)
    if not described:
        return False
    told = gains(candidate.act) or is_tried(promisor, candidate.act)
    return told or (candidate.shape == "modal" and gains_as_one_of_many(promisor, candidate.act))


def _promised_to(candidate: Candidate, analysis: Analysis) -> tuple[Party, ...]:
    """To whom something is promised or told in a passive: "she has been promised a house"."""
    hearer = hearer_of(candidate.act)
    if hearer is not None:  # who is told, and whose people are: "his crew was told that …"
        owner = analysis.resolver.of(syntax.child(hearer, "poss"))
        return each_once((*analysis.resolver.of(hearer), *owner))
    binder = candidate.binder
    passive = candidate.shape == "object" and syntax.is_verb(binder) and syntax.is_passive(binder)
    if not passive:
        return ()
    promised = candidate.act.dep_ == "dobj"
    to_whom = syntax.subject_of(binder) if promised else syntax.noun_after(binder, ("to",))
    return analysis.resolver.of(to_whom)
