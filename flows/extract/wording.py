"""How a proposal reads: the words that the encoder is given, its act marked in its sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flows.extract.analysis import Analysis
from flows.extract.components.force_lexicon import text_speaks
from flows.extract.proposals import Proposal
from models import Document

LONGEST_PROMISORS = 60  # characters of the promisors' names
REACH = 210  # characters of a long sentence on either side of where the act begins
SENTENCES_BEFORE = 2  # that may tell what an act without a telling word is about
LONGEST_BEFORE = 420  # characters of them, the last
BEHIND = 60  # characters behind an act, or behind what of it is within reach
MARKER = "["  # before an act
OPENS, CLOSES = f"{MARKER} ", " ]"


@dataclass(frozen=True, slots=True)
class Wording:
    """What the encoder reads of a proposal: what it is about, and its sentence with the act in brackets.

    ``about`` tells the genre, who is heard, the promisors and the rule. The sentence is in three parts,
    ``act`` in the middle; a long one is cut around the start of the act, and ``first`` is the character of
    the whole sentence at which what is left begins.
    """

    about: str
    before: str
    act: str
    after: str
    first: int = 0

    @property
    def sentence(self) -> str:
        """The sentence as it is read."""
        return f"{self.before}{OPENS}{self.act}{CLOSES}{self.after}"

    def place_of(self, character: int) -> int | None:
        """Where a character of the whole sentence stands in ``sentence``; None where it is cut away."""
        at = character - self.first
        for part, marks in ((self.before, 0), (self.act, len(OPENS)), (self.after, len(OPENS + CLOSES))):
            if 0 <= at < len(part):
                return character - self.first + marks
            at -= len(part)
        return None


def wording_of(proposal: Proposal, document: Document) -> Wording:
    """The wording of one proposal of ``document``."""
    candidate = proposal.candidate
    promisors = ", ".join(party.name for party in proposal.promisors)
    group = candidate.rule_id.split(".")[0]
    about = (
        document.genre or "unknown",
        _voice(proposal, document),
        promisors[:LONGEST_PROMISORS],
        f"{group} {candidate.binder.lemma_}",
    )
    return _around_act(proposal, " ; ".join(about))


def wording_in_text(proposal: Proposal, analysis: Analysis) -> Wording:
    """The wording of a proposal with the end of what stands before its sentence in front."""
    number = proposal.sentence.number
    before = analysis.sentences[max(0, number - SENTENCES_BEFORE) : number]
    told = " ".join(sentence.span.text for sentence in before)[-LONGEST_BEFORE:]
    wording = wording_of(proposal, analysis.document)
    if not told:
        return wording
    return replace(wording, before=f"{told} {wording.before}", first=wording.first - len(told) - 1)


def _voice(proposal: Proposal, document: Document) -> str:
    """Whose words they are: ``quoted``, ``cited``, a ``document``'s that speaks for itself, or ``told``."""
    attribution = proposal.attribution
    if attribution.quotation is not None:
        return "quoted"
    if attribution.speaker is not None or attribution.label is not None:
        return "cited"
    return "document" if text_speaks(document.genre) else "told"


def _around_act(proposal: Proposal, about: str) -> Wording:
    text = proposal.sentence.span.text
    start = max(0, proposal.action.start_char - proposal.sentence.span.start_char)
    end = proposal.action.end_char - proposal.sentence.span.start_char
    first = max(0, start - REACH)
    act_end = min(end, start + 2 * REACH)
    last = max(act_end, start + REACH) + BEHIND
    return Wording(about, text[first:start], text[start:act_end], text[act_end:last], first)
