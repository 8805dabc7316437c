"""Infinitives that are what a word commits to, though the parse hangs them on a word between.

"She has refused for two days to sail": the parse may have days to sail. They are sought only behind the
words of a rule's ``apart``, which hardly stand without an act, and only where no rule finds one.
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.components.cue_rules import AdjectiveCue, VerbCue
from flows.extract.parse import Token

CLAUSE_TAGS = frozenset({"MD", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB"})
CLAUSE_WORDS = frozenset({"that", "and", "but", "or", "if", "as", "than", ";", ":", "—", "–", "--", "("})
NOMINAL = frozenset({"NOUN", "PROPN"})


def apart_from_verb(verb: Token, rule: VerbCue) -> Iterator[Candidate]:
    """The act of a verb that stands apart from it: "offered in addition to equip a ward"."""
    if verb.lemma_.lower() not in rule.apart or _is_for_thing(verb, rule):
        return
    act = _infinitive_behind(verb)
    if act is not None:
        yield Candidate(
            act, verb, verb, rule.id, rule.force, rule.certainty, "infinitive", speech=rule.speech
        )  # fmt: skip


def apart_from_adjective(adjective: Token, rule: AdjectiveCue) -> Iterator[Candidate]:
    """The act of an adjective that stands apart from it: "is due in Lima on Monday to sign the pact"."""
    stands_apart = adjective.lower_ in rule.apart
    act = (_infinitive_behind(adjective) or _behind_remark(adjective)) if stands_apart else None
    if act is not None and adjective.dep_ == "acomp":
        yield Candidate(
            act, adjective, adjective.head, rule.id, rule.force, rule.certainty, "infinitive"
        )  # fmt: skip


def _behind_remark(adjective: Token) -> Token | None:
    """The act of an adjective behind a remark, on which the parse hangs it: "was ready, he said, to pay"."""
    be = adjective.head
    remark = syntax.child(be, "parataxis")
    if remark is None or remark.i < adjective.i:
        return None
    acts = filter(syntax.has_to, (*syntax.children(be, "xcomp"), *syntax.children(remark, "xcomp")))
    return next((act for act in acts if act.i > remark.i), None)


def _is_for_thing(verb: Token, rule: VerbCue) -> bool:
    """Whether what is promised is a thing, for which an infinitive tells what for it is given.

    "Offered no aid in May to rebuild", "the aid offered in May to rebuild"; "obliges all ships in port to
    stay" binds its object.
    """
    if verb.tag_ == "VBN" and not syntax.is_perfect(verb):
        return rule.passive != "promisor"
    return rule.force != "obligation" and syntax.child(verb, "dobj") is not None


def _infinitive_behind(cue: Token) -> Token | None:
    """The first "to" + verb behind a word, before another clause begins; None where a noun takes it."""
    noun: Token | None = None
    for token in cue.doc.tokens[cue.i + 1 : cue.sent.end]:
        if token.tag_ == "TO":
            act = token.head
            taken = noun is not None and _takes_act(noun)
            return (
                act
                if token.i < act.i and act.head != cue and syntax.is_infinitive(act) and not taken
                else None
            )
        if token.tag_ in CLAUSE_TAGS or token.lower_ in CLAUSE_WORDS or token.is_quote:
            return None
        noun = token if token.pos_ in NOMINAL else noun
    return None


def _takes_act(noun: Token) -> bool:
    """Whether a noun may have an act of its own: "offered at once a plan to build ships"."""
    index, lemma = cue_index(), noun.lemma_.lower()
    return lemma in index.nouns or lemma in index.requests
