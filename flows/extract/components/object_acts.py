"""Nouns beside a verb or adjective: which of them name the act, and which only who gets it or when.

"Announced a grant", "agreed to a ceasefire"; in "promised aid to Peru" Peru is no act.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import filterfalse

from flows.extract import syntax
from flows.extract.components.addressee import without_addressees
from flows.extract.components.candidate import Shape
from flows.extract.components.cue_lexicon import allowed_objects, cue_index
from flows.extract.components.cue_rules import VerbCue
from flows.extract.components.noun_cues import names_act_of_its_own, tells_where_told
from flows.extract.components.relative import object_before, objects_before
from flows.extract.components.told_to_act import addresses, sets_time_to_act
from flows.extract.parse import Token

NO_SUMS = syntax.TIME_LABELS | {"ORDINAL", "PERCENT"}  # of the recogniser
POINTING_WORDS = frozenset({"the", "this", "that", "any"})


def object_acts(verb: Token, rule: VerbCue) -> Iterator[tuple[Token, Shape]]:
    """The acts that a verb's object names by a rule, or the subject of its passive, each with its shape.

    "announced a grant": "grant", an object; "signed a contract to buy ships": "buy", an infinitive.
    """
    if any(map(syntax.parted_object, syntax.children(verb, "xcomp"))):
        return
    labels = ("dobj", "nsubjpass") if rule.passive == "act" and syntax.is_passive(verb) else ("dobj",)
    found = [] if addresses(verb) or sets_time_to_act(verb) else _objects(verb, *labels)
    reduced = verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.pos_ in {"NOUN", "NUM"}
    if rule.passive == "act" and reduced:
        found.append(verb.head)
    before = object_before(verb)
    if before is not None and _may_be_told_before(before, rule):
        found.append(before)
    allowed = allowed_objects(rule)
    if allowed is not None:
        found = among(found, allowed)
        purpose = next(filter(syntax.is_infinitive, syntax.children(verb, "advcl", "xcomp")), None)
        if found and purpose is not None and purpose.i > found[-1].i:  # "signed a contract to buy ships"
            yield purpose, "infinitive"
            return
    if rule.not_objects is not None:
        binding_nobody = cue_index().noun_lists[rule.not_objects]
        found = [noun for noun in found if noun.lemma_.lower() not in binding_nobody]
    for noun in without_addressees(found[:1] if rule.enacts else found, verb):
        asked = _what_it_asks(noun) if rule.force == "refusal" else None
        if asked is not None:
            yield asked, "object"
        elif names_act(noun) and (
            rule.force == "refusal" or not (names_act_of_its_own(noun) or _points_back(noun))
        ):
            yield noun, "object"


def _objects(verb: Token, *labels: str) -> list[Token]:
    """A verb's objects, also one that the parse takes for what another is called: "called a strike".

    What stands behind an infinitive is the object of that: "promised to hand in, by May, all maps".
    """
    found = syntax.children(verb, *labels) or lone_predicate(verb)
    acts = [act for act in syntax.children(verb, "xcomp") if syntax.has_to(act)]
    return [noun for noun in found if not any(verb.i < act.i < noun.i for act in acts)]


def lone_predicate(verb: Token) -> list[Token]:
    """A noun that the parse takes for what a verb calls something, where it calls nothing else."""
    if syntax.is_passive(verb) or syntax.child(verb, "dobj", "nsubjpass", "ccomp") is not None:
        return []
    return [noun for noun in syntax.children(verb, "oprd") if noun.pos_ == "NOUN" and noun.i > verb.i]


def prepositional_acts(word: Token, prepositions: tuple[str, ...]) -> Iterator[Token]:
    """The acts behind a verb's or adjective's prepositions: "agreed to a ceasefire": "ceasefire".

    The parse hangs some on a name: "assured Fiji of aid".
    """
    names = [noun for noun in syntax.children(word, "dobj") if noun.pos_ == "PROPN"]
    behind = (act for head in (word, *names) for act in syntax.complements_of(head, prepositions))
    for act in (*behind, *objects_before(word, prepositions)):
        dated = act.ent_type_ in syntax.TIME_LABELS and not _is_granted_time(act)
        if names_act(act) and not dated and not _receives(act, word):
            yield act


def is_sum(word: Token) -> bool:
    """Whether a word is of a sum of money or a number of something: "$5 million", "half"; not of days."""
    return word.ent_type_ == "MONEY" or (word.tag_ == "CD" and word.ent_type_ not in NO_SUMS)


def names_act(word: Token) -> bool:
    """Whether a word may name an act: no pronoun, "one", "more than once" or "the following"."""
    times = word.tag_ == "JJR" and any(syntax.child(than, "pcomp") for than in syntax.children(word, "prep"))
    alone = word.lower_ == "one" and not word.children
    none = word.pos_ == "PRON" or word.lower_ == "following" or _is_nothing_of_the_kind(word)
    return not (none or times or alone or _is_part_of_word(word))


def _is_nothing_of_the_kind(noun: Token) -> bool:
    """Whether a noun says that there is nothing of what was told before: "promised no such thing"."""
    words = {word.lower_ for word in noun.children}
    kind = syntax.noun_after(noun, ("of",))
    of_kind = noun.lower_ == "nothing" and kind is not None and kind.lower_ in {"kind", "sort"}
    return of_kind or {"no", "such"} <= words


def _is_part_of_word(word: Token) -> bool:
    """Whether the parse makes an object of a later part of a word: the "m" of "$94m", "-" and "blow"."""
    before = syntax.neighbour(word, -1)
    torn = before is not None and before.head != word and not before.whitespace_
    return word.text == "-" or (torn and before is not None and (before.tag_ == "CD" or before.text == "-"))


def _may_be_told_before(noun: Token, rule: VerbCue) -> bool:
    """Whether a noun before a relative clause is what its verb is about, and no word for that alone.

    "The aid that Norway promised", not "the pledge that Norway confirmed".
    """
    lists = cue_index().noun_lists
    return rule.objects is None and noun.lemma_.lower() not in lists["pointing"] | lists["commitment"]


def among(heads: Iterable[Token], allowed: frozenset[str]) -> list[Token]:
    """Those of the nouns, and of what is coordinated with them, whose lemmas are ``allowed``.

    Of "a treaty and two ships", by "treaty", where "treaty" alone is allowed.
    """
    return [noun for head in heads for noun in syntax.conjuncts(head) if noun.lemma_.lower() in allowed]


def takes(verb: Token, allowed: frozenset[str]) -> bool:
    """Whether a verb's object, or the subject of its passive, is ``allowed``: "called a vote", by "vote"."""
    return bool(among(syntax.children(verb, "dobj", "nsubjpass") or lone_predicate(verb), allowed))


def _what_it_asks(noun: Token) -> Token | None:
    """The verb of what a noun asks or suggests, which whoever rejects it will not do: "a call to resign"."""
    if noun.lemma_.lower() not in cue_index().noun_lists["asking"]:
        return None
    beside = [
        act for act in syntax.children(noun.head, "advcl", "xcomp") if act.left_edge.i > noun.right_edge.i
    ]
    for act in (*syntax.children(noun, "acl", "relcl", "ccomp", "xcomp"), *beside):
        mark = syntax.child(act, "mark")
        if syntax.has_to(act) or (mark is not None and mark.lower_ == "that"):
            return act
    return None


def _points_back(noun: Token) -> bool:
    """Whether a noun only stands for what was told before: "announced the step", "this move in a speech"."""
    (first, *others) = (*filterfalse(tells_where_told, noun.children), noun)
    bare = len(others) == 1 and first.dep_ == "det" and first.lower_ in POINTING_WORDS
    return bare and noun.dep_ == "dobj" and noun.lemma_.lower() in cue_index().noun_lists["pointing"]


def _is_granted_time(span: Token) -> bool:
    """Whether a span of time is what is agreed to, and not when: "agreed to two more days of talks"."""
    return span.tag_ == "NNS" and span.head.lower_ == "to" and syntax.child(span, "nummod") is not None


def _receives(noun: Token, verb: Token) -> bool:
    """Whether a noun after a preposition gets what the verb's object names ("promised $5 to Peru")."""
    return noun.ent_type_ in syntax.NAMED_LABELS and syntax.child(verb, "dobj") is not None
