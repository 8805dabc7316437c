"""What a learned judge sees of a proposal: named binary features, in a fixed order.

Every feature is a string such as ``rule=pledge.verb`` or ``subject.kind+shape=state|modal``; those that the
weights do not know count nothing. No feature holds a name or a number of the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.analysis import Analysis, first_word
from flows.extract.components.force_lexicon import text_speaks
from flows.extract.components.threat import is_harmful
from flows.extract.parse import Span, Token
from flows.extract.proposals import Proposal

PAST_WORDS = frozenset({"yesterday", "ago", "earlier", "already", "previously", "last", "recently", "since"})
AHEAD_WORDS = frozenset({"tomorrow", "next", "soon", "later", "coming", "upcoming", "future", "until", "by"})
CLAUSE_MARKS = frozenset(
    {"if", "whether", "unless", "because", "while", "when", "after", "before", "that", "until"}
)
COMPLEMENTS = frozenset({"dobj", "attr", "acomp", "xcomp"})


def features_of(proposal: Proposal, analysis: Analysis) -> list[str]:
    """The features of one proposal, without repetition, in a deterministic order."""
    voice = "text" if text_speaks(analysis.document.genre) else "report"
    found = [
        *_of_cue(proposal, voice),
        *_of_act(proposal, voice),
        *_of_promisor(proposal, voice),
        *_of_clause(proposal),
        *_of_setting(proposal, analysis, voice),
    ]
    return list(dict.fromkeys(found))


def _of_cue(proposal: Proposal, voice: str) -> Iterator[str]:
    candidate = proposal.candidate
    binder = candidate.binder
    cue = candidate.cue.lemma_.lower()
    yield f"voice={voice}"
    yield f"rule={candidate.rule_id}"
    yield f"rule+voice={candidate.rule_id}|{voice}"
    yield f"shape={candidate.shape}"
    yield f"shape+voice={candidate.shape}|{voice}"
    yield f"cue={cue}"
    yield f"cue+shape={cue}|{candidate.shape}"
    yield f"binder.form={_form(binder)}"
    yield f"binder.form+rule={_form(binder)}|{candidate.rule_id}"
    yield f"force={proposal.qualified.force}"
    yield f"certainty={proposal.qualified.certainty}|{candidate.shape}"
    yield f"polarity={proposal.qualified.polarity}|{candidate.shape}"
    if candidate.lead is not None:
        yield f"lead={candidate.lead.lemma_.lower()}"
        yield f"lead.form={_form(candidate.lead)}|{candidate.rule_id}"
    if syntax.is_verb(binder):
        modal = syntax.modal_of(binder)
        if modal is not None and binder.i != candidate.act.i:
            yield f"binder.modal={modal.lower_}"


def _form(token: Token) -> str:
    """The tense and voice of a verb, the tag of anything else."""
    if not syntax.is_verb(token):
        return token.tag_
    helpers = {aux.lemma_.lower() for aux in syntax.auxiliaries(token)}
    parts = [token.tag_]
    parts += sorted(helpers & {"have", "be", "do", "to"})
    if syntax.modal_of(token) is not None:
        parts.append("modal")
    return "-".join(parts)


def _of_act(proposal: Proposal, voice: str) -> Iterator[str]:
    act = proposal.candidate.act
    lemma = act.lemma_.lower()
    yield f"act={lemma}"
    yield f"act+shape={lemma}|{proposal.candidate.shape}"
    yield f"act+voice={lemma}|{voice}"
    yield f"act.form={_form(act)}"
    yield f"act.pos={act.pos_}|{proposal.candidate.shape}"
    objects = [found for found in act.children if found.dep_ in COMPLEMENTS and found.i > act.i]
    yield f"act.complements={'|'.join(sorted({found.dep_ for found in objects}))}"
    for found in objects[:2]:
        yield f"object={found.lemma_.lower()}"
    if is_harmful(act):
        yield f"harmful={proposal.candidate.shape}"
    length = len(proposal.action)
    yield f"action.length={'1' if length == 1 else '2-4' if length < 5 else '5-12' if length < 13 else '13+'}"
    for preposition in syntax.children(act, "prep")[:2]:
        yield f"act.prep={preposition.lower_}"


def _of_promisor(proposal: Proposal, voice: str) -> Iterator[str]:
    token = proposal.promisor
    shape = proposal.candidate.shape
    kinds = sorted({party.kind for party in proposal.promisors})
    yield f"promisor.kinds={'|'.join(kinds)}"
    yield f"promisor.kinds+shape={'|'.join(kinds)}|{shape}"
    yield f"promisor.kinds+rule={'|'.join(kinds)}|{proposal.candidate.rule_id}"
    if token is None:
        yield f"promisor=none|{shape}|{voice}"
        return
    yield f"promisor.pos={token.pos_}|{shape}"
    if token.pos_ == "PRON":
        yield f"promisor.pronoun={token.lower_}|{shape}"
        yield f"promisor.pronoun+voice={token.lower_}|{voice}"
    elif token.pos_ == "NOUN":
        yield f"promisor.noun={token.lemma_.lower()}"
        yield f"promisor.number={token.tag_}"


def _of_clause(proposal: Proposal) -> Iterator[str]:
    binder = proposal.candidate.binder
    yield f"binder.dep={binder.dep_}"
    yield f"binder.dep+shape={binder.dep_}|{proposal.candidate.shape}"
    mark = _governing_mark(binder)
    if mark is not None:
        yield f"mark={mark}"
    for head in list(syntax.ancestors(binder))[:1]:
        yield f"head={head.lemma_.lower()}"
        yield f"head.pos={head.pos_}|{binder.dep_}"
    for child in binder.children:
        if child.dep_ == "advmod":
            yield f"binder.adverb={child.lower_}"


def _governing_mark(token: Token) -> str | None:
    """The subordinating word over a token: that of its own clause or of one that contains it."""
    for head in (token, *syntax.ancestors(token)):
        for found in head.children:
            if found.dep_ in {"mark", "advmod"} and found.lower_ in CLAUSE_MARKS and found.i < token.i:
                return found.lower_
        if head.dep_ in {"ccomp", "ROOT"}:
            return None
    return None


def _of_setting(proposal: Proposal, analysis: Analysis, voice: str) -> Iterator[str]:
    sentence = proposal.sentence.span
    shape = proposal.candidate.shape
    attribution = proposal.attribution
    yield f"genre={analysis.document.genre}|{shape}"
    yield f"block={proposal.sentence.block.kind}|{shape}"
    yield f"quoted={attribution.quotation is not None}|{shape}|{voice}"
    yield f"attribution={attribution.rule_id}|{voice}"
    if attribution.verb is not None:
        yield f"saying={attribution.verb.lemma_.lower()}"
    yield f"first={first_word(sentence).lower_}" if proposal.sentence.number else "first=opening"
    words = {token.lower_ for token in _around(proposal.action, sentence)}
    yield from (f"past={word}" for word in sorted(words & PAST_WORDS))
    yield from (f"ahead={word}" for word in sorted(words & AHEAD_WORDS))
    if any(token.text in "$€£" for token in proposal.action):
        yield f"money={shape}"
    length = len(sentence)
    yield f"sentence.length={'short' if length < 8 else 'middle' if length < 30 else 'long'}"


def _around(action: Span, sentence: Span) -> Span:
    """The action with the three tokens before and after it, within its sentence."""
    return sentence.doc[max(sentence.start, action.start - 3) : min(sentence.end, action.end + 3)]
