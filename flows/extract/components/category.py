"""Category: which of the codebook's sixteen kinds of act a commitment is about.

A linear model (``category_model.py``) decides over the words of the act and its sentence and over the scores
of a lexicon (``lexicons/category.toml``) in the act, its sentence, the text around and the whole document.
Where it is in doubt, what the encoder reads in the sentence counts too, and in the sentences before it where
an act has no telling word and both find no matter. An act may tell it by its form (``category_acts.py``), and
needs no model.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import contains, itemgetter
from typing import NamedTuple

from pydantic import Field

from flows.extract import syntax
from flows.extract.components.category_acts import TellingAct, told_by_act
from flows.extract.components.category_model import Ask, likeliest
from flows.extract.lexicon import LexiconError, LexiconModel, load_lexicon
from flows.extract.parse import Doc, Span, Token
from flows.extract.remembered import Remembered
from models.vocabulary import CATEGORIES, Category

MODEL_RULE = "category.model"

# The text around the sentence that tells what a vague act ("work on this together") is about, in tokens.
TOKENS_BEFORE = 60
TOKENS_AFTER = 40
NAME_LABELS = frozenset({"PERSON", "GPE", "NORP", "LOC", "FAC", "ORG"})

# How much one word, or one point of a cue's weight, counts by where it stands.
WORD_SCALE = {"action": 1.0, "sentence": 0.5, "around": 0.2}
CUE_SCALE = {"action": 0.3, "sentence": 0.3, "around": 0.1}
DOCUMENT_SCALE = 2.0  # what all cues of a document count in all, shared by their weights
MOST_AROUND = 10.0  # a category's cues around the sentence count no more than this in all


class Cue(LexiconModel):
    """Words of one category with the weight of each match."""

    id: str
    category: Category
    weight: float = Field(gt=0)
    lemmas: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class VagueWords(LexiconModel):
    """Lemmas that tell no matter by themselves: verbs, nouns, and what stands before or for a noun."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    others: frozenset[str]


class CategoryLexicon(LexiconModel):
    """All of ``category.toml``."""

    sentence_share: float = Field(ge=0, le=1)
    vague: VagueWords
    act: tuple[TellingAct, ...]
    cue: tuple[Cue, ...]


@dataclass(frozen=True)
class Compiled:
    """The lexicon's entries by their first word, longest first."""

    sentence_share: float
    vague: VagueWords
    acts: tuple[TellingAct, ...]
    entries: dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]


@dataclass(frozen=True, slots=True)
class Form:
    """What one form of a word is to this module.

    ``word``: its lemma in lower case, None for names, numbers and marks. ``features``: what it is to the
    model by where it stands, empty where ``word`` is None. ``forms``: as what it matches the
    lexicon, None for marks and white space. ``entries``: the lexicon's entries that it may begin, the longest
    first.
    """

    word: str | None
    features: dict[str, str]
    forms: tuple[str, str] | None
    entries: tuple[tuple[tuple[str, ...], Cue], ...]


@dataclass(frozen=True)
class Reading:
    """A document as this module reads it.

    ``forms`` has the form of every token. ``cues`` has the
    lexicon's matches with the positions of their first tokens, ascending, none overlapping. ``shares`` is
    each category's share of their weights.
    """

    forms: list[Form]
    cues: tuple[tuple[int, Cue], ...]
    shares: dict[Category, float]


class Match(NamedTuple):
    """A cue and where it stands: in the "action", elsewhere in its "sentence", or "around" it."""

    cue: Cue
    place: str


@lru_cache(maxsize=1)
def category_lexicon() -> Compiled:
    """The lexicon, ready to match; raises LexiconError where the file breaks its model or repeats words."""
    lexicon = load_lexicon("category", CategoryLexicon)
    seen: dict[tuple[str, ...], Cue] = {}
    for cue in lexicon.cue:
        for text in (*cue.lemmas, *cue.phrases):
            words = tuple(text.split())
            if words in seen:
                raise LexiconError(f"category.toml: {text!r} stands in {seen[words].id} and {cue.id}")
            seen[words] = cue
    entries: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for words in sorted(seen, key=lambda words: (-len(words), words)):
        entries.setdefault(words[0], []).append((words, seen[words]))
    by_first = {first: tuple(found) for first, found in entries.items()}
    return Compiled(lexicon.sentence_share, lexicon.vague, lexicon.act, by_first)


def category_of(action: Span, sentence: Span, force: str, ask: Ask, ask_in_text: Ask) -> tuple[Category, str]:
    """The category of ``action``, which stands in ``sentence``, and the id of the rule that speaks for it.

    The rule is that of an act which tells its category by its form; else the strongest cue of that category
    in the sentence, or "category.model" where only what the models otherwise see speaks for it. The rest of
    the sentence's document counts too; ``ask`` asks the encoder, where the linear model is in doubt, and
    ``ask_in_text`` lets it read what stands before the sentence too, for an act without a telling word
    ("turned it down").
    """
    told = told_by_act(action.root, category_lexicon().acts)
    if told is not None:
        return told.category, told.id
    found = list(matches(action, sentence))
    in_text = ask_in_text if _is_vague(action) else None
    category = likeliest(_features(action, sentence, force, found), ask, in_text)
    share = category_lexicon().sentence_share
    of_category = [match for match in found if match.cue.category == category]
    cues = [(_weight(match, share), match.cue.id) for match in of_category if match.place != "around"]
    return category, max(cues, default=(0.0, MODEL_RULE))[1]


def _is_vague(action: Span) -> bool:
    """Whether no word of an act tells its matter, nor the thing to which it is done."""
    act = action.root
    done_to = syntax.child(act, "nsubjpass")
    if done_to is not None and done_to.pos_ == "NOUN":
        return False
    return all(_tells_nothing(word) for word in action)


def _tells_nothing(word: Token) -> bool:
    """Whether a word is vague by the lexicon, a day or an hour, or no word of a kind that tells a matter."""
    if word.ent_type_ in syntax.TIME_LABELS or word.dep_ in syntax.AUXILIARIES:
        return True
    vague, lemma = category_lexicon().vague, word.lemma_.lower()
    if syntax.is_verb(word):
        return lemma in vague.verbs
    if word.pos_ == "NOUN":
        return lemma in vague.nouns
    return word.pos_ not in {"PROPN", "ADJ", "NUM"} or lemma in vague.others


def category_by_lexicon(action: Span, sentence: Span) -> Category:
    """What the lexicon alone says: the category of the highest sum, "other" without any cue."""
    share = category_lexicon().sentence_share
    scores: dict[Category, float] = {"other": 0.0}
    for match in matches(action, sentence):
        if match.place != "around":
            category = match.cue.category
            scores[category] = scores.get(category, 0.0) + _weight(match, share)
    return max(scores, key=lambda category: (scores[category], -CATEGORIES.index(category)))


def _weight(match: Match, sentence_share: float) -> float:
    return match.cue.weight * (1.0 if match.place == "action" else sentence_share)


def features_of(action: Span, sentence: Span, force: str) -> dict[str, float]:
    """The features of an act with their values.

    Lemmas and pairs of lemmas of the action, its head, lemmas of the rest of the sentence and of the text
    around it, the force, and the lexicon's scores. No feature holds a name or a number of the text.
    """
    return _features(action, sentence, force, matches(action, sentence))


def _features(action: Span, sentence: Span, force: str, found: Iterable[Match]) -> dict[str, float]:
    forms = read(sentence.doc).forms
    features = {f"force={force}": 1.0}
    for first, end in pairwise(_edges(action, sentence)):
        place = _place(first, action, sentence)
        known = [form.features[place] for form in forms[first:end] if form.features]
        features.update(dict.fromkeys(known, WORD_SCALE[place]))
    acting = [form.word for form in forms[action.start : action.end] if form.word is not None]
    features.update({f"pair={first} {second}": 1.0 for first, second in pairwise(acting)})
    if (head := forms[action.root.i].word) is not None:
        features[f"head={head}"] = 1.0
    features.update(_cue_features(sentence, found))
    return features


def _cue_features(sentence: Span, found: Iterable[Match]) -> dict[str, float]:
    scores: dict[tuple[str, Category], float] = {}
    for match in found:
        key = (match.place, match.cue.category)
        scores[key] = scores.get(key, 0.0) + match.cue.weight
    features = {}
    for (place, category), score in scores.items():
        limited = min(score, MOST_AROUND) if place == "around" else score
        features[f"cues.{place}={category}"] = limited * CUE_SCALE[place]
    for category, share in read(sentence.doc).shares.items():
        features[f"cues.document={category}"] = share * DOCUMENT_SCALE
    return features


def matches(action: Span, sentence: Span) -> Iterator[Match]:
    """The cues in the sentence and the text around it, in the text's order."""
    cues = read(sentence.doc).cues
    window = _window(sentence)
    for position, cue in cues[bisect_left(cues, window.start, key=itemgetter(0)) :]:
        if position >= window.stop:
            break
        yield Match(cue, _place(position, action, sentence))


def _window(sentence: Span) -> range:
    """The positions of the sentence and the text around it."""
    first, end = sentence.start - TOKENS_BEFORE, sentence.end + TOKENS_AFTER
    return range(max(0, first), min(len(sentence.doc), end))


def _edges(action: Span, sentence: Span) -> list[int]:
    """The positions in the window at which words begin to stand elsewhere, and its bounds; ascending."""
    window = _window(sentence)
    inner = {sentence.start, sentence.end, action.start, action.end}
    return [
        window.start,
        *sorted(edge for edge in inner if edge in window and edge > window.start),
        window.stop,
    ]


def _place(position: int, action: Span, sentence: Span) -> str:
    if action.start <= position < action.end:
        return "action"
    return "sentence" if sentence.start <= position < sentence.end else "around"


@lru_cache(maxsize=1)
def read(doc: Doc) -> Reading:
    """Read a document, once for all of its acts."""
    forms = _forms().of(doc)
    cues = tuple(_cues(forms))
    total = sum(cue.weight for _, cue in cues)
    shares: dict[Category, float] = {}
    for _, cue in cues:
        shares[cue.category] = shares.get(cue.category, 0.0) + cue.weight / total
    return Reading(forms, cues, shares)


@lru_cache(maxsize=1)
def _forms() -> Remembered[Form]:
    return Remembered(_form)


def _form(token: Token) -> Form:
    lemma = token.lemma_.lower()
    word = lemma if is_plain(token) else None
    features = {} if word is None else {place: f"{place}={word}" for place in WORD_SCALE}
    if token.is_punct or token.is_space:
        return Form(word, features, None, ())
    forms = (token.lower_, lemma)
    entries = category_lexicon().entries
    opened = [entry for first in forms for entry in entries.get(first, ())]
    return Form(word, features, forms, tuple(sorted(opened, key=lambda entry: -len(entry[0]))))


def is_plain(token: Token) -> bool:
    """Whether a token is an ordinary word: no name, number, mark or space."""
    if token.is_punct or token.is_space or token.pos_ == "PROPN":
        return False
    if token.like_num or token.text[0].isdigit():
        return False
    return token.ent_type_ not in NAME_LABELS


def _cues(forms: list[Form]) -> Iterator[tuple[int, Cue]]:
    places = [place for place, form in enumerate(forms) if form.forms is not None]
    words = [form.forms for form in forms if form.forms is not None]
    reached = 0
    for position, place in enumerate(places):
        if position < reached or not forms[place].entries:
            continue
        entry = _entry_at(words, position, forms[place].entries)
        if entry is not None:
            length, cue = entry
            yield place, cue
            reached = position + length


def _entry_at(
    words: list[tuple[str, str]], position: int, entries: tuple[tuple[tuple[str, ...], Cue], ...]
) -> tuple[int, Cue] | None:
    """The first of ``entries`` that stands at ``position``: how many tokens it takes, and its cue."""
    for entry, cue in entries:
        behind = words[position + 1 : position + len(entry)]
        if len(behind) == len(entry) - 1 and all(map(contains, behind, entry[1:])):
            return len(entry), cue
    return None
