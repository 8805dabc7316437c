"""The lexicon of acts that bind nobody, ``lexicons/no_acts.toml``."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import model_validator

from flows.extract.lexicon import Lemmas, LexiconModel, Phrases, by_lemma, read_once

Subjects = Literal["speakers", "i", "question", "anyone", "text", "event", "thing", "public", "measure"]
LONGEST_FOLLOWING = 3  # words of a `followed_by`


class NoAct(LexiconModel):
    """One kind of act that binds nobody; see the lexicon for what each condition means."""

    id: str
    lemmas: frozenset[str]
    subjects: Subjects
    followed_by: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    clause: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    phrases: frozenset[str] = frozenset()
    not_with: frozenset[str] = frozenset()
    to_person: bool = False
    modal: bool = False
    affirmed: bool = False
    denied: bool = False
    passive: bool = False
    under_way: bool = False
    bare: bool = False
    by: frozenset[str] = frozenset()
    timed: bool = False
    of_things: bool = False
    of_people: bool = False


class Describing(LexiconModel):
    """Verbs that, in the present, tell what somebody is for, and nouns of whom they tell only that."""

    id: str
    lemmas: frozenset[str]
    bodies: frozenset[str]


class Trusting(Lemmas):
    """Words by which one trusts, fears or minds that others act; those ``sure`` do only where denied.

    Those ``fearing`` do so of whoever acts, those ``pleased`` of what nobody is named to do.
    """

    sure: frozenset[str]
    fearing: frozenset[str]
    pleased: frozenset[str]


class Supposed(Lemmas):
    """Nouns before "that" by which a clause is only thought, and those ``feared`` before "is that"."""

    feared: frozenset[str]


class PassedOver(Lemmas):
    """Words before what is not done in favour of an act, some only where both acts would be done."""

    sooner: frozenset[str]


class Trait(Lemmas):
    """Verbs that show a trait, and words for whose it is."""

    owners: frozenset[str]


class Picked(Lemmas):
    """Words before those of whom a clause tells who is meant, and verbs of what such may choose."""

    choosing: frozenset[str]


class Conditional(Lemmas):
    """Words that open a condition, and those that do between "as" and "as".

    The clause of those ``led_by`` may go on by "and" where the parse joins it to the act above.
    """

    measured: frozenset[str]
    led_by: frozenset[str]


class Definition(Lemmas):
    """Verbs that tell what a term means, and the subjects with which they tell of something else."""

    pointing: frozenset[str]


class Answering(Lemmas):
    """Words for shares, and for the people of whom such are asked what they would do."""

    public: frozenset[str]


class SubjectWords(LexiconModel):
    """Words for the subjects that rules name, and for what is nobody.

    ``pointing`` stand before a text that speaks of itself, ``things`` for what is told before, ``amounts``
    for how much of something there is, ``public`` for people in general, ``measures`` for
    what is done for an effect.
    """

    speakers: frozenset[str]
    questions: frozenset[str]
    pointing: frozenset[str]
    things: frozenset[str]
    amounts: frozenset[str]
    public: frozenset[str]
    measures: frozenset[str]


class Leave(Phrases):
    """Words behind which a list tells what somebody may do, and the verbs of lines that give leave."""

    verbs: frozenset[str]


class ToldEffect(LexiconModel):
    """What a thing takes that only comes about, verbs of ``getting`` and carrying that somebody sees to, and
    ``plans`` by which somebody means to act.
    """

    id: str
    coming_about: frozenset[str]
    getting: frozenset[str]
    plans: frozenset[str]


class NoActLexicon(LexiconModel):
    """All of ``no_acts.toml``."""

    act: tuple[NoAct, ...]
    subject_words: SubjectWords
    describing: Describing
    unsettled: Lemmas
    telling: Lemmas
    inquiring: Lemmas
    texts: Lemmas
    events: Lemmas
    indefinite: Lemmas
    troubles: Lemmas
    steps: Lemmas
    told_effect: ToldEffect
    judging: Lemmas
    shares: Lemmas
    passed_over: PassedOver
    trait: Trait
    bond: Lemmas
    enacted: Lemmas
    lost_hope: Lemmas
    seen_to: Lemmas
    rumour: Lemmas
    forecast: Lemmas
    supposed: Supposed
    polled: Lemmas
    answering: Answering
    warned: Lemmas
    nearly: Lemmas
    trusting: Trusting
    habit: Lemmas
    picked: Picked
    awaited: Lemmas
    called_off: Lemmas
    ruled: Lemmas
    conditional: Conditional
    depended: Lemmas
    unsaid: Lemmas
    disowned: Lemmas
    thanks: Lemmas
    alleged: Lemmas
    exposed: Lemmas
    lacked: Lemmas
    pointer: Lemmas
    hearers: Lemmas
    advising: Lemmas
    time_had: Lemmas
    on_average: Phrases
    definition: Definition
    preamble: Lemmas
    heading: Phrases
    operative: Lemmas
    purpose: Phrases
    leave: Leave
    achieved: Lemmas

    @model_validator(mode="after")
    def _short_enough(self) -> NoActLexicon:
        for rule in self.act:
            if too_long := sorted(
                words for words in rule.followed_by if len(words.split()) > LONGEST_FOLLOWING
            ):
                raise ValueError(f"{rule.id}: longer than {LONGEST_FOLLOWING} words: {too_long[0]!r}")
        return self


no_act_lexicon = read_once("no_acts", NoActLexicon)


@cache
def rules_by_verb() -> dict[str, list[NoAct]]:
    """The rules by the lemma of the acting verb."""
    return by_lemma(no_act_lexicon().act)
