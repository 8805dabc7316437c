"""Some of several: "one of the losing candidates", and "one", "another" or "many" of whoever was told of.

"Several airlines met. One will pay, another will not": one and another of the airlines.
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.description import phrase
from flows.extract.components.party import Party, Resolve
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.sent_before import sender_of_one_more
from flows.extract.components.subject import sentences_before, subjects_before
from flows.extract.parse import Token

AS_TOLD = {"nsubj": 0, "nsubjpass": 0, "dobj": 1}  # how soon those in such a place are meant
TELLING_COUNT = frozenset({"det", "nummod", "predet", "quantmod"})


def partitive(resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """Whom a word for a part of several people or bodies stands for, under the words for that part.

    Those of whom all or none are told stand for all of them: "none of the unions will sign".
    """
    if _is_ordinal(token):
        return sender_of_one_more(resolve, token, depth) or _one_more(token)
    if not _counts(token):
        return ()
    one_more = sender_of_one_more(resolve, token, depth) if _is_another(token) else ()
    if one_more:
        return one_more
    beside = syntax.child(token, "appos")
    if beside is not None and is_people(beside) and is_single(token):  # "one, a former mayor, …"
        return resolve(beside, depth + 1)
    whole = syntax.noun_after(token, ("of",))
    if whole is not None:
        if whole.lower_ == "them" and token.lower_ not in party_lexicon().pronouns.all:
            return _of_them(token, _told_of_nearest(token))
        if not _are_people(whole):
            return ()
        if token.lower_ in party_lexicon().pronouns.all:
            return resolve(whole, depth + 1)
        return (Party(phrase(token, whole=True), "group"),)
    alone = token.dep_ in syntax.NAMED_SUBJECTS and token.is_alpha and not token.children
    if not alone or (token.lower_ in party_lexicon().pronouns.all and token.lower_ != "all"):
        return ()
    if token.lower_ != "all":
        return _of_them(token, _told_of_before(token))
    several = next(_told_of_before(token), None)
    return resolve(several, depth + 1) if several is not None else ()


def _is_ordinal(token: Token) -> bool:
    """Whether an ordinal is all of a subject but for its article: "a second said it would pay"."""
    subject = token.ent_type_ == "ORDINAL" and token.dep_ in syntax.NAMED_SUBJECTS
    return subject and [word.lower_ for word in token.children] == ["a"]


def _is_another(token: Token) -> bool:
    """Whether "another" is all of a subject."""
    return token.lower_ == "another" and token.dep_ in syntax.NAMED_SUBJECTS and not token.children


def _one_more(ordinal: Token) -> tuple[Party, ...]:
    """One more of those told of before: "a second" is "second mill" behind "a first mill", "two mills"."""
    several = next(_told_of_before(ordinal), None)
    if several is None:
        return ()
    kind = _without_count(several)[: -len(several.text)] + several.lemma_.lower()
    return (Party(f"{ordinal.lower_} {kind}", "group"),)


def _of_them(token: Token, told_of: Iterator[Token]) -> tuple[Party, ...]:
    """Some of those told of before: "one" and "one of them" are "one of the bakers"."""
    several = next(told_of, None)
    if several is None:
        return ()
    part = token.doc[token.left_edge.i : token.i + 1].text.lower()  # "twenty-nine"
    return (Party(f"{part} of the {_without_count(several)}", "group"),)


def is_single(token: Token) -> bool:
    """Whether a word stands for one of several, who is "it", "he" or "she" then: "one", "another"."""
    return token.lower_ in party_lexicon().pronouns.single and not syntax.children(token, "conj")


def _counts(token: Token) -> bool:
    if token.dep_ in {"nummod", "det", "amod"}:
        return False
    pronouns, word = party_lexicon().pronouns, token.lower_
    number = token.tag_ == "CD" and token.ent_type_ not in syntax.TIME_LABELS
    return number or word in pronouns.single or word in pronouns.some or word in pronouns.all


def _are_people(noun: Token) -> bool:
    """Whether a noun is of several people or bodies: "candidates", "its fishermen"."""
    lemma = syntax.noun_lemma(noun)
    bodies = party_lexicon().businesses.lemmas | actor_nouns().bodies.lemmas
    return noun.tag_ == "NNS" and (is_people(noun) or lemma in bodies)


def _told_of_before(token: Token) -> Iterator[Token]:
    """Those of whom a part may be: subjects before it, then what else its sentences before tell of.

    Before them those of whom its sentence has told one: "one of the boards will meet, a second will not".
    """
    for single in filter(is_single, reversed(token.doc.tokens[token.sent.start : token.i])):
        whole = syntax.noun_after(single, ("of",))
        yield from filter(_are_people, () if whole is None else (whole,))
    subjects = subjects_before(token)
    wholes = (syntax.noun_after(subject, ("of",)) for subject in subjects if is_single(subject))
    yield from filter(_are_people, (*subjects, *(whole for whole in wholes if whole is not None)))
    for sentence in sentences_before(token):
        yield from filter(_are_people, reversed(list(sentence)))


def _told_of_nearest(token: Token) -> Iterator[Token]:
    """Those of whom "two of them" may be: of the sentence itself and those before, who act before others.

    Of those who do not act in the sentence itself states alone: "a meeting of ten states ended, but two …".
    """
    for subject in subjects_before(token):
        if subject.sent.start == token.sent.start and _are_people(subject):
            yield subject
    states = party_lexicon().states.lemmas
    for noun in reversed(token.doc.tokens[token.sent.start : token.i]):
        if noun.tag_ == "NNS" and syntax.noun_lemma(noun) in states:
            yield noun
    for sentence in sentences_before(token):
        several = [noun for noun in sentence if _are_people(noun)]
        yield from sorted(several, key=lambda noun: AS_TOLD.get(noun.dep_, len(AS_TOLD)))


def _without_count(several: Token) -> str:
    """The words for several without what counts them: "losing candidates" of "three losing candidates"."""
    quantities = party_lexicon().pronouns.some
    counting = [word.i for word in several.lefts if word.dep_ in TELLING_COUNT or word.lower_ in quantities]
    first = max(counting, default=several.left_edge.i - 1) + 1
    words = several.doc[first : several.i + 1]
    opens = first == several.sent.start and not words[0].ent_type_ and words[0].tag_ in {"NNS", "JJ"}
    return words.text[0].lower() + words.text[1:] if opens else words.text
