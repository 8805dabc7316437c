"""Small questions to a dependency parse (spaCy's English labels), asked by many components."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from flows.extract.parse import Token

PARAGRAPH_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?")
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
NAMED_SUBJECTS = frozenset({"nsubj", "nsubjpass"})  # those that are words for somebody or something
AUXILIARIES = frozenset({"aux", "auxpass"})
NEGATING_ADVERBS = frozenset({"never", "nor", "n’t", "not"})  # a curly apostrophe misleads the parser
NEGATING_NOUNS = frozenset({"no", "nobody", "none", "neither", "nothing"})
SAME_FORMS = ({"VB", "VBP"}, {"VBN", "VBD"}, {"VBG"}, {"VBZ", "VBP"})  # the tagger confuses VB and VBP
CUT_OFF = frozenset({"advcl", "dep", "ccomp"})  # what the parse may make of a conjunct
LINKING = frozenset({",", "and", "or"})  # before a conjunct
SINGLE = frozenset({"one", "a", "an", "single"})  # "not one boat will sail"
WHOLE = frozenset({"all", "every", "everybody", "everyone", "both", "many"})  # "not all of them will sail"
ADDING_ADVERBS = frozenset({"only", "just", "merely", "simply", "solely"})  # "not only" denies nothing
HEADING_MARKS = frozenset({":", "–", "—"})  # behind a heading that the parse takes for the subject
DASHES = frozenset({"-", "--", "–", "—"})  # before what breaks off a clause
REMARKED_WITH = (
    "prep",
    "npadvmod",
    "advmod",
    "dobj",
    "dative",
    "prt",
)  # what tells more of who says it, when and to whom
NAMED_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
TIME_LABELS = frozenset({"DATE", "TIME"})  # of the recogniser
RELATIVES = frozenset({"that", "who", "which", "whose"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
PRESENT_TAGS = frozenset({"VBZ", "VBP"})
MODIFYING = ("poss", "amod", "compound", "nmod")  # what tells by name of whom a noun is
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


def children(token: Token, *labels: str) -> list[Token]:
    """The children of ``token`` with one of ``labels``, in the order of the text."""
    return [child for child in token.children if child.dep_ in labels]


def child(token: Token, *labels: str) -> Token | None:
    """The first child of ``token`` with one of ``labels``, or None."""
    for found in token.children:
        if found.dep_ in labels:
            return found
    return None


def neighbour(token: Token, distance: int = 1) -> Token | None:
    """The token that many further on; None outside the document."""
    place = token.i + distance
    return token.doc.tokens[place] if 0 <= place < len(token.doc) else None


def word_at(token: Token, distance: int) -> str:
    """What the token that many further on reads, in small letters; empty outside the document."""
    found = neighbour(token, distance)
    return "" if found is None else found.lower_


def conjuncts(head: Token) -> list[Token]:
    """``head`` and the tokens coordinated with it further to the right, in the order of the text."""
    found = [head]
    for part in found:
        found.extend(children(part, "conj"))
    return sorted(found, key=lambda token: token.i)


def conjunction_head(token: Token) -> Token:
    """The first member of the coordination that ``token`` stands in (the token itself outside one)."""
    while token.dep_ == "conj":
        token = token.head
    return token


def is_verb(token: Token) -> bool:
    """Whether the token is a verb form (modals aside)."""
    return token.tag_ in VERB_TAGS


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of ``verb``; a coordinated verb without any shares those of the first one.

    "will equip and train": "train" has "will" too; "has signed and will ratify": only its own; "will not be
    sold, be lent or pawned": behind a bare "be" the modal goes on. So does that of a passive before another
    subject: "roads will be mended and a school built".
    """
    own = children(verb, "aux", "auxpass")
    bare = bool(own) and own[0].lower_ == "be"
    another = child(verb, "nsubj", "nsubjpass") is not None and not _goes_on_in_passive(verb)
    if (own and not bare) or not goes_on(verb) or another:
        return own
    head = verb.head
    if bare:
        return [aux for aux in auxiliaries(head) if aux.tag_ == "MD"] + own
    if is_verb(head) and same_form(verb, head):
        return auxiliaries(head)
    return own


def _goes_on_in_passive(verb: Token) -> bool:
    """Whether a participle with another subject leaves out what the passive before has: "a school built"."""
    head = verb.head
    joined = verb.dep_ == "conj" and verb.tag_ == head.tag_ == "VBN" and child(verb, "dobj") is None
    return joined and any(aux.dep_ == "auxpass" for aux in auxiliaries(head))


def goes_on(verb: Token) -> bool:
    """Whether a verb goes on with what its head began: a conjunct, or what the parse makes a clause of it.

    "shall sit in Lima, adopt its rules": a bare verb right behind a comma or "and", and behind a bare verb.
    """
    if verb.dep_ == "conj":
        return True
    head = verb.head
    if (
        _excepts(verb)
        or verb.dep_ not in CUT_OFF
        or verb.tag_ != "VB"
        or head.tag_ != "VB"
        or head.i > verb.i
    ):
        return False
    if any(found.i < verb.i and found.tag_ != "RB" for found in verb.children):
        return False
    first = verb.left_edge
    before = word_at(first, -1)
    return before in LINKING and not (before == "," and first.lower_ == "not")  # "hope, not fear"


def _excepts(verb: Token) -> bool:
    """Whether what the parse takes for a verb only leads to an exception: "save in an emergency"."""
    return verb.lower_ == "save" and child(verb, "dobj", "dative") is None and child(verb, "prep") is not None


def same_form(second: Token, first: Token) -> bool:
    """Whether two coordinated verbs have the same inflection, so that auxiliaries can be shared.

    "will build roads, put up signs": a past tense that looks like the bare verb may be that.
    """
    if any(second.tag_ in group and first.tag_ in group for group in SAME_FORMS):
        return True
    one, other = (second, first) if first.tag_ == "VB" else (first, second)
    return other.tag_ == "VB" and one.lower_ == one.lemma_ and _may_be_bare(one)


def _may_be_bare(verb: Token) -> bool:
    """Whether a past tense is no participle of what somebody did: "put up signs", "put forward by Peru"."""
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and child(verb, "dobj") is not None)


def modal_of(verb: Token) -> Token | None:
    """The modal that governs ``verb`` ("will", "shall", "may", "to" excluded), or None."""
    for aux in auxiliaries(verb):
        if aux.tag_ == "MD":
            return aux
    return None


def has_to(verb: Token) -> bool:
    """Whether the verb is an infinitive with "to"."""
    return any(aux.lower_ == "to" for aux in children(verb, "aux"))


def is_infinitive(verb: Token) -> bool:
    """Whether the verb is an infinitive with "to", in the active or the passive ("to be signed")."""
    return has_to(verb) and (verb.tag_ == "VB" or child(verb, "auxpass") is not None)


def acting_verb(act: Token) -> Token:
    """The verb that says what is done: "turn" of "going to have to turn", "will be to turn"."""
    if act.lower_ != "going" and act.lemma_ not in {"have", "be"}:
        return act
    below = next((verb for verb in children(act, "xcomp") if has_to(verb)), None)
    bare = act.lemma_ != "be" or child(act, "attr", "acomp") is None
    return acting_verb(below) if below is not None and bare and below.i > act.i else act


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive."""
    return any(aux.dep_ == "auxpass" for aux in auxiliaries(verb)) or child(verb, "nsubjpass") is not None


def is_perfect(verb: Token) -> bool:
    """Whether the verb stands in a perfect tense ("has sent")."""
    return verb.tag_ in {"VBN", "VBD"} and any(aux.lemma_ == "have" for aux in auxiliaries(verb))


def progressive_of(verb: Token) -> Token | None:
    """The "be" that puts ``verb`` in a progressive tense ("is" of "is building"), or None."""
    if verb.tag_ != "VBG":
        return None
    return next((aux for aux in children(verb, "aux") if aux.lemma_ == "be"), None)


def negation(verb: Token) -> Token | None:
    """The word that negates ``verb``: "not", "n't", "never", a negative subject ("no one"), "has yet to".

    So does "still" behind "has": "has still to pay".
    """
    for found in verb.children:
        if _sets_apart(found, verb):
            continue
        if found.dep_ == "neg" or (found.dep_ == "advmod" and found.lower_ in NEGATING_ADVERBS):
            return None if _adds(found) else found
        if found.lower_ in {"nor", "neither"} and found.i < verb.i and found.dep_ not in SUBJECTS:
            return found
        if (
            found.lower_ in {"longer", "more"}
            and found.dep_ != "conj"
            and found.i
            and word_at(found, -1) == "no"
        ):
            return found.nbor(-1)
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "have" and has_to(verb):
        for adverb in children(verb.head, "advmod"):
            if adverb.lower_ == "yet" or (adverb.lower_ == "still" and adverb.i > verb.head.i):
                return adverb
    for aux in auxiliaries(verb):
        if (found_below := child(aux, "neg")) is not None:
            return found_below
        if aux.i > verb.sent.start and word_at(aux, -1) == "nor":  # "nor will we sell"
            return aux.nbor(-1)
    if (shared := _shared_negation(verb)) is not None:
        return shared
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is not None:
        for word in (subject, *subject.children):
            if word.lower_ in NEGATING_NOUNS:
                return word
        first = subject.left_edge
        if first.lower_ == "not" and word_at(first, 1) in SINGLE | WHOLE:
            return first
    return None


def _shared_negation(verb: Token) -> Token | None:
    """What negates the first of several verbs that "or" links: "will not sell it, lend it or pawn it"."""
    head = verb.head
    if verb.dep_ != "conj" or not is_verb(head) or children(verb, "aux") or not same_form(verb, head):
        return None
    links = {word.lower_ for member in conjuncts(head) for word in children(member, "cc")}
    return (child(head, "neg", "preconj") or _shared_negation(head)) if links & {"or", "nor"} else None


def _sets_apart(negating: Token, verb: Token) -> bool:
    """Whether "not" behind a comma only tells for whom an act is not: "will pay to crews, not owners"."""
    return negating.lower_ == "not" and negating.i > verb.i and word_at(negating, -1) == ","


def _adds(negating: Token) -> bool:
    """Whether "not" only leads to more: "not only will we rebuild it"."""
    return negating.i + 1 < negating.sent.end and word_at(negating, 1) in ADDING_ADVERBS


def subject_of(verb: Token) -> Token | None:
    """The token that acts in ``verb``: its own subject, or the one that it shares or is controlled by.

    Goes up through coordination ("will equip and train"), control ("pledged to send"), adjectives
    ("is ready to talk"), participles ("France, pledging to …", "the bank, set up to …") and relative
    clauses (whose antecedent acts). None where nobody can be found.
    """
    seen: set[int] = set()
    token = verb
    while token.i not in seen:
        seen.add(token.i)
        own = child(token, "nsubj", "nsubjpass", "csubj") or _subject_of_auxiliary(token)
        own = own or _subject_before_remark(token)
        if own is not None:
            return None if _is_heading_of(own, token) else antecedent(own)
        if token.dep_ in {"relcl", "acl"} and token.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return token.head if token.dep_ == "relcl" or token.tag_ in {"VBG", "VBN"} else None
        if token.dep_ in {"ROOT", "dep"} and not goes_on(token):
            return None
        if token.dep_ == "pcomp" and (doer := doer_behind(token.head)) is not None:
            return doer
        token = clause_around(token.head) if goes_on_behind_remark(token) else token.head
    return None


def _subject_of_auxiliary(verb: Token) -> Token | None:
    """A subject that the parse hangs on an auxiliary far from its verb: "Peru had by May agreed"."""
    subjects = (child(auxiliary, "nsubj") for auxiliary in verb.children if auxiliary.dep_ == "aux")
    return next((subject for subject in subjects if subject is not None), None)


def _subject_before_remark(verb: Token) -> Token | None:
    """A subject that the parse hangs on the remark behind it: "Peru, an envoy there said, is ready"."""
    remark = child(verb, "parataxis")
    subject = child(remark, "nsubj") if remark is not None and remark.i < verb.i else None
    return subject if subject is not None and child(subject, "appos") is not None else None


def doer_behind(preposition: Token) -> Token | None:
    """Who does that for which somebody thanks or blames: "thanked Peru for", "grateful to Peru for"."""
    if preposition.lower_ != "for" or preposition.dep_ != "prep":
        return None
    head = preposition.head
    told = child(head, "dobj") if is_verb(head) else noun_after(head, ("to",)) if head.pos_ == "ADJ" else None
    names = told is not None and (told.pos_ in {"PROPN", "PRON"} or told.ent_type_ in NAMED_LABELS)
    return told if names and told is not None and told.i < preposition.i else None


def _is_heading_of(subject: Token, verb: Token) -> bool:
    """Whether what the parse takes for the subject heads a task: "Safe Ports: Build two piers"."""
    if verb.tag_ != "VB" or not verb.text.istitle():
        return False
    between = [token for token in verb.doc[subject.i : verb.i] if not token.is_space]
    return bool(between) and between[-1].text in HEADING_MARKS


def goes_on_behind_remark(verb: Token) -> bool:
    """Whether a verb without a subject goes on with the clause in which a remark stands.

    The parse hangs it on the remark: "Peru will free the crew, its envoy announced, but will keep the nets".
    """
    if verb.dep_ != "conj" or child(verb, "nsubj", "nsubjpass") is not None:
        return False
    return is_remark(verb.head) or _goes_on_with_what_is_said(verb)


def _goes_on_with_what_is_said(verb: Token) -> bool:
    """Whether a modal goes on with that of a clause before it, though the parse hangs it on who says so.

    "He said the guild would obey whatever is decided, but would not leave".
    """
    said, modal = verb.head, next(iter(children(verb, "aux")), None)
    told = next((clause for clause in children(said, "ccomp") if said.i < clause.i < verb.i), None)
    if told is None or modal is None or modal.tag_ != "MD" or children(said, "aux"):
        return False
    return any(aux.tag_ == "MD" and aux.lower_ == modal.lower_ for aux in children(told, "aux"))


def is_remark(verb: Token) -> bool:
    """Whether a verb with its subject stands between commas inside the clause that it is about, or ends it.

    The parse makes that clause its content ("Peru will free the crew, its envoy announced, but …"), or
    coordinates both.
    """
    subject, clause = child(verb, "nsubj"), clause_around(verb)
    if not is_verb(verb) or subject is None or clause == verb or not clause.i < subject.i < verb.i:
        return False
    first, doc = subject.left_edge.i, verb.doc
    aside = [found.right_edge.i for found in children(verb, *REMARKED_WITH) if found.i > verb.i]
    behind = max([verb.i, *aside]) + 1  # "the envoy said on Friday"
    within = doc[first - 1].text == "," and behind < len(doc) and doc[behind].text in {",", "."}
    return within and not doc[first - 2].is_quote


def clause_around(remark: Token) -> Token:
    """The verb of the clause in which a remark stands; the remark itself where it stands in none."""
    clause = child(remark, "ccomp")
    if clause is not None:
        return clause
    beside = remark.dep_ in {"conj", "parataxis"} and child(remark, "xcomp", "dobj") is None
    return remark.head if beside else remark


def antecedent(subject: Token) -> Token:
    """What a relative pronoun stands for, and what a heading leads to ("Clean Water: Norway will …").

    Any other subject is returned as it is.
    """
    if subject.tag_ in {"WDT", "WP"} and subject.head.dep_ == "relcl":
        return subject.head.head
    second = [found for found in children(subject.head, "nsubj", "nsubjpass") if found.i > subject.i]
    for found in (*children(subject, "appos"), *second):
        before = [token for token in subject.doc[subject.i : found.left_edge.i] if not token.is_space]
        if before and before[-1].text in HEADING_MARKS:
            return found
    return subject


def taken_for_dative(token: Token) -> bool:
    """Whether a parse that makes a receiver part of what it receives is wrong: "gave the Trust free storage".

    A noun with an article of its own modifies nothing, but behind a hyphen ("a no-fishing zone").
    """
    beside = token.dep_ in {"nmod", "compound"} and token.head.dep_ == "dobj"
    return beside and child(token, "det") is not None and word_at(token, -1) != "-"


def passive_agent(verb: Token) -> Token | None:
    """The noun after "by" in a passive, or None; what is "held by March" is not held by anybody named."""
    by = child(verb, "agent")
    noun = child(by, "pobj") if by is not None else None
    return noun if noun is None or noun.ent_type_ not in TIME_LABELS else None


def is_inverted(clause: Token) -> bool:
    """Whether a clause is a condition without "if": "should the firm be sold", "were it to fail"."""
    first = clause.left_edge
    own = clause.i in {first.i, first.head.i}  # in "should it fail, we will leave" the second clause is none
    subject = child(clause, "nsubj", "nsubjpass")
    return own and first.lower_ in {"should", "were", "had"} and subject is not None and first.i < subject.i


def noun_after(head: Token, prepositions: tuple[str, ...]) -> Token | None:
    """The noun behind the first of ``prepositions`` below ``head``, days aside ("called on Friday to …")."""
    for preposition in children(head, "prep", "dative"):
        if preposition.lower_ in prepositions:
            noun = child(preposition, "pobj")
            if noun is None or noun.ent_type_ not in TIME_LABELS:
                return noun
    return None


def complements_of(head: Token, prepositions: tuple[str, ...]) -> Iterator[Token]:
    """The nouns and verbs behind those of ``prepositions`` that stand below ``head``.

    The parse may take the "to" before a gerund for that of an infinitive: "committed to further easing it".
    """
    joined = (each for preposition in children(head, "prep") for each in conjuncts(preposition))
    for preposition in joined:  # "agreed to a truce and to free trade"
        if preposition.lower_ in prepositions:
            yield from children(preposition, "pobj", "pcomp")
    if "to" in prepositions:
        yield from (verb for verb in children(head, "xcomp") if verb.tag_ == "VBG" and has_to(verb))


def ancestors(token: Token) -> Iterator[Token]:
    """The heads of ``token``, from its own to the root."""
    while token.head.i != token.i:
        token = token.head
        yield token


def subtree_indices(token: Token, leave_out: Iterable[Token] = ()) -> list[int]:
    """The sorted indices of ``token``'s subtree without the subtrees of ``leave_out``."""
    cut = {found.i for found in leave_out}
    indices = []
    open_tokens = [token]
    while open_tokens:
        current = open_tokens.pop()
        indices.append(current.i)
        open_tokens.extend(found for found in current.children if found.i not in cut)
    return sorted(indices)


def is_plural(noun: Token) -> bool:
    """Whether a noun or name is tagged as a plural: "boats", "Koreas"."""
    return noun.tag_ in PLURAL_TAGS


def noun_lemma(token: Token) -> str:
    """The singular of a noun in lower case, also of one that is capitalised as a name."""
    lemma = token.lemma_.lower()
    if token.tag_ != "NNPS":
        return lemma
    return lemma.removesuffix("ies") + "y" if lemma.endswith("ies") else lemma.removesuffix("s")


def is_paragraph_number(token: Token) -> bool:
    """Whether a number is that of a paragraph, at its head: "1.2" of "1.2 Boats shall carry a lamp"."""
    if PARAGRAPH_NUMBER.fullmatch(token.text) is None or token.i != token.sent.start:
        return False
    behind = neighbour(token)
    return behind is not None and behind.text.istitle() and behind.pos_ != "NUM"  # "2.5 Million"


def outside_brackets(words: Iterable[Token]) -> Iterator[Token]:
    """Words without those in brackets: "Fiji (the host), and Peru", "Ada Berg (mayor): …"."""
    inside = False
    for word in words:
        inside = (inside or word.text == "(") and not word.text.startswith(")")
        if not inside and word.text != ")":
            yield word
