"""What stands behind an act's words and tells when it was announced, what led to it, or how it ranks.

``lexicons/attribution.toml`` lists the mishaps, the deals and what ranks an act.
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.attribution_lexicon import attribution_lexicon, saying_verbs
from flows.extract.parse import Token


def is_bare_time(noun: Token) -> bool:
    """Whether words are a length of time or a day, and not how long something lasted: "weeks of protests"."""
    told = [word for word in syntax.children(noun, "prep") if syntax.child(word, "pobj", "pcomp") is not None]
    return noun.ent_type_ in syntax.TIME_LABELS and not told


def tells_occasion(phrase: Token) -> bool:
    """Whether a phrase tells what led to an act that is only told of, or what it is done in spite of.

    "Despite protests", "following two days of storms", "after the collapse of a dam", "after weeks of rain";
    not "after the vote".
    """
    noun = syntax.child(phrase, "pobj") if phrase.dep_ == "prep" else None
    if noun is None:
        return False
    if phrase.lower_ in attribution_lexicon().occasions.lemmas:
        return not is_bare_time(noun)
    mishap = syntax.noun_after(noun, ("of",)) if noun.ent_type_ in syntax.TIME_LABELS else noun
    mishaps = attribution_lexicon().mishaps.lemmas
    return phrase.lower_ == "after" and mishap is not None and mishap.lemma_.lower() in mishaps


def under_deal(phrase: Token) -> bool:
    """Whether a phrase tells by what deal somebody is to act: "leave the town under a deal made in May"."""
    noun = syntax.child(phrase, "pobj") if phrase.lower_ == "under" else None
    deals = attribution_lexicon().deals.lemmas
    return noun is not None and noun.lemma_.lower() in deals and syntax.begins_with_a(noun)


def ranks(noun: Token) -> bool:
    """Whether a noun behind a comma tells how an act ranks: ", its largest mission since the war"."""
    first, ranking = noun.left_edge, attribution_lexicon().ranking
    opened = first.tag_ == "PRP$" or first.lower_ == "the"
    best = any(word.tag_ == "JJS" or word.lower_ in ranking.lemmas for word in syntax.children(noun, "amod"))
    timed = any(
        word.lower_ in ranking.since and _leads_to_time(word) for word in syntax.children(noun, "prep")
    )
    return opened and best and timed


def _leads_to_time(preposition: Token) -> bool:
    below = syntax.child(preposition, "pobj", "pcomp")
    return preposition.lower_ == "since" or (below is not None and below.ent_type_ in syntax.TIME_LABELS)


def tells_when_announced(found: Token, noun: Token) -> bool:
    """Whether words that the parse hangs on what was announced tell when that was: "announced the pact
    Tuesday", "announced its closure on Monday"; "announced a strike next week" looks ahead.
    """
    verb = noun.head
    told = noun.dep_ == "dobj" and verb.tag_ == "VBD" and verb.lemma_.lower() in saying_verbs()
    if not told or found.i < noun.i:
        return False
    day = found
    if found.dep_ == "prep" and found.lower_ == "on":
        day = syntax.child(found, "pobj") or found
    elif found.dep_ != "npadvmod":
        return False
    ahead = any(word.lower_ in {"next", "coming"} for word in found.subtree)
    dated = day.lower_.endswith("day") or day.left_edge.lower_ in {"this", "last"}
    return day.ent_type_ in syntax.TIME_LABELS and dated and not ahead
