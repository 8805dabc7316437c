"""Verbs that stand in one list, and verbs of mere aspect, below which such a list may stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile

from flows.extract import syntax
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.parse import Token

PLAIN_TAGS = frozenset({"VB", "VBP"})  # which the tagger confuses
LINKS_OF_PURPOSE = frozenset({"advcl", "xcomp", "relcl", "acl"})
BY_NOW = frozenset({"now", "still", "currently", "already"})
JOINS = frozenset({"and", "or"})
LONGEST_INSERTED = 10  # tokens, with the commas around them
LISTED_LABELS = frozenset({"conj", "dep", "ccomp", "advcl", "acl", "xcomp", "pcomp", "appos"})


def is_of_aspect(verb: Token) -> bool:
    """Whether a verb only tells how the act runs that it governs: "continue to work"."""
    return verb.lemma_.lower() in cue_index().noun_lists["aspect"]


def aspect_chain(act: Token) -> list[Token]:
    """``act`` and, below verbs of aspect, what they govern: "continue", "working", "find"."""
    chain = [act]
    while is_of_aspect(chain[-1]):
        below = syntax.children(chain[-1], "xcomp", "advcl")
        inner = next((verb for verb in below if verb.tag_ == "VBG" or syntax.has_to(verb)), None)
        if inner is None:
            break
        chain.append(inner)
    return chain


def joining_word(first: Token) -> str:
    """The word before what joins a list, in small letters, also before what is inserted between commas.

    "and" of "and pay", of "and, if need be, pay" and of "and, by May, pay"; else the word or comma itself.
    """
    before = syntax.word_at(first, -1)
    inserted = range(3, LONGEST_INSERTED + 1) if before == "," else ()
    opening = next((distance for distance in inserted if syntax.word_at(first, -distance) == ","), None)
    joining = syntax.word_at(first, -opening - 1) if opening is not None else before
    return joining if joining in JOINS else before


def coordinated_verbs(act: Token) -> list[Token]:
    """The verbs in one list with ``act``, behind it, without a subject of their own, in order of the text."""
    found = {verb.i: verb for verb in syntax.conjuncts(act)[1:] if _same_mood(act, verb)}
    found.update({verb.i: verb for verb in _listed(act)})
    return [
        verb
        for _, verb in sorted(found.items())
        if syntax.is_verb(verb)
        and syntax.child(verb, "nsubj", "nsubjpass") is None
        and not _begins_anew(verb, act)
        and not _shares_an_object_below(verb, act, found)
    ]


def _begins_anew(verb: Token, act: Token) -> bool:
    """Whether a verb tells how things stand by now, and is no infinitive: "… and now give no date"."""
    if not syntax.has_to(act) or syntax.has_to(verb):
        return False
    return any(word.lower_ in BY_NOW and word.i + 1 == verb.i for word in syntax.children(verb, "advmod"))


def with_coordinated(first: Token) -> list[Token]:
    """What opens an item of a list, and the verbs that are acts beside it: "fund schools and build roads".

    Where the parse puts another word on top, it does not know what the item's verbs are: the first alone.
    Verbs right beside each other have one object and are one act: "build and keep the roads".
    """
    is_top = first.head.i == first.i and syntax.is_verb(first)
    beside = coordinated_verbs(first) if is_top else []
    return [first, *(verb for verb in beside if not _is_right_behind(verb, first))]


def _is_right_behind(verb: Token, first: Token) -> bool:
    """Whether only "and" or "or", commas and such verbs stand between a verb and the first of its list."""
    between = first.doc[first.i + 1 : verb.i]
    return all(word.dep_ in {"cc", "punct", "advmod"} or word.tag_ == first.tag_ for word in between)


def _shares_an_object_below(verb: Token, act: Token, listed: Mapping[int, Token]) -> bool:
    """Whether a verb goes with one below the act, whatever the parse says, as both have one object.

    "move money to programs that support and strengthen towns": "strengthen" is no act beside "move". Nor is
    "live" of "help them move to and live in towns".
    """
    if verb.i - 2 <= act.i or verb.nbor(-1).dep_ != "cc":
        return False
    other = verb.nbor(-2)
    if other.dep_ == "prep" and syntax.child(other, "pobj", "pcomp") is None:
        other = other.head
    alike = {other.tag_, verb.tag_} <= PLAIN_TAGS or other.tag_ == verb.tag_ == "VBG"
    return other.i not in {act.i, *listed} and syntax.is_verb(other) and alike


def _listed(act: Token) -> Iterator[Token]:
    """Verbs of the act's form that stand in its list, where the parse hangs them elsewhere.

    "to counter corruption, ensure safety, and protect rights": a comma or "and" right before the verb. What
    for something is done is no part of the list: "will take steps, to protect the coast and feed its towns".
    """
    sentence = act.sent
    for verb in sentence.doc[act.i + 1 : sentence.end]:
        if verb.dep_ not in LISTED_LABELS:
            continue
        first = _opening(verb) if syntax.has_to(verb) and verb.i - 2 > act.i else verb
        behind_inserted = syntax.word_at(first, -1) == "," and joining_word(first) in JOINS
        alike = verb.tag_ == act.tag_ or (behind_inserted and {verb.tag_, act.tag_} == PLAIN_TAGS)
        alike = (alike or _goes_on_bare(verb)) and act.tag_ in {"VB", "VBG"}
        helps = verb.tag_ == "VBG" and act.dep_ == "pcomp"  # "to helping mend nets, lending boats, and …"
        if not (alike or helps or {verb.tag_, act.tag_} <= PLAIN_TAGS):
            continue
        if syntax.word_at(first, -1) not in {",", "and", ";"} and not (_adds_to(first) and _may_go_on(act)):
            continue
        above = (verb.head, *syntax.ancestors(verb))
        beside = (act.head in above or _runs_on_above(act) in above) and not _goes_with_purpose(verb, act)
        if (beside and alike) or _is_cut_off(verb, act) or _is_listed_behind_preposition(verb, act):
            yield verb


def _opening(verb: Token) -> Token:
    """The "to" of an infinitive, or the adverb before it: "to" of "to further mend"."""
    return next((aux for aux in syntax.children(verb, "aux") if aux.lower_ == "to"), verb.nbor(-1))


def _adds_to(first: Token) -> bool:
    """Whether "as well as" joins an infinitive to another: "as well as to mend"."""
    joined = first.lower_ == "to" and syntax.word_at(first, -1) == "as"
    return joined and syntax.word_at(first, -2) == "well"


def _may_go_on(act: Token) -> bool:
    """Whether "as well as to" can lead on from a verb: not from "will work", nor from a purpose."""
    return syntax.has_to(act) and act.dep_ != "advcl"


def _runs_on_above(act: Token) -> Token | None:
    """The finite verb of aspect over what governs an act: "continue" of "I continue to ask you to wait"."""
    verb = act.head.head
    aspect = act.head.dep_ == "xcomp" and verb.tag_ in {"VBP", "VBZ"} and not syntax.auxiliaries(verb)
    return verb if aspect and is_of_aspect(verb) else None


def _goes_on_bare(verb: Token) -> bool:
    """Whether a list of bare verbs begins with what the parse takes for the present tense."""
    return verb.tag_ == "VBP" and any(below.tag_ == "VB" for below in syntax.children(verb, "conj"))


def _is_listed_behind_preposition(verb: Token, act: Token) -> bool:
    """Whether a gerund goes on with one behind a preposition, though the parse hangs it on a verb above that.

    "committed to helping mend nets, lending boats, and training crews": only in a list that "and" closes.
    """
    first, above = syntax.conjunction_head(verb), act.head.head
    helps = act.tag_ == "VBG" or any(word.tag_ == "VBG" for word in syntax.children(act, "aux"))
    behind = act.dep_ == "pcomp" and helps and first.dep_ == "advcl" and first.head == above
    if not behind or verb.tag_ != "VBG" or first.tag_ != "VBG" or syntax.word_at(first, -1) != ",":
        return False
    further = syntax.child(first, "conj")
    return further is not None and further.tag_ == "VBG" and syntax.child(first, "cc") is not None


def _is_cut_off(verb: Token, act: Token) -> bool:
    """Whether a verb belongs to an act below what the parse coordinates it with, whose form it cannot share.

    "Told of its plan to fund schools, and build roads": "build" is no conjunct of "told". Nor is
    "improving" of "is committed to helping, and improving".
    """
    while verb.dep_ == "conj" and verb.head.i > act.i and syntax.same_form(verb, verb.head):
        verb = verb.head
    head = verb.head
    auxiliaries = syntax.children(verb, "aux")
    if syntax.has_to(act):  # "was ready by May to help and to wait"
        auxiliaries = [aux for aux in auxiliaries if aux.lower_ != "to"]
    if verb.dep_ != "conj" or syntax.same_form(verb, head) or auxiliaries:
        return False
    between = takewhile(lambda above: above.i != head.i, syntax.ancestors(act))
    clauses = (above for above in between if syntax.child(above, "nsubj", "nsubjpass") is not None)
    return syntax.is_verb(head) and head.i < act.i and head in syntax.ancestors(act) and not any(clauses)


def _goes_with_purpose(verb: Token, act: Token) -> bool:
    """Whether a verb is coordinated with an act's purpose or what a clause in it tells, and is no act itself.

    "hold fairs to teach children and feed them", "… that teach children and feed them", "efforts to teach
    children and feed them", "help schools so that they teach children and feed them". With "to" before it, or
    where the list ends with "and to …", it stands beside an act that has "to" itself. Nor does it go with
    what has another form: "will sell the boats that the port owns and mend the rest".
    """
    first = syntax.conjunction_head(verb)
    if first.i <= act.i:
        return False
    if first.dep_ == "ccomp" and (syntax.has_to(first) or _tells_how(first)):
        return True  # "see its power to bind and loose upheld", "discuss how they can bind and loose"
    if first.dep_ == "ccomp" and syntax.modal_of(first) is not None and not syntax.has_to(verb):
        return True  # "saying that nobody can bind and loose"
    of_noun = first.dep_ == "acl" and syntax.is_passive(first)  # "finish the rules to be made and start"
    if first.dep_ not in LINKS_OF_PURPOSE or of_noun:
        return False
    if not syntax.has_to(first):
        tells = first.dep_ == "relcl" or syntax.child(first, "nsubj") is not None
        return tells and not syntax.has_to(verb) and not _is_finite_alone(first)
    if syntax.word_at(verb.left_edge, -1) == ";" or not syntax.same_form(verb, first):
        return False
    behind = first.doc[first.i - 1 : first.sent.end]
    goes_on = any(
        token.lower_ == "to" and (syntax.word_at(token, -1) == "and" or _adds_to(token)) for token in behind
    )
    return not (syntax.has_to(act) and goes_on)


def _tells_how(clause: Token) -> bool:
    """Whether a clause with a modal tells how something can be done: "discuss how they can mend it"."""
    return clause.left_edge.tag_ == "WRB" and syntax.modal_of(clause) is not None


def _is_finite_alone(verb: Token) -> bool:
    """Whether a verb's form is one that no bare verb can be coordinated with: "owns", "sailed", "is sold"."""
    forms = (verb, *syntax.children(verb, "aux", "auxpass"))
    return any(word.tag_ == "VBZ" or (word.tag_ == "VBD" and word.lower_ != word.lemma_) for word in forms)


def _same_mood(first: Token, second: Token) -> bool:
    return syntax.same_form(second, first) or first.tag_ == second.tag_
