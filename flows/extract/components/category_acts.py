"""Acts whose category their verb and who does them, or what they are done to, tell together.

"Withdraw its troops from the valley", "its soldiers will leave", "exchange two captured pilots". The lexicon
is ``[[act]]`` of ``lexicons/category.toml``.
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.lexicon import LexiconModel
from flows.extract.parse import Token
from models.vocabulary import Category

DONE_TO = ("dobj", "nsubjpass")


class TellingAct(LexiconModel):
    """Verbs that tell a category with one of ``nouns``: as what they are done to, or ``by_subject``.

    One of ``with_words`` stands beside the verb, if any are given, and none of ``not_with``.
    """

    id: str
    category: Category
    lemmas: frozenset[str]
    nouns: frozenset[str]
    by_subject: bool = False
    with_words: frozenset[str] = frozenset()
    not_with: frozenset[str] = frozenset()


def told_by_act(act: Token, rules: tuple[TellingAct, ...]) -> TellingAct | None:
    """The first of ``rules`` that fits an act; None where none does."""
    verb = syntax.acting_verb(act)
    return next((rule for rule in rules if _fits(verb, rule)), None) if syntax.is_verb(verb) else None


def _fits(verb: Token, rule: TellingAct) -> bool:
    if verb.lemma_.lower() not in rule.lemmas:
        return False
    beside = {word.lower_ for word in syntax.children(verb, "prt", "advmod", "prep")}
    if (rule.with_words and not beside & rule.with_words) or beside & rule.not_with:
        return False
    named = (syntax.subject_of(verb),) if rule.by_subject else syntax.children(verb, *DONE_TO)
    return any(noun is not None and syntax.noun_lemma(noun) in rule.nouns for noun in named)
