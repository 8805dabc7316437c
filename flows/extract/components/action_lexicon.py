"""The lexicon of acts, ``lexicons/action.toml``: verbs that say little alone or lead to a clause."""

from __future__ import annotations

from flows.extract.lexicon import Lemmas, LexiconModel, read_once


class Taking(LexiconModel):
    """Verbs that with one of ``objects`` tell that something happens."""

    id: str
    lemmas: frozenset[str]
    objects: frozenset[str]


class Coming(LexiconModel):
    """Verbs that with one of the phrases ``beside`` them tell that something happens or changes."""

    id: str
    lemmas: frozenset[str]
    beside: tuple[str, ...]


class Light(LexiconModel):
    """Verbs whose passive says little without the one of ``nouns`` that it is about."""

    id: str
    lemmas: frozenset[str]
    nouns: frozenset[str]


class ActionLexicon(LexiconModel):
    """All of ``action.toml``."""

    happening: Lemmas
    taking: Taking
    coming: Coming
    bringing: Lemmas
    light: Light


action_lexicon = read_once("action", ActionLexicon)
