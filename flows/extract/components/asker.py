"""Who asks a word for something, and so is not meant by it: "Peru" of "Peru urged the government to pay"."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.components.names import Names
from flows.extract.parse import Token

TO_WHOM = frozenset({"on", "upon", "to"})  # behind verbs of asking: "called on him", "appealed to him"


def asking_verb(asked: Token) -> Token | None:
    """The verb that asks whoever a word stands for: "called" of "called on him to go".

    So does "demanded" of "demanded that he go"; nobody asks so for leave ("asked if he could go").
    """
    behind = asked.dep_ == "pobj" and asked.head.lower_ in TO_WHOM
    if behind or (asked.dep_ == "nsubj" and _is_asked_for(asked.head)):
        verb = asked.head.head
    else:
        verb = asked.head if asked.dep_ in {"dobj", "dative"} else asked
    return verb if syntax.is_verb(verb) and verb.lemma_.lower() in cue_index().requests else None


def names_asking(names: Names, asked: Token) -> frozenset[str]:
    """The names that are the subject of the verb that asks a word for something."""
    verb = asking_verb(asked)
    asker = syntax.subject_of(verb) if verb is not None and not syntax.is_passive(verb) else None
    if asker is None or asker.i > asked.i:
        return frozenset()
    return frozenset(named.name for head in syntax.conjuncts(asker) if (named := names.at(head)) is not None)


def _is_asked_for(act: Token) -> bool:
    """Whether a clause is what somebody is to do, by its form: "him to go", "that he go"."""
    if not syntax.is_verb(act) or syntax.is_passive(act) or act.dep_ not in {"xcomp", "ccomp", "advcl"}:
        return False
    bare = act.tag_ in {"VB", "VBP"} and not syntax.auxiliaries(act)
    return syntax.is_infinitive(act) or bare
