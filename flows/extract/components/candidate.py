"""The acts that cues propose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from flows.extract.parse import Token
from models.vocabulary import Certainty, Force

Shape = Literal[
    "modal", "infinitive", "gerund", "clause", "object", "preposition", "itself", "noun", "bullet",
    "progressive", "request", "fulfilment", "predicate",
]  # fmt: skip


@dataclass(frozen=True)
class Candidate:
    """An act that might be committed to: ``act`` heads it, ``cue`` is the word that says so.

    ``binder`` is the token whose subject binds itself (the act itself under a modal, "pledged" in
    "pledged to send"); ``asked`` is the party that a request addresses, ``holder`` the noun to which a
    nominal cue belongs ("Germany" in "Germany's promise") or on which a list hangs, ``lead`` the word that
    leads to that list ("will" of "Germany will:"), each where the parse shows one. ``until`` is the token at
    which an item of a list inside a sentence ends, ``share_end`` the one at which a party's share does where
    several share a verb; ``alone`` tells that who is coordinated with the holder has another share.
    """

    act: Token
    cue: Token
    binder: Token
    rule_id: str
    force: Force
    certainty: Certainty
    shape: Shape
    speech: bool = False
    asked: Token | None = None
    holder: Token | None = None
    lead: Token | None = None
    until: int | None = None
    share_end: int | None = None
    alone: bool = False

    @property
    def is_item(self) -> bool:
        """Whether the act is that of an item or heading, or of a list inside a sentence."""
        return self.shape == "bullet" or self.lead is not None
