"""List items and headings without a subject: the act that they name, and the words that lead to it.

"The council will:" binds the council to every item below; "Expanding access to …" in a fact sheet binds
those whose text it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flows.extract import syntax
from flows.extract.components.asking_leads import asked_items
from flows.extract.components.candidate import Candidate
from flows.extract.components.coordination import PLAIN_TAGS, with_coordinated
from flows.extract.components.enumeration import (
    acts_within,
    opens_item,
    opens_phrase,
    verb_behind_comma,
)
from flows.extract.components.leads import Lead, is_clause, may_follow
from flows.extract.components.operative import only_leads
from flows.extract.parse import Span, Token
from models import Block
from models.vocabulary import BlockKind

HEADLESS_TAGS = frozenset({"VB", "VBG", "VBZ", "VBP"})
NOMINAL = frozenset({"NOUN", "PROPN", "NUM"})
ITEM_KINDS: frozenset[BlockKind] = frozenset({"list_item", "heading"})


def bullets_of(span: Span, block: Block, lead: Lead | None, speaks: bool) -> Iterator[Candidate]:
    """The act of an item or heading without a subject, if it has one.

    ``speaks`` tells that the text is that of a party, which then binds itself; elsewhere only a lead
    with a subject can bind somebody.
    """
    holder = lead.subject if lead is not None else None
    first = next(filter(opens_item, span), None)
    if first is None or not (speaks or holder is not None):
        return
    if lead is not None and (lead.is_purpose or lead.is_done or lead.is_leave):
        return
    if lead is not None and lead.asking is not None:
        yield from asked_items(span, first, lead.asking)
        return
    if (lead is None and block.kind not in ITEM_KINDS) or only_leads(first):
        return
    root = span.root
    if (
        lead is not None
        and lead.is_open
        and first.tag_ != "DT"
        and may_follow(first, lead)
        and _opens(span, block)
        and not is_clause(span)
    ):
        items = acts_within(span)
        for act, end in items:
            yield replace(_bullet(act, "bullet.open", lead), until=end)
        if not items:
            yield from _bullets(_acting_word(first, span), "bullet.open", lead)
    elif (sum_of_money := _opening_sum(span)) is not None:
        yield _bullet(sum_of_money, "bullet.noun", lead)
    elif _opens_with_act(first):
        yield from _bullets(first, "bullet.verb", lead)
    elif _is_sentence(root):
        return
    elif first.tag_ in HEADLESS_TAGS:
        yield from _bullets(_done_or_not(first), "bullet.verb", lead)
    elif root.pos_ in NOMINAL:
        yield _bullet(root, "bullet.noun", lead)


def _is_sentence(root: Token) -> bool:
    """Whether a verb tells something that its item does not name as an act: "… have all shaped this talk"."""
    own = syntax.child(root, "nsubj", "nsubjpass") is not None
    return own or syntax.modal_of(root) is not None or syntax.is_perfect(root)


def _opening_sum(span: Span) -> Token | None:
    """The sum that an item opens with, where the parse makes a clause of it: "$3 million to fast track …"."""
    opening = next((token for token in span if not token.is_punct), None)
    parsed_as_clause = syntax.is_verb(span.root) or syntax.child(span.root, "nsubj") is not None
    return opening if opening is not None and opening.tag_ == "$" and parsed_as_clause else None


def _opens_with_act(first: Token) -> bool:
    """Whether an item begins with an act and goes on with a clause: "Build a pier, so crews will be safe"."""
    has_object = first.tag_ == "VB" and syntax.child(first, "dobj") is not None
    return has_object and syntax.child(first, "nsubj", "nsubjpass") is None


def _done_or_not(first: Token) -> Token:
    """The verb that an item begins with: "change" of "Does not change the fees"."""
    denied = first.lemma_ == "do" and first.dep_ == "aux" and syntax.negation(first.head) is not None
    return first.head if denied else first


def _acting_word(first: Token, span: Span) -> Token:
    """The first word of an item, or the verb behind when or how if it opens with that."""
    behind = span.doc[first.i + 1 : span.end]
    return (verb_behind_comma(behind, PLAIN_TAGS) if opens_phrase(first) else None) or first


def _opens(span: Span, block: Block) -> bool:
    """Whether no word of the block stands before a sentence."""
    before = span.doc.text[block.start_char : span.start_char]
    return not any(map(str.isalnum, before))


def _bullets(first: Token, rule_id: str, lead: Lead | None) -> Iterator[Candidate]:
    return (_bullet(act, rule_id, lead) for act in with_coordinated(first))


def _bullet(act: Token, rule_id: str, lead: Lead | None) -> Candidate:
    subject, word = (lead.subject, lead.word) if lead is not None else (None, None)
    return Candidate(act, act, act, rule_id, "pledge", "certain", "bullet", holder=subject, lead=word)
