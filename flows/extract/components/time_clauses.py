"""Where words go on that tell, by a clause or phrase, when an act is due: "before any ship is sold"."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract.parse import Span, Token
from flows.extract.syntax import PRESENT_TAGS, auxiliaries, child, neighbour, word_at

BY_THE_TIME = "by the time"
LONGEST_CLAUSE = 14  # tokens; longer ones tell more than when


def clauses_opened_by(word: str, sentence: Span, *, behind_comma: bool) -> Iterator[Span]:
    """Clauses in the present tense that ``word`` opens: "before schools reopen".

    What looks back ("before he took office") dates nothing that is to come. With ``behind_comma`` false,
    those behind a comma are left out, where "while" sets two things against each other.
    """
    if word == BY_THE_TIME:
        yield from _up_to_clauses(sentence)
        return
    for token in sentence:
        verb = token.head
        if token.lower_ != word or token.dep_ != "mark" or verb.dep_ != "advcl" or not _is_present(verb):
            continue
        if not behind_comma and (token.i == sentence.start or word_at(token, -1) == ","):
            continue
        end = verb.right_edge.i + 1
        if (
            child(verb, "nsubj", "nsubjpass") is not None
            and token.i < verb.i < end <= token.i + LONGEST_CLAUSE
        ):
            yield sentence.doc[token.i : end]


def _up_to_clauses(sentence: Span) -> Iterator[Span]:
    """Phrases that tell by a clause in the present by when: "by the time the ships sail"."""
    for time in sentence:
        by = time.head
        opens = time.lower_ == "time" and by.lower_ == "by" and by.i + 2 == time.i
        verb = child(time, "relcl", "acl", "advcl") if opens else None
        if verb is not None and _is_present(verb) and by.i >= sentence.start:
            end = verb.right_edge.i + 1
            if child(verb, "nsubj", "nsubjpass") is not None and end <= by.i + LONGEST_CLAUSE:
                yield sentence.doc[by.i : end]


def _is_present(verb: Token) -> bool:
    """Whether a verb or its first auxiliary is in the present tense; a modal is no such auxiliary."""
    tags = {helper.tag_ for helper in auxiliaries(verb)}
    return "MD" not in tags and not PRESENT_TAGS.isdisjoint({verb.tag_, *tags})


def end_of_point(opening: Token, sentence: Span) -> int | None:
    """The end of what a time is counted from: "within a week | of the vote"; None where that is today.

    ``opening`` is the word that opens it. It ends before a comma, and with the sentence at the latest.
    """
    top = opening if opening.right_edge.i > opening.i else opening.head
    words = sentence.doc[opening.i + 1 : min(top.right_edge.i + 1, sentence.end)]
    if not words or top.right_edge.i <= opening.i or words[0].lower_ in {"this", "now", "today"}:
        return None
    end = next((token.i for token in words if token.text == ","), _with_participle(words))
    return end if end - opening.i <= LONGEST_CLAUSE else None


def _with_participle(words: Span) -> int:
    """The end of words with what is done to their thing: "the dam | being sealed"."""
    being = neighbour(words[-1])
    done = being.head if being is not None and being.lower_ == "being" else None
    return done.right_edge.i + 1 if done is not None and done.tag_ == "VBN" else words.end
