"""Who acts in a verb."""

from __future__ import annotations

from flows.extract.parse import Token
from flows.extract.syntax.labels import CLAUSES_ON_NOUNS, NAMED_LABELS, RELATIVE_TAGS, TIME_LABELS
from flows.extract.syntax.nouns import is_paragraph_number, noun_after
from flows.extract.syntax.once import once
from flows.extract.syntax.remarks import clause_around, goes_on_behind_remark
from flows.extract.syntax.tree import child, children, conjunction_head, neighbour
from flows.extract.syntax.verbs import goes_on, is_verb, modal_of

FINITE_ALONE = frozenset({"VBD", "VBZ"})
# Verbs with a bare verb for what others do, which the tagger may take for their present.
LETTING = frozenset({"let", "help", "make"})
BEFORE_TIMES = frozenset({"since", "until", "till", "before", "after"})
HEADING_MARKS = frozenset({":", "–", "—"})  # behind a heading that the parse takes for the subject
# Whom a speech is for, and the words before them: "Madam Speaker", "Distinguished Delegates".
SPOKEN_TO = frozenset(
    {"speaker", "president", "chairman", "chairwoman", "chairperson", "chair", "minister"}
    | {"excellency", "excellencies", "delegates", "colleagues", "members", "senators", "friends", "gentlemen"}
)
TITLES = frozenset(
    {"mr", "mr.", "mister", "madam", "madame", "deputy", "vice", "acting", "prime"}
    | {"your", "my", "dear", "honourable", "honorable", "hon.", "distinguished", "esteemed", "fellow"}
)


@once
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
        own = _subject_of_auxiliary(token) or child(token, "nsubj", "nsubjpass", "csubj")
        own = own or _subject_before_remark(token) or _subject_behind_date(token) or _list_behind_date(token)
        if own is not None and is_time_of_mark(own):
            token = token.head
            continue
        if own is not None:
            return None if _is_heading_of(own, token) or is_paragraph_number(own) else antecedent(own)
        if _is_spent_on(token):
            token = token.head.head
            continue
        if token.dep_ in CLAUSES_ON_NOUNS and token.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            acts = token.dep_ == "relcl" or token.tag_ in {"VBG", "VBN"}
            return token.head if acts else _described_before(token)
        if token.dep_ in {"ROOT", "dep"} and not goes_on(token):
            return None
        if token.dep_ == "pcomp" and (doer := doer_behind(token.head)) is not None:
            return doer
        if goes_on_behind_remark(token):
            token = clause_around(token.head)
        elif (above := letting_verb(token)) is not None:
            token = above
        else:
            token = token.head.head if _goes_on_with_telling(token) else token.head
    return None


def letting_verb(verb: Token) -> Token | None:
    """The verb with which one with a modal goes on that the parse joins to what the first lets others do.

    "Will let the crew sail but will not pay": "let", as what is let is told in a bare verb.
    """
    first = conjunction_head(verb)
    if first == verb or modal_of(verb) is None or child(verb, "nsubj", "nsubjpass") is not None:
        return None
    bare = first.tag_ == "VB" or (first.tag_ == "VBP" and first.head.lemma_ in LETTING)
    lets = bare and first.head.i < first.i and first.dep_ == "ccomp" and child(first, "nsubj") is not None
    return first.head if lets and not children(first, "aux", "mark") else None


def _is_spent_on(verb: Token) -> bool:
    """Whether a participle tells how somebody spends some time: "has spent years committed to peace"."""
    spent = verb.head
    spending = spent.dep_ == "dobj" and spent.head.lemma_ == "spend" and spent.ent_type_ in TIME_LABELS
    return spending and verb.dep_ in CLAUSES_ON_NOUNS and verb.tag_ in {"VBG", "VBN"}


def _described_before(verb: Token) -> Token | None:
    """Who acts in a sentence's verb that the parse hangs on them, or on what describes them between commas.

    "The Reef League, a fishers' group, called on Peru to pay": "League".
    """
    noun = verb.head.head if verb.head.dep_ == "appos" else verb.head
    before, described = neighbour(verb, -1), child(noun, "appos")
    closed = before is not None and before.text == "," and described is not None and described.i < before.i
    main = closed and verb.dep_ == "acl" and verb.tag_ == "VBD" and noun.dep_ == "ROOT"
    return noun if main else None


def _goes_on_with_telling(verb: Token) -> bool:
    """Whether a verb goes on with that of telling, though the parse joins it to what is told.

    "The envoy said the crew must come first and asked Peru to wait": behind "must" no "asked" goes on. Nor
    does "is" with what are several: "thinks crews must come first and is asking Peru to wait".
    """
    told = verb.head
    if verb.dep_ != "conj" or told.dep_ != "ccomp" or modal_of(told) is None:
        return False
    if verb.tag_ in FINITE_ALONE:
        return verb.lower_ != verb.lemma_ and told.head.tag_ == verb.tag_
    several = any(subject.tag_ == "NNS" for subject in children(told, "nsubj"))
    return several and told.head.tag_ == "VBZ" and any(aux.tag_ == "VBZ" for aux in children(verb, "aux"))


def _subject_of_auxiliary(verb: Token) -> Token | None:
    """A subject that the parse hangs on an auxiliary far from its verb: "Peru had by May agreed".

    Then whom a speech is for may seem to be the verb's: "Peru will, Madam Speaker, pay".
    """
    subjects = (child(auxiliary, "nsubj") for auxiliary in verb.children if auxiliary.dep_ == "aux")
    return next((subject for subject in subjects if subject is not None), None)


def is_time_of_mark(subject: Token) -> bool:
    """Whether the parse makes a day the subject of a verb behind it: "the crew that left in May said"."""
    if subject.ent_type_ not in TIME_LABELS or subject.head.dep_ != "advcl":
        return False
    mark = child(subject.head, "mark")
    return mark is not None and mark.lower_ in BEFORE_TIMES and mark.i == subject.left_edge.i - 1


def _subject_before_remark(verb: Token) -> Token | None:
    """A subject that the parse hangs on the remark behind it: "Peru, an envoy there said, is ready"."""
    remark = child(verb, "parataxis")
    subject = child(remark, "nsubj") if remark is not None and remark.i < verb.i else None
    return subject if subject is not None and child(subject, "appos") is not None else None


def _subject_behind_date(verb: Token) -> Token | None:
    """A subject that the parse hangs on the date before it: "On Friday Peru sold the port"."""
    before = neighbour(verb, -1)
    if before is None or before.pos_ != "PROPN" or verb.tag_ not in FINITE_ALONE or before.dep_ != "pobj":
        return None
    if before.head.dep_ != "prep" or before.ent_type_ in TIME_LABELS:
        return None
    dated = any(word.ent_type_ in TIME_LABELS for word in children(before, "compound"))
    return before if dated or children(before.head, "pobj")[0] != before else None


def _list_behind_date(verb: Token) -> Token | None:
    """The first of a list that the parse hangs on the date before: "On Monday, Peru, Mali and Fiji paid"."""
    auxiliary = child(verb, "aux")
    first = neighbour(auxiliary if auxiliary is not None and auxiliary.i < verb.i else verb, -1)
    if first is None or first.dep_ != "conj" or first.pos_ != "PROPN":
        return None
    while first.head.dep_ == "conj":
        first = first.head
    return first if first.head.ent_type_ in TIME_LABELS and first.ent_type_ not in TIME_LABELS else None


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


def _person_of(name: Token) -> Token:
    """Who is "who" behind the name of a place or body: "the leaders of Peru, who agreed"; else the name."""
    outer = name.head.head if name.dep_ == "pobj" and name.head.lower_ in {"of", "from"} else name
    named = name.pos_ == "PROPN" and name.ent_type_ not in {"PERSON", "NORP"}
    return outer if named and outer.pos_ == "NOUN" else name


def antecedent(subject: Token) -> Token:
    """What a relative pronoun stands for, and what a heading leads to ("Clean Water: Norway will …").

    So does whom one speaks to: "Madam Speaker, Norway will …". Any other subject is returned as it is.
    """
    clause = _clause_opened_by(subject) if subject.tag_ in RELATIVE_TAGS else None
    if clause is not None:
        noun = clause.head
        return _person_of(noun) if subject.lower_ == "who" else noun
    second = [found for found in children(subject.head, "nsubj", "nsubjpass") if found.i > subject.i]
    for found in (*children(subject, "appos"), *second):
        before = [token for token in subject.doc[subject.i + 1 : found.left_edge.i] if not token.is_space]
        if before and (before[-1].text in HEADING_MARKS or _is_spoken_to(subject, before[0], found)):
            return found
    return subject


def _clause_opened_by(relative: Token) -> Token | None:
    """The verb of a relative clause, also of one that says what is told: "a firm which Peru says must go"."""
    verb = relative.head
    if verb.dep_ == "ccomp" and verb.head.dep_ == "relcl" and relative.i < verb.head.i:
        verb = verb.head
    return verb if verb.dep_ == "relcl" else None


def _is_spoken_to(hearer: Token, behind: Token, acting: Token) -> bool:
    """Whether a subject is only whom a speech is for, by their title and the comma ``behind`` it."""
    after = neighbour(acting.right_edge, 1)
    described = after is not None and after.text == ","  # "Speaker Reed, the mayor, will pay"
    before = [word for word in hearer.children if word.i < hearer.i]
    spoken_to = hearer.lower_ in SPOKEN_TO and hearer.text.istitle()
    spoken_to = spoken_to and all(word.lower_ in TITLES for word in before)
    return spoken_to and behind.text == "," and not described
