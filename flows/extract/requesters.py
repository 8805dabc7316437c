"""Who asks for what a record tells: whoever the sentence says, else whoever speaks or writes."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.analysis import Analysis
from flows.extract.components.party import Party
from flows.extract.judge import Judgement
from flows.extract.parse import Token
from flows.extract.proposals import Proposal

ASKERS = ("from", "by")  # behind a noun that asks, before whose it is


def requested_by(analysis: Analysis, proposal: Proposal, judgement: Judgement) -> tuple[str, ...]:
    """Who asks: the subject of the verb of asking, else whoever is cited, else whose text it is."""
    if judgement.force != "request":
        return ()
    candidate, attribution = proposal.candidate, proposal.attribution
    asker = analysis.resolver.of(_asking(candidate.binder))
    wants = candidate.shape == "clause" and candidate.force != "request"  # "wants the grain shipped by Fiji"
    found = asker if candidate.shape == "request" or wants else ()
    own = attribution.label is None and attribution.quotation is None and _is_i(candidate.binder)
    if analysis.voice is not None and own:
        found = (analysis.voice,)
    if not found:
        told = analysis.resolver.speakers(attribution) or analysis.resolver.authors
        # "we have been asked to wait", who is asked said
        found = tuple(party for party in told if party not in proposal.promisors)
    if found == proposal.promisors and found == asker:
        found = _in_own_words(analysis, _asking(candidate.binder)) or found
    return tuple(dict.fromkeys(party.name for party in found))


def _in_own_words(analysis: Analysis, asker: Token | None) -> tuple[Party, ...]:
    """Who asks an organ of their own state: "Peru's court" of "Peru's court told the government to …"."""
    told_whose = asker is not None and asker.pos_ == "NOUN" and syntax.children(asker, *syntax.MODIFYING)
    return analysis.resolver.in_words(asker) if asker is not None and told_whose else ()


def _is_i(binder: Token) -> bool:
    """Whether whoever's text it is asks: "I ask you to wait"."""
    subject = syntax.subject_of(binder) if syntax.is_verb(binder) else None
    return subject is not None and subject.lower_ == "i"


def _asking(binder: Token) -> Token | None:
    """Who asks: of a text that asks, whoever issued it ("issued an ultimatum demanding that …")."""
    if not syntax.is_verb(binder):  # "calls from Peru for grain"
        return syntax.noun_after(binder, ASKERS) or syntax.child(binder, "poss") or syntax.subject_of(binder)
    if syntax.is_passive(binder):
        return syntax.passive_agent(binder)
    text = binder.head
    if binder.dep_ == "acl" and text.dep_ == "dobj" and text.ent_type_ not in syntax.NAMED_LABELS:
        return syntax.subject_of(text.head)
    return syntax.subject_of(binder)
