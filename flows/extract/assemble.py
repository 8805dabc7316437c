"""Assembly: from an analysed document to the records, mentions and entities that it yields (pure)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from flows.extract import syntax
from flows.extract.analysis import Analysis
from flows.extract.components.action import without_copula
from flows.extract.components.amount import amount_of_action
from flows.extract.components.category import category_of
from flows.extract.components.condition import ConditionFound, condition_of, without_condition
from flows.extract.components.cue_lexicon import is_one_of_lists
from flows.extract.components.date_parts import DateRange, Tense
from flows.extract.components.denial import said_of
from flows.extract.components.named import Named
from flows.extract.components.named_by_subject import with_subject
from flows.extract.components.proclaimed import days_proclaimed
from flows.extract.components.promisor import tells_of_others
from flows.extract.components.speaker import speaker_of
from flows.extract.components.sums import Amount, in_currency_of
from flows.extract.components.time import time_of_action, time_of_list
from flows.extract.components.time_forms import TimeExpression
from flows.extract.components.time_resolved import is_over, resolve, resolve_event
from flows.extract.components.time_same import days_told_last
from flows.extract.components.time_told import counted_from, told_when
from flows.extract.judge import Judge, Judgement
from flows.extract.keeping import kept_proposals
from flows.extract.parse import Span, Token
from flows.extract.proposals import Proposal
from flows.extract.requesters import requested_by
from models import CueHit, Entity, Extraction, Mention, Record
from models.vocabulary import CueRole

QUOTED_SHARE = 2 / 3  # of an action's characters


@dataclass(frozen=True)
class Details:
    """The fields of a record that its own sentence gives, each with the rule that found it."""

    time: TimeExpression | None
    amount: Amount | None
    condition: ConditionFound | None
    category: str
    category_rule: str


def assemble(analysis: Analysis, judge: Judge, version: str) -> Extraction:
    """All records, mentions and entities of one document."""
    entities, mentions = _mentions(analysis)
    records: dict[str, Record] = {}
    for proposal, judgement in kept_proposals(analysis, judge):
        record = _record(analysis, proposal, judgement, judge)
        records.setdefault(record.record_id, record)
    return Extraction(
        document_id=analysis.document.document_id,
        extractor_version=version,
        n_sentences=len(analysis.sentences),
        entities=entities,
        mentions=mentions,
        records=tuple(records.values()),
    )


def _record(analysis: Analysis, proposal: Proposal, judgement: Judgement, judge: Judge) -> Record:
    document, sentence = analysis.document, proposal.sentence.span
    details = _details(analysis, proposal, judgement, judge)
    action = without_condition(proposal.action, details.condition)
    act = proposal.candidate.act
    promisors = tuple(dict.fromkeys(party.name for party in proposal.promisors))
    action = with_subject(without_copula(action, act), act, promisors)
    attribution = proposal.attribution
    binder = _speaking_binder(proposal)
    speaker = speaker_of(
        attribution, binder, analysis.resolver, analysis.names, document.genre, analysis.voice
    )
    due_start, due_end = _due(analysis, details.time, act, judgement)
    return Record(
        record_id=Record.make_id(document.document_id, action.start_char, action.end_char, judgement.force),
        document_id=document.document_id,
        sentence=sentence.text,
        sentence_start=sentence.start_char,
        sentence_end=sentence.end_char,
        action=action.text,
        start_char=action.start_char,
        end_char=action.end_char,
        force=judgement.force,
        promisors=promisors,
        beneficiaries=judge.beneficiaries(proposal, analysis, judgement.force),
        requested_by=requested_by(analysis, proposal, judgement),
        polarity=proposal.qualified.polarity,
        certainty=judgement.certainty,
        category=details.category,
        amount=details.amount.value if details.amount else None,
        unit=details.amount.unit if details.amount else None,
        due_text=details.time.text if details.time else None,
        due_start=due_start,
        due_end=due_end,
        condition=details.condition.text if details.condition else None,
        speaker=speaker.name,
        speaker_type=speaker.speaker_type,
        direct=_is_quoted(proposal),
        confidence=judgement.confidence,
        rule_id=proposal.candidate.rule_id,
        cues=tuple(_cues(proposal, details, action)),
    )


def _is_quoted(proposal: Proposal) -> bool:
    """Whether an action stands inside quotation marks, not just a word or two: 'promised "stern" steps'."""
    action, quotation = proposal.action, proposal.attribution.quotation
    if quotation is None:
        return False
    inside = min(action.end_char, quotation.end_char) - max(action.start_char, quotation.start_char)
    return inside >= QUOTED_SHARE * len(action.text)


def _speaking_binder(proposal: Proposal) -> Token | None:
    """The subject of a verb of promising or asking in the active voice; agreeing is not speaking."""
    candidate = proposal.candidate
    if candidate.force == "agreement":
        return None
    if not candidate.speech or not syntax.is_verb(candidate.binder) or syntax.is_passive(candidate.binder):
        return None
    if _is_by_deal(candidate.binder) or tells_of_others(candidate):
        return None
    return candidate.holder if candidate.alone else syntax.subject_of(candidate.binder)


def _is_by_deal(binder: Token) -> bool:
    """Whether a participle tells to what a deal binds its sides: "signed a pact committing each to pay"."""
    deal = binder.head if binder.dep_ == "acl" else syntax.child(binder.head, "dobj")
    tells = binder.tag_ == "VBG" and binder.dep_ in {"acl", "advcl"}
    return tells and deal is not None and is_one_of_lists(deal, ("concluded",))


def _details(analysis: Analysis, proposal: Proposal, judgement: Judgement, judge: Judge) -> Details:
    sentence, act = proposal.sentence.span, proposal.candidate.act
    category, category_rule = category_of(
        proposal.action,
        sentence,
        judgement.force,
        partial(judge.read_category, proposal, analysis),
        partial(judge.read_category_in_text, proposal, analysis),
    )
    done = said_of(proposal.candidate)  # "will not hesitate to close the port if …"
    condition = condition_of(act, proposal.action, sentence) or condition_of(done, proposal.action, sentence)
    if condition is None and proposal.lead is not None:  # "If elected, the party will:"
        condition = condition_of(
            proposal.lead, proposal.lead.doc[proposal.lead.i : proposal.lead.i + 1], proposal.lead.sent
        )
    time = time_of_action(act, proposal.action, sentence, condition)
    if time is None and proposal.lead is not None:
        time = time_of_list(proposal.lead)
    binding = judgement.kind == "fulfilment" or judgement.force == "obligation"  # a treaty is read long after
    if time is not None and not binding and is_over(time, analysis.document.published_on):
        time = None
    amount = amount_of_action(proposal.action, condition)
    return Details(
        time=time,
        amount=in_currency_of(amount, analysis.states_named, _home(analysis)) if amount is not None else None,
        condition=condition,
        category=category,
        category_rule=category_rule,
    )


def _home(analysis: Analysis) -> tuple[str, ...]:
    """The state whose text a document is; none where several wrote it, who have no money in common."""
    states = {author.iso3 for author in analysis.resolver.authors}
    return tuple(state for state in states if state is not None) if len(states) == 1 else ()


def _due(analysis: Analysis, time: TimeExpression | None, act: Token, judgement: Judgement) -> DateRange:
    """The first and last day that the time of an act means.

    They are counted from the document's date, or from when the act was promised, if that was long before;
    those of "that day" are told before.
    """
    if time is None:
        return None, None
    if (days := days_proclaimed(time, analysis.proclaimed)) is not None:
        return days
    tense: Tense = "past" if judgement.kind == "fulfilment" else "future"
    published_on = analysis.document.published_on
    told = told_when(act, time, published_on)
    days = resolve(time, published_on if told is None else counted_from(told, time), tense)
    days = days if any(days) else days_told_last(time, act, published_on)
    return days if any(days) or time.kind != "event" else resolve_event(time, analysis.dated_events)


def _cues(proposal: Proposal, details: Details, action: Span) -> list[CueHit]:
    """Every rule that fired for a record, on its words."""
    candidate, qualified = proposal.candidate, proposal.qualified
    cue = candidate.cue
    hits = [_hit(candidate.rule_id, "force", cue.idx, cue.idx + len(cue))]
    if qualified.negated_by is not None:
        word = qualified.negated_by
        hits.append(_hit("polarity.negation", "polarity", word.idx, word.idx + len(word)))
    if proposal.promisor is not None:
        token = proposal.promisor
        hits.append(_hit("promisor.syntax", "promisor", token.idx, token.idx + len(token)))
    attribution = proposal.attribution
    if attribution.speaker is not None:
        token = attribution.speaker
        hits.append(_hit(attribution.rule_id, "attribution", token.idx, token.idx + len(token)))
    if attribution.quotation is not None:
        quotation = attribution.quotation
        hits.append(_hit("quotation.marks", "quotation", quotation.start_char, quotation.end_char))
    if details.time is not None:
        hits.append(_hit(details.time.rule_id, "time", details.time.start_char, details.time.end_char))
    if details.amount is not None:
        hits.append(
            _hit(details.amount.rule_id, "amount", details.amount.start_char, details.amount.end_char)
        )
    if details.condition is not None:
        found = details.condition
        hits.append(_hit(found.rule_id, "condition", found.start_char, found.end_char))
    hits.append(_hit(details.category_rule, "category", action.start_char, action.end_char))
    return hits


def _hit(rule_id: str, role: CueRole, start_char: int, end_char: int) -> CueHit:
    return CueHit(rule_id=rule_id, role=role, start_char=start_char, end_char=end_char)


def _mentions(analysis: Analysis) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """The named entities of the report's sentences and every place that names them."""
    document, doc = analysis.document, analysis.doc
    entities: dict[str, Entity] = {}
    mentions: dict[str, Mention] = {}
    for named in analysis.names.found:
        entity = _entity(named)
        span = doc[named.start : named.end]
        mention = Mention(
            mention_id=Mention.make_id(
                document.document_id, entity.entity_id, span.start_char, span.end_char
            ),
            document_id=document.document_id,
            entity_id=entity.entity_id,
            text=span.text,
            label=named.label,
            start_char=span.start_char,
            end_char=span.end_char,
        )
        entities.setdefault(entity.entity_id, entity)
        mentions.setdefault(mention.mention_id, mention)
    return tuple(entities.values()), tuple(mentions.values())


def _entity(named: Named) -> Entity:
    return Entity(
        entity_id=Entity.make_id(named.kind, named.name),
        name=named.name,
        kind=named.kind,
        iso3=named.iso3,
        wikidata_id=named.wikidata_id,
    )
