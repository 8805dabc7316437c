"""Proposals: every act of a document that might be a record, with what decides whether it is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from flows.extract import syntax
from flows.extract.analysis import Analysis, BlockSentence
from flows.extract.components.action import action_span, span_from
from flows.extract.components.actor_nouns import is_actor, is_person
from flows.extract.components.agentless import (
    deal_of,
    is_done_by_nobody,
    is_promised_by_nobody,
    is_told_in_participle,
    partner_of,
    receivers,
)
from flows.extract.components.attribution import Attribution
from flows.extract.components.bare_refusal import bare_refusals
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.bullets import bullets_of, leads_of
from flows.extract.components.can_act import can_act, is_of_office, is_thing
from flows.extract.components.cue_lexicon import Candidate, Shape, is_directed
from flows.extract.components.cues import find_candidates
from flows.extract.components.enumeration import enumerated
from flows.extract.components.force import Qualified, qualify, said_of, settled_together, text_speaks
from flows.extract.components.given import gains, is_allowed, is_given
from flows.extract.components.indirect_question import is_in_question
from flows.extract.components.no_act import binds_nobody, is_event
from flows.extract.components.party import Party
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.promisor import is_wanted_of_others, promisor_token
from flows.extract.components.spared import is_spared
from flows.extract.components.unbinding import unbinding_clause
from flows.extract.parse import Span, Token
from flows.extract.promisors import promisors_of

BARE = "refusal.bare"  # what says no to something that was asked before
# Tokens; longer ones are lists or broken text, and the time of the rules grows with the square.
LONGEST_SENTENCE = 500
# Sentences in which the party that acted last may be who acts in a passive that names nobody.
WITHIN_REACH = 3
DOINGS: frozenset[Shape] = frozenset({"progressive", "fulfilment"})  # which tell what somebody does or did
ASKING = frozenset({"request", "offer"})
CLOSING_TOKENS = 6  # that may hold a sentence's last mark and the quotation marks and brackets behind it


@dataclass(frozen=True)
class Proposal:
    """A candidate act with its span, its promisors and who is cited for it.

    ``lead`` is the word on which a list item that is the act hangs, in the sentence before the list.
    """

    sentence: BlockSentence
    candidate: Candidate
    action: Span
    qualified: Qualified
    promisor: Token | None
    promisors: tuple[Party, ...]
    attribution: Attribution
    lead: Token | None = None


def propose(analysis: Analysis) -> list[Proposal]:
    """All proposals of a document, in the order of its text; none without a promisor."""
    found: list[Proposal] = []
    speaks = _speaks_for_authors(analysis)
    leads = leads_of((sentence.span, sentence.block) for sentence in analysis.sentences)
    announced: Token | None = None
    asked: list[Candidate] = []  # what the sentence before asked or offered
    for sentence, lead in zip(analysis.sentences, leads, strict=True):
        if len(sentence.span) > LONGEST_SENTENCE or _asks(sentence):
            continue
        listed = {candidate.act.i: candidate for candidate in enumerated(sentence.span)}
        announced = _announcing(sentence.span) or (announced if listed else None)
        bullets = bullets_of(sentence.span, sentence.block, lead, speaks)
        candidates = (*_in_sentence(sentence.span, listed), *bullets)
        asked_before, asked = asked, [each for each in candidates if each.force in ASKING]
        refusals = bare_refusals(sentence.span) if asked or asked_before else ()
        for candidate in (*candidates, *refusals):
            proposal = _proposal(analysis, sentence, candidate, found)
            if proposal is not None and candidate.rule_id == BARE:
                refused = (*asked_before, *(each for each in asked if each.act.i < candidate.act.i))
                proposal = proposal if _says_no_to_any(analysis, proposal, refused) else None
            if proposal is not None:
                above = announced if candidate.act.i in listed else lead.word if lead is not None else None
                found.append(replace(proposal, lead=above) if candidate.shape == "bullet" else proposal)
    return sorted(found, key=lambda proposal: (proposal.action.start, proposal.candidate.rule_id))


def _says_no_to_any(analysis: Analysis, refusal: Proposal, asked: Iterable[Candidate]) -> bool:
    """Whether something was asked of those who refuse, or of nobody who is named, or another offered it."""
    for candidate in asked:
        parties = analysis.resolver.of(promisor_token(candidate))
        own = any(party in refusal.promisors for party in parties)
        if candidate.force == "offer":
            own = not own
        if own or not parties or refusal.candidate.shape == "predicate":
            return True
    return False


def _announcing(span: Span) -> Token | None:
    """The word at the top of a sentence that announces what follows it: "will take the following steps:"."""
    announces = span.text.rstrip().endswith(":") and any(token.lower_ == "following" for token in span)
    return span.root if announces else None


def _in_sentence(span: Span, listed: Mapping[int, Candidate]) -> list[Candidate]:
    """The acts of a sentence, and of a list inside it those of its items, which marks hide from the parse."""
    return [*listed.values(), *(each for each in find_candidates(span) if each.act.i not in listed)]


def _speaks_for_authors(analysis: Analysis) -> bool:
    """Whether a text speaks for those whose it is: by its genre or, where that is unknown, as "we"."""
    genre = analysis.document.genre
    return text_speaks(genre) or (genre is None and bool(analysis.resolver.authors))


def _asks(sentence: BlockSentence) -> bool:
    """Whether a sentence is a question, which binds nobody."""
    return sentence.span[-CLOSING_TOKENS:].text.rstrip("”’\"' )").endswith("?")


def _is_asked(act: Token) -> bool:
    """Whether a quotation inside a sentence ends as a question behind an act: "“Who will pay?” he asked"."""
    for token in act.doc[act.i + 1 : act.sent.end]:
        if token.text == "?" or token.is_quote:
            return token.text == "?"
    return False


def _acting_before(found: list[Proposal], sentence: BlockSentence) -> tuple[Party, ...]:
    """Who acted last, in this sentence or shortly before it; of descriptions only an office that is cited."""
    for proposal in reversed(found):
        if sentence.number - proposal.sentence.number >= WITHIN_REACH:
            break
        cited = proposal.candidate.speech or proposal.attribution.speaker is not None
        acting = not is_thing(proposal.promisors) or (cited and any(map(is_of_office, proposal.promisors)))
        if proposal.candidate.force != "request" and acting:
            return proposal.promisors
    return ()


def _proposal(
    analysis: Analysis, sentence: BlockSentence, candidate: Candidate, found: list[Proposal]
) -> Proposal | None:
    span = sentence.span
    if not span.start <= candidate.act.i < span.end:
        return None
    if candidate.shape == "request" and candidate.asked is None and is_directed(candidate.cue):
        candidate = replace(candidate, asked=analysis.resolver.counterpart(candidate.binder))
    clause = candidate.act if _says_itself(candidate) else candidate.act.head
    attribution = analysis.attributor.of(clause)
    if candidate.alone and attribution.verb == candidate.binder:  # each of those who share a verb speaks
        attribution = replace(attribution, speaker=candidate.holder)
    cited = attribution.speaker is not None or attribution.label is not None or candidate.speech
    qualified = qualify(candidate, analysis.document.genre, cited)
    if qualified is None:
        return None
    promisor = promisor_token(candidate)
    if is_in_question(candidate) or _is_asked(candidate.act) or unbinding_clause(candidate) is not None:
        return None
    if binds_nobody(candidate, promisor, analysis.names) is not None:
        return None
    promisors = promisors_of(analysis, candidate, promisor, attribution)
    if is_wanted_of_others(candidate):
        before = _acting_before(found, sentence)
        others = tuple(party for party in before if party not in promisors)
        promisors = others or (() if _is_done_to_somebody(candidate.act) else promisors)
    if not promisors or (
        is_thing(promisors) and not can_act(promisor or attribution.speaker, candidate, promisors)
    ):
        promisors = _acting_elsewhere(analysis, candidate, found, sentence)
    if not promisors:
        return None
    action = action_span(said_of(candidate))
    if candidate.shape == "clause" or (candidate.shape == "predicate" and _says_itself(candidate)):
        action = _with_subject(action, candidate.act, promisors, analysis)
    if candidate.share_end is not None:
        action = action.doc[action.start : min(action.end, candidate.share_end)]
    if candidate.until is not None:
        action = span_from(candidate.act, candidate.until)
    elif is_spared(candidate):
        action = action.doc[candidate.act.i : action.end]
    elif candidate.shape == "bullet" and candidate.act.head.i != candidate.act.i:
        action = span_from(candidate.act, span.end)
    qualified = settled_together(qualified, candidate, len(promisors))
    return Proposal(sentence, candidate, action, qualified, promisor, promisors, attribution)


def _says_itself(candidate: Candidate) -> bool:
    """Whether an act is the clause that tells of it, and not its subject: "a truce is off the table"."""
    return candidate.shape != "predicate" or candidate.cue == candidate.act


def _acting_elsewhere(
    analysis: Analysis, candidate: Candidate, found: list[Proposal], sentence: BlockSentence
) -> tuple[Party, ...]:
    """Who acts where the words of an act name nobody: whoever acted last, or deals under its accord."""
    if candidate.shape == "bullet":
        return _acting_before(found, sentence)
    if is_promised_by_nobody(candidate):
        return _promising_elsewhere(analysis, candidate, found, sentence)
    if is_done_by_nobody(candidate.act):
        before = _dealing(analysis, candidate, found, sentence) or _acting_before(found, sentence)
        if candidate.shape == "request" or is_event(syntax.subject_of(candidate.act)):
            before = _states_and_bodies(analysis, candidate, before)
        return _without_person_acted_on(analysis, candidate, before)
    if is_given(candidate):
        before = _dealing(analysis, candidate, found, sentence) or _committing_before(found, sentence)
        return _without_receivers(analysis, candidate, before)
    return ()


def _promising_elsewhere(
    analysis: Analysis, candidate: Candidate, found: list[Proposal], sentence: BlockSentence
) -> tuple[Party, ...]:
    """Who promised, offered or signed what is told in a passive; a deal is made by two at least."""
    dealing = _dealing(analysis, candidate, found, sentence)
    if candidate.force == "agreement":
        dealing = dealing or _with_partner(analysis, candidate, _committing_before(found, sentence))
        return dealing if len(dealing) > 1 else ()
    earlier = found
    if is_told_in_participle(
        candidate
    ):  # of which the sentence tells: "left in protest at the delay promised"
        earlier = [proposal for proposal in found if proposal.sentence.number < sentence.number]
    before = dealing or _committing_before(earlier, sentence) or _acting_beside(analysis, candidate)
    return _without_receivers(analysis, candidate, before)


def _with_partner(analysis: Analysis, candidate: Candidate, before: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who acted before and with whom they made a deal: "the pact was signed with Fiji"; else nobody."""
    partner = analysis.resolver.of(partner_of(candidate)) if before else ()
    return tuple({party.name: party for party in (*before, *partner)}.values()) if partner else ()


def _acting_beside(analysis: Analysis, candidate: Candidate) -> tuple[Party, ...]:
    """The state or body that acts in the clause before: "Fiji freed ten men, and two were promised jobs"."""
    beside = candidate.binder.head if candidate.binder.dep_ == "conj" else None
    acting = analysis.resolver.of(syntax.subject_of(beside)) if beside is not None else ()
    return tuple(party for party in acting if party.kind in {"state", "organisation"})


def _dealing(
    analysis: Analysis, candidate: Candidate, found: list[Proposal], sentence: BlockSentence
) -> tuple[Party, ...]:
    """The parties of the deal that an act is or stands under: those it names, else who agreed before."""
    deal = deal_of(candidate)
    if deal is None:
        return ()
    named = analysis.resolver.sides_of(deal)
    if named:
        return named
    for proposal in reversed(found):
        if sentence.number - proposal.sentence.number >= WITHIN_REACH:
            break
        if proposal.qualified.force == "agreement" and len(proposal.promisors) > 1:
            return proposal.promisors
    return analysis.resolver.sides_before(deal)


def _committing_before(found: list[Proposal], sentence: BlockSentence) -> tuple[Party, ...]:
    """Who last bound themselves to something, by name or as several; not who only does or did something."""
    binding = [proposal for proposal in found if proposal.candidate.shape not in DOINGS]
    before = _acting_before(binding, sentence)
    known = any(party.kind not in {"group", "other"} or is_of_office(party) for party in before)
    return before if known or len(before) > 1 else ()


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


def _states_and_bodies(
    analysis: Analysis, candidate: Candidate, before: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Of those who acted before, the states and bodies that may hold an event or do what another asks.

    "Peru demanded that the pier be closed" asks nothing of Peru, and no analyst holds a vote.
    """
    asking = analysis.resolver.of(syntax.subject_of(candidate.binder))
    return tuple(party for party in before if party.kind in {"state", "organisation"} and party not in asking)


def _without_person_acted_on(
    analysis: Analysis, candidate: Candidate, before: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Of those who acted before, all but whom something is done to: "She said she would. She was invited"."""
    subject = syntax.subject_of(candidate.act)
    if subject is None or subject.lower_ not in party_lexicon().pronouns.person:
        return before
    acted_on = analysis.resolver.of(subject)
    return tuple(party for party in before if party not in acted_on)


def _with_subject(action: Span, act: Token, promisors: tuple[Party, ...], analysis: Analysis) -> Span:
    """The action with its subject, where a clause says what will become of something.

    "promised that the base will stay": the base binds nobody, and "stay" alone says little. In "warned that
    his men would fight on" the men act.
    """
    subject = syntax.child(act, "nsubj", "nsubjpass")
    if subject is None or subject.tag_ == "PRP" or subject.left_edge.i >= action.start:
        return action
    if _acts_of_itself(act, subject) or analysis.resolver.of(subject) == promisors:
        return action
    return action.doc[subject.left_edge.i : action.end]


def _acts_of_itself(act: Token, subject: Token) -> bool:
    """Whether people or bodies without a name do what a clause tells: "his men would fight on"."""
    passive = syntax.is_passive(act) or is_allowed(act)
    if passive or gains(act) or act.lemma_ in party_lexicon().being.lemmas:
        return False
    return subject.pos_ == "NOUN" and (is_actor(subject) or is_people(subject))


def _is_done_to_somebody(act: Token) -> bool:
    """Whether something is to be done to people or to who wants it: "wants them freed", "wants to be paid".

    What somebody wants to be done, in these words, is also another's to do: "wants the fees to be cut".
    """
    subject = syntax.child(act, "nsubj", "nsubjpass")
    if subject is None or (subject.dep_ == "nsubjpass" and syntax.is_infinitive(act)):
        return True
    return subject.pos_ == "PRON" or subject.ent_type_ == "PERSON" or is_person(subject)
