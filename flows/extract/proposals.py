"""Proposals: every act of a document that might be a record, with what decides whether it is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from flows.extract.analysis import Analysis, BlockSentence
from flows.extract.components.attitude import is_alleged, who_lacks_plan
from flows.extract.components.attribution import Attribution
from flows.extract.components.bare_refusal import bare_refusals
from flows.extract.components.bare_sum import bare_sums
from flows.extract.components.bullets import bullets_of
from flows.extract.components.can_act import can_act, is_thing, is_unnamed
from flows.extract.components.candidate import Candidate
from flows.extract.components.counterpart import answering
from flows.extract.components.cue_lexicon import cue_index, is_directed
from flows.extract.components.cues import find_candidates
from flows.extract.components.employer import employer
from flows.extract.components.enumeration import enumerated
from flows.extract.components.force import qualify, settled_together
from flows.extract.components.included import included
from flows.extract.components.indirect_question import is_in_question
from flows.extract.components.leads import Lead, leads_of
from flows.extract.components.no_act import binds_nobody
from flows.extract.components.no_act_lexicon import no_act_lexicon
from flows.extract.components.party import Party
from flows.extract.components.promisor import is_wanted_of_others, promisor_token
from flows.extract.components.qualified import Qualified
from flows.extract.components.relative import is_told_before
from flows.extract.components.terms import text_meant
from flows.extract.components.unbinding import unbinding_clause
from flows.extract.elsewhere import acting_as_wanted, acting_elsewhere
from flows.extract.extent import extent_of, says_itself
from flows.extract.parse import Span, Token
from flows.extract.promisors import promisors_of
from models.vocabulary import Force

# Tokens; longer ones are lists or broken text, and the time of the rules grows with the square.
LONGEST_SENTENCE = 500
COMMITTING: frozenset[Force] = frozenset({"pledge", "plan", "agreement"})
ASKING = frozenset({"request", "offer"})
PROMISING = "say.commit"  # the rule of verbs by which one speaks for oneself alone
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
    speaks = analysis.speaks
    leads = leads_of((sentence.span, sentence.block) for sentence in analysis.sentences)
    opening = _opening_lists(leads)
    announced: Token | None = None
    asked: list[Candidate] = []  # what the sentence before asked or offered
    for sentence, lead in zip(analysis.sentences, leads, strict=True):
        if len(sentence.span) > LONGEST_SENTENCE or _asks(sentence):
            continue
        listed = {candidate.act.i: candidate for candidate in enumerated(sentence.span)}
        announced = _announcing(sentence.span) or (announced if listed else None)
        bullets = bullets_of(sentence.span, sentence.block, lead, speaks)
        inside = included(sentence.span, speaks)
        added = bare_sums(sentence.span) if speaks and _goes_on(analysis, found, sentence, lead) else ()
        beside = _in_sentence(sentence.span, listed)
        candidates = (*(each for each in beside if each.act.i not in opening), *bullets, *inside, *added)
        asked_before, asked = asked, [each for each in candidates if each.force in ASKING]
        refusals = bare_refusals(sentence.span) if asked or asked_before else ()
        for candidate in (*candidates, *refusals):
            proposal = _proposal(analysis, sentence, candidate, found)
            if proposal is not None and candidate.rule_id == cue_index().bare.id:
                refused = (*asked_before, *(each for each in asked if each.act.i < candidate.act.i))
                proposal = proposal if _says_no_to_any(analysis, proposal, refused) else None
            if proposal is not None:
                above = announced if candidate.act.i in listed else lead.word if lead is not None else None
                found.append(replace(proposal, lead=above) if candidate.is_item else proposal)
    return sorted(found, key=lambda proposal: (proposal.action.start, proposal.candidate.rule_id))


def _opening_lists(leads: Iterable[Lead | None]) -> set[int]:
    """Where the verbs stand whose act is only told by the list behind them: "will make every effort to:".

    Not that of "will buy tents that are designed to:", which tells an act of its own.
    """
    opened = [lead for lead in leads if lead is not None and lead.is_open and lead.asking is None]
    last = (next((word for word in reversed(lead.word.sent) if word.is_alpha), None) for lead in opened)
    return {
        lead.word.i for lead, to in zip(opened, last, strict=True) if to is not None and to.head == lead.word
    }


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
    """The acts of a sentence, and of a list inside it those of its items, which marks hide from the parse.

    What leads to the list governs nothing else.
    """
    leads = {each.lead for each in listed.values()}
    beside = (each for each in find_candidates(span) if each.act.i not in listed and each.cue not in leads)
    return [*listed.values(), *beside]


def _goes_on(analysis: Analysis, found: list[Proposal], sentence: BlockSentence, lead: Lead | None) -> bool:
    """Whether prose stands right behind a sentence in which those bind themselves whose text it is."""
    if lead is not None or sentence.block.kind != "prose" or not found:
        return False
    told = found[-1]
    bound = told.promisors == analysis.resolver.authors and told.qualified.force in COMMITTING
    return bound and sentence.number - told.sentence.number == 1


def _asks(sentence: BlockSentence) -> bool:
    """Whether a sentence is a question, which binds nobody."""
    return sentence.span[-CLOSING_TOKENS:].text.rstrip("”’\"' )").endswith("?")


def _is_asked(act: Token) -> bool:
    """Whether a quotation inside a sentence ends as a question behind an act: "“Who will pay?” he asked"."""
    for token in act.doc[act.i + 1 : act.sent.end]:
        if token.text == "?" or token.is_quote:
            return token.text == "?"
    return False


def _whom_it_means(analysis: Analysis, request: Candidate) -> Token | None:
    """The word for who is asked by a request that names nobody: who deals with the asker, or answers."""
    resolver = analysis.resolver
    met = resolver.counterpart(request.binder) if is_directed(request.cue) else None
    return met or answering(request.binder, lambda word, _: resolver.of_one(word)) or employer(request)


def _standing_for(
    analysis: Analysis, promisors: tuple[Party, ...], promisor: Token | None, attribution: Attribution
) -> Iterator[Token | None]:
    """The words for whoever is bound: the subject, and who speaks, where what is told binds them.

    "An envoy said that two boats would follow": "envoy", for no boats give their word.
    """
    yield promisor or attribution.speaker
    if promisors == analysis.resolver.speakers(attribution):
        yield attribution.speaker


def _is_accused(analysis: Analysis, candidate: Candidate, promisors: tuple[Party, ...]) -> bool:
    """Whether those whose text it is tell of others what these will wreck, or that they lack a plan."""
    authors = analysis.resolver.authors
    lacking = who_lacks_plan(candidate) if authors else None
    if lacking is not None:
        return not any(party in authors for party in analysis.resolver.of(lacking))
    return is_alleged(candidate, promisors, authors, no_act_lexicon().alleged.lemmas)


def _promises_another(attribution: Attribution, candidate: Candidate) -> bool:
    """Whether who would be cited promises something else: "Peru promised part of what Fiji had promised"."""
    other = attribution.rule_id == PROMISING and attribution.verb != candidate.binder
    return other and is_told_before(candidate)


def _proposal(
    analysis: Analysis, sentence: BlockSentence, candidate: Candidate, found: list[Proposal]
) -> Proposal | None:
    span = sentence.span
    if not span.start <= candidate.act.i < span.end:
        return None
    if candidate.shape == "request" and candidate.asked is None:
        candidate = replace(candidate, asked=_whom_it_means(analysis, candidate))
    clause = candidate.act if says_itself(candidate) else candidate.act.head
    attribution = analysis.attributor.of(clause)
    if _promises_another(attribution, candidate):
        attribution = replace(attribution, speaker=None, verb=None, rule_id="say.nobody")
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
    if text_meant(candidate) is not None:
        last = () if is_unnamed(promisors) else promisors
        promisors = acting_elsewhere(analysis, candidate, found, sentence) or last
    if is_wanted_of_others(candidate):
        promisors = acting_as_wanted(candidate, promisors, found, sentence)
    bound = _standing_for(analysis, promisors, promisor, attribution)
    if not promisors or (
        is_thing(promisors) and not any(can_act(word, candidate, promisors) for word in bound)
    ):
        promisors = acting_elsewhere(analysis, candidate, found, sentence)
    if not promisors:
        return None
    uncited = attribution.speaker is None and attribution.label is None
    if uncited and _is_accused(analysis, candidate, promisors):
        return None
    action = extent_of(candidate, promisors, span, analysis)
    qualified = settled_together(qualified, candidate, len(promisors))
    return Proposal(sentence, candidate, action, qualified, promisor, promisors, attribution)
