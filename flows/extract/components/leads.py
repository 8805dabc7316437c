"""The sentences that lead to lists, and which of a document's sentences stand in whose list.

"The council will:" leads to every item below it, also where it is an item of a list itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from flows.extract import syntax
from flows.extract.components.asking_leads import Asking, asking_of
from flows.extract.components.coordination import PLAIN_TAGS
from flows.extract.components.enumeration import opens_item
from flows.extract.components.no_act_lexicon import no_act_lexicon
from flows.extract.components.permission import gives_leave
from flows.extract.parse import Span, Token
from models import Block

FEWEST_WORDS = 3  # of a line without a bullet that is an item and no heading
MOST_PARAGRAPHS = 2  # of what somebody is asked for, behind which the list goes on
SENTENCE_ENDS = (".", "!", "?", ";", "”", '"')
DENYING = frozenset({"not", "never", "n't", "n’t"})


@dataclass(frozen=True)
class Lead:
    """The sentence before a list: the word that its items hang on, and who is its subject.

    ``is_open`` tells that the sentence stops before its verb ("The council will:", "We agree to:"), so
    that every item begins with one; ``is_purpose`` that the items tell what something is for or is like,
    ``is_leave`` what somebody may do, ``is_done`` what has been done, ``asking`` who is asked for them, and
    by what word.
    """

    word: Token
    subject: Token | None
    is_open: bool
    is_purpose: bool = False
    is_done: bool = False
    is_leave: bool = False
    asking: Asking | None = None


def leads_of(sentences: Iterable[tuple[Span, Block]]) -> list[Lead | None]:
    """For each sentence of a document the lead of the list that it stands in, None outside one.

    A lead is a sentence of no list that ends with a colon or dash right before the first item. Where a text
    has lost its bullets, a paragraph right behind a lead or an item is an item too if it reads like one
    (``_reads_as_item``). A list of verbs goes on behind an item's own paragraphs, with the next item that
    begins with one. An item that leads to a list of its own does so up to the next that is a clause.
    """
    found: list[Lead | None] = []
    lead: Lead | None = None
    left: tuple[Lead, int] | None = None  # the lead of a list that paragraphs part, and how many
    above: tuple[Lead | None] | None = None  # the lead of the list in which an item leads to one
    opening = ""  # the tag of the word that the list's first item begins with
    last: Block | None = None
    for span, block in sentences:
        begins = block != last
        last = block
        if lead is None and left is not None and _is_item(span, block) and _resumes(span, left[0], opening):
            lead = left[0]
        if block.kind == "list_item" or (lead is not None and _goes_on(span, block, begins, found, lead)):
            is_own = begins and is_clause(span)
            if above is not None and is_own:
                (lead,), above = above, None
            if not found or found[-1] is not lead:
                opening = _first_tag(span)
            found.append(lead)
            if is_own and _leads_on(span) and not (lead is not None and lead.asking is not None):
                above, lead = (lead,), _lead(span)
            else:
                lead = _lead_within(span, lead)
            continue
        above = None
        if begins or lead is not None:
            left = _left_behind(block, lead, left)
        lead = _lead(span) if _leads_on(span) else None
        found.append(None)
    return found


def _leads_on(span: Span) -> bool:
    """Whether a sentence ends as one does before a list."""
    return span.text.rstrip().endswith((":", " -", " –", " —"))


def _left_behind(block: Block, lead: Lead | None, left: tuple[Lead, int] | None) -> tuple[Lead, int] | None:
    """The lead of the list that a paragraph parts, and how many do so far; None where they are too many.

    What somebody is asked to do may have two paragraphs behind it, other items one.
    """
    if block.kind != "prose":
        return None
    if lead is not None:
        return lead, 1
    goes_on = left is not None and left[0].asking is not None and left[1] < MOST_PARAGRAPHS
    return (left[0], left[1] + 1) if left is not None and goes_on else None


def _is_item(span: Span, block: Block) -> bool:
    """Whether a sentence is of an item, or a line of its own without a full stop, as a heading is."""
    alone = span.start_char <= block.start_char and span.end_char >= block.end_char
    open_end = alone and not span.text.rstrip().endswith(SENTENCE_ENDS) and not _leads_on(span)
    return block.kind == "list_item" or open_end


def _resumes(span: Span, lead: Lead, opening: str) -> bool:
    """Whether an item begins with the form of a verb that the lead, or its first item, makes one expect."""
    first = _first_tag(span)
    return first in PLAIN_TAGS if lead.is_open else first == opening == "VBG"


def _first_tag(span: Span) -> str:
    first = _first_word(span)
    return first.tag_ if first is not None else ""


def may_follow(first: Token | None, lead: Lead) -> bool:
    """Whether a lead can go on with a word: behind "will:" no "helping" does."""
    return first is None or not (lead.word.tag_ == "MD" and first.tag_ == "VBG")


def _first_word(span: Span) -> Token | None:
    return next(filter(syntax.is_word, span), None)


def _goes_on(span: Span, block: Block, begins: bool, found: list[Lead | None], lead: Lead) -> bool:
    """Whether a sentence of a list without bullets is in an item: it begins one, or its block did."""
    if not begins:
        return found[-1] is not None
    if not may_follow(_first_word(span), lead):
        return False
    if block.kind == "heading" and not (lead.is_open and len(span) >= FEWEST_WORDS):
        return False
    return block.kind in {"prose", "heading"} and not _leads_on(span) and _reads_as_item(span, lead)


def _reads_as_item(span: Span, lead: Lead) -> bool:
    """Whether a paragraph has no subject, starts small, or starts with the verb that an open lead waits for.

    Behind "The council will:" the parser may take "Fund roads and bridges" for a noun with its modifiers.
    """
    root = span.root
    if syntax.child(root, "nsubj", "nsubjpass", "expl", "csubj") is None:
        return True
    first = _first_word(span)
    if first is None or first.text[0].islower():
        return first is not None
    return lead.is_open and (first.tag_ in PLAIN_TAGS or root.pos_ in {"NOUN", "PROPN"})


def _tells_purpose(span: Span) -> bool:
    """Whether a sentence leads to a list of what something is for."""
    return _leads_on(span) and span.text.lower().rstrip(" :-–—").endswith(no_act_lexicon().purpose.phrases)


def _gives_leave(span: Span) -> bool:
    """Whether a sentence leads to a list of what somebody may do: "the envoys shall be entitled to:".

    So does a resolution's line: "Authorizes the envoys to:".

    What they may not do, or are not entitled to, they are kept from.
    """
    if any(map(gives_leave, (span.root, *syntax.children(span.root, "xcomp")))):
        return True
    words = span.text.lower().rstrip(" :-–—").split()
    ends = {" ".join(words[-1:]), " ".join(words[-2:])}
    return not ends.isdisjoint(no_act_lexicon().leave.phrases) and not any(
        token.dep_ == "neg" or token.lower_ in {"no", "neither", "nor"} for token in span
    )


def _lead(span: Span) -> Lead:
    root = span.root
    last = next((token for token in reversed(span) if not token.is_punct and not token.is_space), root)
    if _tells_purpose(span) or _describes(last):
        return Lead(root, None, is_open=False, is_purpose=True)
    helper = _helping(last)
    if helper is not None:
        subject = syntax.child(helper, "nsubj", "nsubjpass", "nmod")
        subject = subject or syntax.child(root, "nsubj", "nsubjpass")
        return Lead(helper, subject or _first_noun(span), True, is_leave=_gives_leave(span))
    subject = syntax.subject_of(root) if syntax.is_verb(root) or root.pos_ == "AUX" else None
    return Lead(
        root,
        syntax.passive_agent(root) or subject,  # "the following will be done by the port:"
        last.lower_ == "to",
        is_done=tells_achievements(span),
        is_leave=_gives_leave(span),
        asking=asking_of(span),
    )


def _helping(last: Token) -> Token | None:
    """The auxiliary that waits for a verb at the end of a lead: "will:", "shall not:", "does not:"."""
    denied = last.lower_ in DENYING
    helper = syntax.neighbour(last, -1) if denied else last
    waits = helper is not None and (helper.tag_ == "MD" or (denied and helper.lemma_ == "do"))
    return helper if waits else None


def is_clause(span: Span) -> bool:
    """Whether an item has a subject and a finite verb of its own behind what does not open with a verb.

    "On rail, Norway will join the scheme"; but "Fund roads that Norway will own" begins with the act.
    """
    first = next(filter(opens_item, span), None)
    if first is None or first.tag_ in PLAIN_TAGS or first.tag_ == "VBG":
        return False
    root = span.root
    subject = syntax.child(root, "nsubj", "nsubjpass")
    verbs = (root, *syntax.auxiliaries(root))
    return (
        subject is not None and subject.i < root.i and any(verb.tag_ in syntax.FINITE_TAGS for verb in verbs)
    )


def _describes(last: Token) -> bool:
    """Whether the last word before a list opens a clause about somebody: "ports that:", "ports whose crews:".

    "We ask that:" opens what is asked.
    """
    before = syntax.neighbour(last, -1)
    if before is None or "\n" in last.doc.text[before.idx : last.idx]:
        return False
    of_noun = before.pos_ in {"NOUN", "PROPN"} and last.lower_ in syntax.RELATIVES
    return of_noun or before.lower_ == "whose"


def _lead_within(span: Span, lead: Lead | None) -> Lead | None:
    """The lead of what follows an item: its own, where it tells what for or gives leave, or who is asked."""
    if _tells_purpose(span) or (_leads_on(span) and _gives_leave(span)):
        return _lead(span)
    subject = syntax.child(span.root, "nsubj")
    if lead is None or lead.asking is None or subject is None or not _leads_on(span):
        return lead
    return replace(lead, asking=replace(lead.asking, asked=subject)) if lead.asking.by_clause else lead


def tells_achievements(span: Span) -> bool:
    """Whether a sentence leads to a list of what has been done: "Our achievements include:"."""
    achieved = no_act_lexicon().achieved.lemmas
    return syntax.modal_of(span.root) is None and any(syntax.noun_lemma(token) in achieved for token in span)


def _first_noun(span: Span) -> Token | None:
    return next((chunk.root for chunk in span.noun_chunks), None)
