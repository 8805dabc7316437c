"""What only says how a text is to be read: its headings, the terms it defines, leave it gives, its preamble.

The lexicon is ``lexicons/no_acts.toml``. "“host” means the Party on whose soil the drill shall take place",
"Wishing to keep ties by which skills shall be shared".
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.components.no_act_lexicon import Definition, no_act_lexicon
from flows.extract.components.permission import is_permitted
from flows.extract.parse import Token

DUTIES = frozenset({"modal.shall", "modal.will"})  # what a definition or a preamble's clause may hold
ENTRY_MARKS = frozenset({";", ":", "”", "’", "'", '"'})  # between a term and what it means


def rules_of_sentence(candidate: Candidate) -> Iterator[str]:
    """The rules by which the whole sentence of an act binds nobody: a heading, an entry, leave to act."""
    lexicon = no_act_lexicon()
    if candidate.act.sent.text.lstrip().lower().startswith(lexicon.heading.phrases):
        yield lexicon.heading.id
    if _is_entry(candidate.act, lexicon.definition):
        yield lexicon.definition.id
    if is_permitted(candidate.act):
        yield lexicon.leave.id


def rules_above_duty(candidate: Candidate) -> Iterator[str]:
    """The rules by which what a duty stands below binds nobody: a definition, a clause of a preamble."""
    if candidate.rule_id not in DUTIES:
        return
    lexicon, above = no_act_lexicon(), tuple(syntax.ancestors(candidate.act))
    if any(_defines(word, candidate.act, lexicon.definition) for word in above):
        yield lexicon.definition.id
    if any(_opens_preamble(word, lexicon.preamble.lemmas) for word in above):
        yield lexicon.preamble.id


def _is_entry(act: Token, definition: Definition) -> bool:
    """Whether a sentence is an entry of a list of terms, a mark behind its term: "Host; means a Party"."""
    for verb in act.sent:
        if verb.lemma_.lower() in definition.lemmas and verb.i > verb.sent.start:
            return verb.tag_ in {"VBZ", "NNS"} and verb.doc[verb.i - 1].text in ENTRY_MARKS
    return False


def _defines(verb: Token, act: Token, definition: Definition) -> bool:
    """Whether a verb tells what a term means, in the clause of which an act stands."""
    if verb.lemma_.lower() not in definition.lemmas or verb.tag_ != "VBZ" or verb.i > act.i:
        return False
    term = syntax.child(verb, "nsubj")
    marked = any(
        child.lower_ == "that" for clause in verb.children for child in syntax.children(clause, "mark")
    )
    return term is not None and term.lower_ not in definition.pointing and not marked


def _opens_preamble(word: Token, lemmas: frozenset[str]) -> bool:
    """Whether a word is the participle that opens a sentence of a preamble ("Recalling that …")."""
    first = next((token for token in word.sent if token.is_alpha), None)
    return word.tag_ == "VBG" and word == first and word.lemma_.lower() in lemmas
