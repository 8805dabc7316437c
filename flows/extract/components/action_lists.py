"""Lists within an act whose rest the parse hangs on a verb above, so that the act's words end too soon."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.action_marks import without_closing
from flows.extract.parse import Span, Token

# The first words of a further item of a list, and those that show that more than a list follows.
LISTED_TAGS = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP$"})
UNLISTED_TAGS = frozenset({"MD", "TO", "VB", "VBD", "VBP", "VBZ", "WDT", "WP", "WRB"})
BARE = frozenset({"VB", "VBP"})
THIRD = frozenset({"VBZ"})


def with_rest_of_lists(span: Span, act: Token) -> Span:
    """The span of an act with the rest of a list that it ends in, of clauses, of purposes or of things."""
    return _listed_on(_with_purposes(_with_told(_with_relative_list(span, act), act), act))


def _with_told(span: Span, act: Token) -> Span:
    """The span with what else its last relative clause tells: "that opens it, | mends it, and paints it".

    No verb of that form goes with the act.
    """
    relative = [token for token in span if token.dep_ == "relcl" and token.right_edge.i == span.end - 1]
    told = any(verb.tag_ in THIRD and verb.left_edge.i < verb.i for verb in relative)
    return _up_to_last(span, THIRD) if told and act.tag_ not in THIRD else span


def _with_purposes(span: Span, act: Token) -> Span:
    """The span of a thing with all that it is for: "a pact to open the port, | mend the pier, and pay crews".

    Only below a finite verb whose form no bare verb shares.
    """
    if syntax.is_verb(act):
        return span
    above = syntax.verb_above(act)
    if above is None or above.tag_ in BARE or syntax.modal_of(above) is not None:
        return span
    purposes = (token for token in span if token.tag_ == "VB" and syntax.has_to(token))
    return _up_to_last(span, BARE) if any(verb.right_edge.i >= span.end - 1 for verb in purposes) else span


def _up_to_last(span: Span, forms: frozenset[str]) -> Span:
    """The span up to the end of a list of verbs in one of ``forms`` that begins right behind it."""
    doc, sentence = span.doc, span.sent
    if span.end + 2 >= sentence.end or doc[span.end].text != "," or doc[span.end + 1].tag_ not in forms:
        return span
    rest = doc[span.end + 1 : sentence.end]
    last = next((token for token in reversed(rest) if _ends_list(token, forms)), None)
    if last is None or any(token.tag_ in syntax.FINITE_TAGS - forms for token in doc[rest.start : last.i]):
        return span
    return without_closing(doc[span.start : min(last.right_edge.i + 1, sentence.end)])


def _with_relative_list(span: Span, act: Token) -> Span:
    """The span with the rest of a list in the clause that ends it, which the parse hangs on a verb above.

    "fund schools and back clubs that teach the tides, mend boats, and clean beaches": "and back" has closed
    the act's own list.
    """
    doc, sentence = span.doc, span.sent
    closes = act.dep_ == "conj" and syntax.word_at(act, -1) in {"and", "or"}
    first = doc[span.end + 1] if span.end + 2 < sentence.end else None
    if not closes or first is None or doc[span.end].text != "," or first.tag_ not in BARE:
        return span
    relative = [token for token in span if token.dep_ == "relcl" and token.right_edge.i == span.end - 1]
    goes_on = any(verb.tag_ in BARE and not syntax.auxiliaries(verb) for verb in relative)
    rest = without_closing(doc[span.end + 1 : sentence.end])
    last = next((token for token in reversed(rest) if _ends_list(token)), None)
    if not goes_on or last is None or any(token.tag_ in {"MD", "VBD", "VBZ"} for token in rest):
        return span
    return doc[span.start : rest.end]


def _listed_on(span: Span) -> Span:
    """The span with the rest of a list that the parse hangs elsewhere: "uphold rights, the law, and peace".

    The rest has a comma before its last "and", no finite verb, and ends with the sentence.
    """
    doc, start = span.doc, span.end + 1
    sentence = span.sent
    if start >= sentence.end - 1 or doc[span.end].text != ",":
        return span
    rest = without_closing(doc[start : sentence.end])
    lists = any(token.lower_ in {"and", "or"} and syntax.word_at(token, -1) == "," for token in rest)
    of_gerunds = rest[0].tag_ == "VBG" and _ends_in_gerund(span)
    if not lists or not (of_gerunds or rest[0].tag_ in LISTED_TAGS):
        return span
    items = doc[rest.start : _last_gerund(rest) if of_gerunds else rest.end]
    more = any(token.tag_ in UNLISTED_TAGS and not _is_of_noun(token, items) for token in items)
    return span if more else doc[span.start : rest.end]


def _is_of_noun(word: Token, items: Span) -> bool:
    """Whether an infinitive, or its "to", tells of a noun of a list: "its right to exist"."""
    verb = word.head if word.tag_ == "TO" else word
    return verb.tag_ == "VB" and syntax.has_to(verb) and verb.dep_ == "acl" and verb.head.i >= items.start


def _ends_list(verb: Token, forms: frozenset[str] = BARE) -> bool:
    """Whether a verb in one of ``forms`` is the last of a list: ", and clean"."""
    joined = syntax.word_at(verb, -1) in {"and", "or"} and syntax.word_at(verb, -2) == ","
    return joined and verb.tag_ in forms


def _ends_in_gerund(span: Span) -> bool:
    """Whether a span ends in "by …ing" or "of …ing", of which more may follow."""
    opened = [
        token for token in span if token.lower_ in {"by", "of"} and syntax.child(token, "pcomp") is not None
    ]
    return bool(opened) and opened[-1].right_edge.i >= span.end - 1


def _last_gerund(rest: Span) -> int:
    """Where the gerund behind the last "and" of a list stands, though tagged as a noun; else its end."""
    last = [token.i for token in rest[1:] if token.lower_.endswith("ing") and token.nbor(-1).dep_ == "cc"]
    return last[-1] if last else rest.end
