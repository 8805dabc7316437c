"""What a number without a noun counts, told of before: "it has 90 mills and will sell six of them"."""

from __future__ import annotations

from flows.extract.components.amount_lexicon import amount_lexicon
from flows.extract.parse import Doc, Span, Token
from flows.extract.syntax import SUBJECTS, child, is_plural

POINTING = frozenset(
    {"them", "these", "those", "own", "type", "kind", "sort"}
)  # "three of them", "two of its own", "two of a newer type"
FURTHER = frozenset({"another", "further", "additional", "extra"})
ADDING = frozenset({"more", "others"})
ALONE = frozenset(
    {"det", "advmod", "quantmod", "punct", "compound", "nummod"}
)  # links below a number that is all of an object


def things_counted_before(number: Token) -> Span | None:
    """The words for what a number counts whose noun was told before; None where it needs none.

    "Fiji has 90 paper mills. It will sell six of them" gives "paper mills". They are the last counted
    things of the sentence up to the number, else of the one before, else the last object in the plural.
    """
    if not _is_elided(number):
        return None
    doc, start = number.doc, number.sent.start
    here = doc.tokens[start : number.i]
    before = doc.tokens[doc[start - 1].sent.start : start] if start > 0 else []
    for words in (here, before):
        noun = next((word for word in reversed(words) if _is_counted(word)), None)
        if noun is not None:
            return _with_compound(doc, noun)
    objects = (
        word for word in reversed(here) if is_plural(word) and word.dep_ in {"dobj", "attr", "nsubjpass"}
    )
    noun = next(objects, None)
    return _with_compound(doc, noun) if noun is not None else None


def _is_elided(number: Token) -> bool:
    """Whether a number is all of an object, or "of them", "of its own" or "more" stands for its noun."""
    scaled = number.lower_ in amount_lexicon().scales and any(word.pos_ == "NUM" for word in number.lefts)
    digits = number.text.replace(",", "").isdecimal() or scaled  # "another 700 million"
    if number.dep_ == "dobj" and digits and all(word.dep_ in ALONE for word in number.children):
        return True
    if number.dep_ in SUBJECTS and digits and _adds_things(number):
        return True
    if any(word.lower_ in ADDING and word.dep_ in {"amod", "advmod"} for word in number.rights):
        return True
    of = next((word for word in number.rights if word.lower_ == "of"), None)
    whole = child(of, "pobj") if of is not None else None
    return whole is not None and whole.lower_ in POINTING


def _adds_things(number: Token) -> bool:
    """Whether a number tells how many more things there are: "a further 500", not "another $5 million"."""
    if any(word.tag_ == "$" or word.pos_ == "SYM" for word in number.subtree):
        return False
    return any(word.lower_ in FURTHER for word in number.lefts)


def _is_counted(noun: Token) -> bool:
    return is_plural(noun) and child(noun, "nummod") is not None


def _with_compound(doc: Doc, noun: Token) -> Span:
    """A noun with the nouns that it is compounded with, without numbers: "waste dumps"."""
    first = min((word.i for word in noun.lefts if word.dep_ == "compound"), default=noun.i)
    return doc[first : noun.i + 1]
