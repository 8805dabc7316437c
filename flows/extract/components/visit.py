"""Visits: who "called on the minister to congratulate her" went to see her, and asked for nothing.

The lexicon is ``[visit]`` of ``lexicons/cues.toml``.
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.parse import Token


def is_visit(verb: Token, act: Token) -> bool:
    """Whether an infinitive behind a verb of calling on somebody tells what a visit was for.

    Courtesies always do ("called on Ada Berg to thank her"); what is also asked of people, such as to
    discuss something, does where a day is told between: "called on Ada Berg on Friday to discuss trade".
    """
    visit = cue_index().visit
    past = verb.tag_ == "VBD" or syntax.is_perfect(verb)
    if verb.lemma_.lower() not in visit.verbs or not past:
        return False
    visited = syntax.noun_after(verb, visit.prepositions)
    if visited is None or syntax.is_plural(visited):  # "called on all bakers to thank her"
        return False
    lemma = act.lemma_.lower()
    if lemma in visit.courtesies or any(
        noun.lemma_.lower() in visit.objects.get(lemma, ()) for noun in syntax.children(act, "dobj")
    ):
        return True
    between = act.doc.tokens[verb.i + 1 : act.i]
    return lemma in visit.talks and any(word.ent_type_ in syntax.TIME_LABELS for word in between)
