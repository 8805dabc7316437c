"""Verbs that bind their subject to an act in their complement: "pledged to send boats"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flows.extract import syntax
from flows.extract.components.apart import apart_from_verb
from flows.extract.components.candidate import Candidate
from flows.extract.components.complements import complements
from flows.extract.components.cue_lexicon import cue_index, has_beside, has_particle
from flows.extract.components.cue_rules import VerbCue
from flows.extract.components.noun_cues import names_act_of_its_own
from flows.extract.components.object_acts import lone_predicate, takes
from flows.extract.components.operative import is_operative
from flows.extract.components.terms import enacts, is_done, told_by_text
from flows.extract.parse import Token

INVITING = "offer.invite"
SHARING = frozenset({"each", "both", "all"})  # "the ports are each to pay half"


def verb_candidates(verb: Token) -> list[Candidate]:
    """What a verb commits to by its rules: "send" of "pledged to send boats".

    What stands apart from it counts only where no rule finds an act: "refused for two days to sail".
    """
    if only_wishes_to_say(verb):
        return []
    rules = _rules(verb)
    found = [candidate for rule in rules for candidate in _by_rule(verb, rule)]
    return found or [candidate for rule in rules for candidate in apart_from_verb(verb, rule)]


def promises_itself(verb: Token) -> bool:
    """Whether a verb is one of promising, with what it promises: "commit to work", "announce that"."""
    return _finds_act(verb, (rule for rule in _rules(verb) if rule.speech and rule.force == "pledge"))


def refuses_act(verb: Token) -> bool:
    """Whether a verb is one of refusing, with what it refuses: "refuse to pay", "rule out a sale"."""
    return _finds_act(
        verb,
        (rule for rule in _rules(verb) if rule.force == "refusal" and "infinitive" in rule.complements),
    )


def only_says(verb: Token) -> bool:
    """Whether a verb only tells of an act that its complement names: "announce a loan", "inform you that"."""
    informs = verb.lemma_.lower() in cue_index().noun_lists["informing"]
    return promises_itself(verb) or (informs and syntax.child(verb, "ccomp") is not None)


def only_wishes_to_say(verb: Token) -> bool:
    """Whether somebody wishes, politely, to say what follows, and means no act by it.

    "The ministry wishes to inform the public that fees will fall", "I would like to announce a loan".
    """
    if verb.lemma_.lower() not in cue_index().noun_lists["wishing"] or syntax.negation(verb) is not None:
        return False
    below = filter(syntax.has_to, syntax.children(verb, "xcomp"))
    return any(map(only_says, below))


def is_decided(clause: Token) -> bool:
    """Whether a clause is what somebody decided: "is" of "Peru decided that it is best to wait"."""
    return clause.dep_ == "ccomp" and clause.head.lemma_ in cue_index().noun_lists["finding"]


def _rules(verb: Token) -> list[VerbCue]:
    return cue_index().verbs.get(verb.lemma_.lower(), [])


def _finds_act(verb: Token, rules: Iterable[VerbCue]) -> bool:
    return any(True for rule in rules for _ in _by_rule(verb, rule))


def _by_rule(verb: Token, rule: VerbCue) -> Iterator[Candidate]:
    """The acts of a verb by one rule; not a clause that itself offers: "said that it is offering to pay".

    A resolution that "Invites donors to pay" asks, and offers nothing.
    """
    if not _counts(verb, rule) or (rule.id == INVITING and is_operative(verb)):
        return
    for kind in rule.complements:
        for act, shape in complements(verb, kind, rule):
            if shape != "clause" or not _is_offering(act):
                yield Candidate(
                    act, verb, verb, rule.id, rule.force, rule.certainty, shape, speech=rule.speech
                )


def _is_offering(verb: Token) -> bool:
    """Whether a verb tells of an offer under way, which names its own act: "is offering to host it"."""
    if syntax.progressive_of(verb) is None:
        return False
    return _finds_act(verb, (rule for rule in _rules(verb) if rule.force == "offer"))


def _counts(verb: Token, rule: VerbCue) -> bool:
    """Whether a verb stands with all that a rule wants beside it, and with nothing that makes it another."""
    index, lemma = cue_index(), verb.lemma_.lower()
    if not has_particle(verb, rule.particles.get(lemma)):
        return False
    if lemma in rule.objects_of and not _has_object_among(verb, index.noun_lists[rule.objects_of[lemma]]):
        return False
    if not has_beside(verb, rule.beside):
        return False
    if any(word.lower_ in rule.not_with for word in syntax.children(verb, "prt", "advmod", "prep")):
        return False
    if any(word.lower_ in rule.not_particles.get(lemma, ()) for word in _particles(verb)):
        return False
    if any(_is_alone(word) for word in verb.children if word.lower_ in rule.idle_with):
        return False
    if lemma in rule.active and verb.tag_ == "VBN" and not syntax.is_perfect(verb):
        return False
    if rule.bare is not None and not _is_bare(verb, index.noun_lists[rule.bare]):
        return False
    texts = rule.subjects_of.get(lemma, rule.subjects)
    if texts and told_by_text(verb, texts) is None:
        return False
    if (rule.done or rule.unfinished) and is_done(verb) == rule.unfinished:
        return False
    return _enacts(verb) or not rule.enacts


def _particles(verb: Token) -> Iterator[Token]:
    """The words that may make another verb of one, with nothing behind them: "moved in", "looks forward"."""
    for word in syntax.children(verb, "prt", "advmod", "prep"):
        if syntax.child(word, "pobj") is None:
            yield word


def _enacts(verb: Token) -> bool:
    """Whether a verb tells what its text does, and not which act that names: "restates its promise to"."""
    return enacts(verb) and not any(map(names_act_of_its_own, syntax.children(verb, "dobj")))


def _is_alone(particle: Token) -> bool:
    """Whether nothing stands behind a particle: "stand by while it burns", not "stand by Peru"."""
    return syntax.child(particle, "pobj", "pcomp") is None


def _has_object_among(verb: Token, allowed: frozenset[str]) -> bool:
    """Whether a verb's object is one of ``allowed``: "called a vote", not "called the vote a sham"."""
    named = syntax.child(verb, "oprd") is not None and not lone_predicate(verb)
    return takes(verb, allowed) and not named


def _is_bare(verb: Token, aims: frozenset[str]) -> bool:
    """Whether a verb governs its act itself, or names an aim: "is to meet", "it is our policy to protect".

    So does what somebody decided: "determined that it is necessary to extend the ban". What stands behind the
    act is no name for it, whatever the parse says: "is to send a tug, a step that …".
    """
    named = next((noun for noun in syntax.children(verb, "attr") if noun.lower_ not in SHARING), None)
    act = next(filter(syntax.is_infinitive, syntax.children(verb, "xcomp")), None)
    if named is not None and (act is None or named.i < act.i):
        return named.lemma_.lower() in aims
    subject = syntax.child(verb, "nsubj", "expl")
    empty = subject is not None and subject.lower_ in {"it", "there"}
    if empty and is_decided(verb):
        return True
    if empty and act is not None and _follows(act, verb):
        return True
    return not empty and syntax.child(verb, "acomp") is None


def _compares(word: Token | None) -> bool:
    """Whether a word compares what follows: "however hard it is to say", "better than it is to pay"."""
    return word is not None and (word.pos_ == "ADJ" or word.lower_ == "than")


def _follows(act: Token, be: Token) -> bool:
    """Whether an act stands right behind "be", so that "it" is somebody: "it is to pay".

    "It is to be hoped" and "it is for Peru to pay" have an empty "it".
    """
    between = be.doc[be.i + 1 : act.i]
    subject = syntax.neighbour(be, -1)
    before = syntax.neighbour(be, -2)
    if subject is None or subject.lower_ != "it" or _compares(before):
        return False
    return not syntax.is_passive(act) and all(word.tag_ in {"TO", "RB"} for word in between)
