"""Joint speakers: several with names of their own who say something together: "Peru and Fiji said"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flows.extract import syntax
from flows.extract.components.attribution import Attribution
from flows.extract.components.party import Party
from flows.extract.components.party_lexicon import means_speaker, party_lexicon
from flows.extract.components.resolver import PartyResolver
from flows.extract.parse import Token
from models.vocabulary import SpeakerType

MOST_NAMES = 6  # that one plural noun or pronoun stands for as who speaks
REPORTING = frozenset({"say.plain", "say.claim", "say.commit", "say.showing", "say.wording"})
NAMELESS = frozenset({"other", "group"})  # kinds of parties that are known by a description


@dataclass(frozen=True)
class Speaker:
    """Who said it (None where nobody is cited) and in which way the text names them."""

    name: str | None
    speaker_type: SpeakerType


def together(speakers: Sequence[Speaker | None]) -> Speaker | None:
    """Those who speak side by side as one: all of them where each has a name, else the first alone."""
    names = [each.name for each in speakers if each is not None and each.speaker_type == "named"]
    if len(names) < len(speakers):
        return speakers[0]
    return Speaker(listed(name for name in names if name is not None), "named")


def name_of_all(token: Token, first: Party, parties: Iterable[Party]) -> str:
    """The names of all for whom a plural stands as who speaks: "they" of Fiji and Peru, else ``first``'s."""
    plural = syntax.is_plural(token) or token.lower_ in party_lexicon().pronouns.plural
    names = {party.name: party.kind for party in parties}
    known = all(kind not in NAMELESS for kind in names.values())
    return listed(names) if plural and known and len(names) <= MOST_NAMES else first.name


def listed(names: Iterable[str]) -> str:
    """Names as a list in words, each once: "Peru, Fiji and Chad"."""
    *before, last = dict.fromkeys(names)
    return f"{', '.join(before)} and {last}" if before else last


def is_of_one_side(attribution: Attribution, resolver: PartyResolver) -> bool:
    """Whether an official text reports what one of several said: "the Fijian side stated that …".

    What all of them said, and the one whose text it is, the text says itself.
    """
    speaker, verb = attribution.speaker, attribution.verb
    if speaker is None or verb is None or means_speaker(speaker):
        return False
    if attribution.rule_id not in REPORTING or verb.tag_ not in syntax.PAST_TAGS or verb.dep_ == "relcl":
        return False
    parties = resolver.speakers(attribution)
    kinds, names = {party.kind for party in parties}, {party.name for party in parties}
    known = kinds <= {"state", "organisation"} or (kinds == {"person"} and len(parties) == 1)
    return bool(parties) and known and not names >= {author.name for author in resolver.authors}
