"""The action: the verbatim span from the acting verb or noun to the end of its complements."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.action_lexicon import action_lexicon
from flows.extract.components.action_lists import with_rest_of_lists
from flows.extract.components.action_marks import closed_at, lone_marks, opens_quotation, without_closing
from flows.extract.components.action_remarks import without_remark, without_second_clause
from flows.extract.components.coordination import aspect_chain, coordinated_verbs
from flows.extract.components.cue_lexicon import cue_index, is_one_of_lists, ways_to_ask
from flows.extract.components.occasion import tells_when_announced
from flows.extract.components.outside_action import NO_PART, is_outside, own_clause
from flows.extract.parse import Span, Token

# What tells for whom or what for a noun is given, though the parse may hang it on the verb before the noun.
COMPLETING = frozenset({"to", "for", "toward", "towards", "as"})
# Verbs and nouns that tell that something is given on top of what others do.


def action_span(act: Token) -> Span:
    """The tokens of the action that ``act`` heads, within its sentence.

    A verb's action starts at the verb itself and runs to the last token of its objects and
    complements; a noun's is its phrase with what tells for whom or what for. Verbs coordinated with an
    object of their own, remarks ("he said") and closing punctuation are left out.
    """
    act = syntax.acting_verb(act)
    sentence = act.sent
    if syntax.is_verb(act) or act.pos_ == "AUX" or _governs_clause(act):
        return _trim(sentence.doc[_start_of_verb(act) : _end_of_verb(act) + 1], act)
    said = next((found.i for found in act.children if tells_when_announced(found, act)), sentence.end)
    cut = [found for found in act.children if found.i >= said or is_outside(found, act)]
    indices = syntax.subtree_indices(act, cut)
    start, end = _around(indices, act.i)
    aid = _aid_for(act)
    start = start if aid is None else aid.left_edge.i
    return _trim(sentence.doc[start : _completed(act, _end_of_word(act, end)) + 1], act)


def _end_of_word(noun: Token, end: int) -> int:
    """The last token of a noun's phrase with what the parse tears off its word: "$94 | m to Fiji"."""
    last, behind = noun.doc[end], syntax.neighbour(noun.doc[end])
    torn = behind is not None and last == noun and not last.whitespace_ and behind.head == noun.head
    while torn and behind is not None and behind.text == "-" and not behind.whitespace_:
        behind = syntax.neighbour(behind)
    return behind.right_edge.i if torn and behind is not None and behind.is_alpha else end


def without_copula(action: Span, act: Token) -> Span:
    """What there will be, or not: "there will be | no talks"."""
    named = syntax.child(act, "attr") if syntax.child(act, "expl") is not None else None
    if act.lemma_ != "be" or named is None or not action.start <= named.left_edge.i < action.end:
        return action
    first = named.left_edge.i
    return action.doc[first - int(opens_quotation(action.doc[first - 1])) : action.end]


def _aid_for(noun: Token) -> Token | None:
    """What is given to add to efforts: "federal aid to supplement local efforts"; None where nothing is."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in cue_index().noun_lists["adding"] or not syntax.has_to(verb):
        return None
    given = syntax.child(verb.head, "dobj") if verb.dep_ in {"xcomp", "advcl"} else verb.head
    return given if given is not None and given.i < verb.i and is_one_of_lists(given, ("aid",)) else None


def _governs_clause(act: Token) -> bool:
    """Whether a word, though tagged as a noun, is the verb of a clause: "its demand that US trade freely"."""
    return syntax.child(act, "mark") is not None and syntax.child(act, "nsubj") is not None


def span_from(act: Token, end: int) -> Span:
    """All from ``act`` to the token ``end``, for an item whose first word the parse does not put on top."""
    return _trim(act.doc[act.i : end], act)


def _start_of_verb(act: Token) -> int:
    """Where a verb's action starts: at "helping" before it, which the parse takes for its auxiliary."""
    before = syntax.neighbour(act, -1)
    helps = before is not None and before.dep_ == "aux" and before.lower_ == "helping"
    return act.i - int(helps)


def _end_of_verb(act: Token) -> int:
    outside = [found for found in act.children if is_outside(found, act)]
    chain = aspect_chain(act)
    acts_behind = [
        verb
        for head in chain
        for verb in coordinated_verbs(head)
        if verb.i > act.i and own_clause(verb, _beside(verb, chain, head))
    ]
    let = (verb for first in syntax.children(act, "ccomp") for verb in syntax.conjuncts(first))
    acts_behind += [verb for verb in let if syntax.letting_verb(verb) == act]
    last = min((verb.i for verb in acts_behind), default=act.sent.end)
    indices = [index for index in syntax.subtree_indices(act, [*outside, *acts_behind]) if index < last]
    parted = syntax.parted_object(act)
    if parted is not None:
        return parted.right_edge.i
    end = _around(indices, act.i)[1]
    torn = _clause_torn(act, end)
    return torn if torn is not None else _with_clause(act, _with_what_for(act, end))


def _clause_torn(act: Token, end: int) -> int | None:
    """The last token before a clause of time whose verb the parse hangs on one above; None without one.

    "reopen the port | after tests of the water" where "showed no oil" goes on.
    """
    behind = syntax.neighbour(act.doc[end])
    opening = next((word for word in syntax.children(act, "prep") if word.right_edge.i == end), None)
    if behind is None or opening is None or opening.lower_ not in NO_PART or opening.i - 1 <= act.i:
        return None
    own = syntax.child(behind, "nsubj", "nsubjpass") is None and behind not in syntax.ancestors(act)
    return opening.i - 1 if behind.tag_ in {"VBD", "VBZ", "VBP"} and own else None


def _with_clause(act: Token, end: int) -> int:
    """The last token of a clause whose verb the parse hangs on one above: "ensuring every crew | has a boat".

    The finite verb right behind what is done to something has that for its subject, if no other.
    """
    thing, behind = syntax.child(act, "dobj"), syntax.neighbour(act.doc[end])
    if thing is None or behind is None or act.lemma_ not in action_lexicon().bringing.lemmas:
        return end
    finite = behind.tag_ in {"VBZ", "VBP", "MD"} and thing.right_edge.i == end
    verb = behind.head if behind.tag_ == "MD" else behind
    alone = syntax.child(verb, "nsubj", "nsubjpass") is None and verb not in syntax.ancestors(act)
    return verb.right_edge.i if finite and alone and verb.i > end else end


def _with_what_for(act: Token, end: int) -> int:
    """The last token of what "all one can" is done for, where the parse hangs it on a verb above.

    "promise to keep | doing all we can to open the port".
    """
    done = syntax.child(act, "dobj")
    behind = syntax.neighbour(act.doc[end])
    if act.lemma_ != "do" or done is None or done.right_edge.i != end or behind is None:
        return end
    able = any(word.tag_ == "MD" for word in done.subtree) and done.lower_ in cue_index().noun_lists["all"]
    purpose = behind.head
    for_it = behind.tag_ == "TO" and purpose.tag_ == "VB" and purpose.head in syntax.ancestors(act)
    return purpose.right_edge.i if able and for_it else end


def _beside(verb: Token, chain: list[Token], head: Token) -> Token:
    """The verb right before one that is coordinated with a verb of a chain of aspect, else ``head``."""
    return verb.head if verb.dep_ == "conj" and syntax.conjunction_head(verb) in chain else head


def _completed(act: Token, end: int) -> int:
    """The last token of what tells for whom or what for a noun is given, which the parse hangs on its verb.

    "Confirmed our dedication to the safety of Peru", "pledged two boats to patrol the coast".
    """
    if act.dep_ == "nsubj" and syntax.has_to(act.head):
        return act.head.right_edge.i  # "asked Peru for | tugs to move the wreck"
    if act.dep_ not in {"dobj", "nsubjpass", "pobj"} or act.ent_type_ in syntax.NAMED_LABELS:
        return end
    verb = act.head.head if act.dep_ == "pobj" else act.head
    end = _with_noun_taken_for_verb(act, end)
    following = end + 1
    for beside in verb.children:
        if beside.left_edge.i != following:
            continue
        completes = (
            syntax.is_infinitive(beside)
            or _tells_of_thing(beside, act, verb)
            or _tells_how_often(beside)
            or _is_joined(beside)
        )
        if completes:
            end = beside.right_edge.i
        if completes or _tells_day(beside):
            following = beside.right_edge.i + 1
    return end


def _with_noun_taken_for_verb(thing: Token, end: int) -> int:
    """The last token of a second thing given that the parse takes for a verb: "has offered berths and work".

    A bare verb is coordinated with no participle.
    """
    verb, joint = thing.head, syntax.neighbour(thing.doc[end])
    if thing.dep_ != "dobj" or verb.tag_ not in {"VBN", "VBD"} or joint is None or joint.dep_ != "cc":
        return end
    second = syntax.neighbour(joint)
    bare = second is not None and second.tag_ == "VB" and second.dep_ == "conj" and second.head == verb
    return second.right_edge.i if bare and second is not None and not second.lefts else end


def _tells_day(words: Token) -> bool:
    """Whether words between a thing and what it is for tell when it is given: "a fund on Sunday to help"."""
    below = syntax.child(words, "pobj") if words.dep_ == "prep" else words
    return below is not None and below.dep_ in {"pobj", "npadvmod"} and below.ent_type_ in syntax.TIME_LABELS


def _tells_of_thing(preposition: Token, thing: Token, verb: Token) -> bool:
    """Whether a preposition opens what for, of what or from where something is that a verb gives.

    "$5 million in awards", "help with schools", "buoys from its yards", "beds at ten clinics"; "asked for
    buoys from Peru" tells who is asked.
    """
    word = preposition.lower_
    if word in {"in", "at"}:
        return (word == "in" and thing.ent_type_ == "MONEY") or _is_at_several(preposition)
    if word == "with":
        return is_one_of_lists(thing, ("help",))
    if word == "from":
        source = syntax.child(preposition, "pobj")
        dated = source is None or source.ent_type_ in syntax.TIME_LABELS
        return not dated and "thing" not in ways_to_ask(verb)
    return word in COMPLETING


def _is_at_several(preposition: Token) -> bool:
    """Whether something is given at a number of places: "at ten clinics", not "at a summit"."""
    place = syntax.child(preposition, "pobj")
    counted = place is not None and syntax.child(place, "nummod") is not None
    return place is not None and counted and place.tag_ == "NNS" and place.ent_type_ not in syntax.TIME_LABELS


def _is_joined(thing: Token) -> bool:
    """Whether the parse makes a second object of what "and" joins to the first: "hit by rain and | winds"."""
    return thing.dep_ == "dobj" and syntax.word_at(thing.left_edge, -1) in {"and", "or"}


def _tells_how_often(words: Token) -> bool:
    """Whether words tell how often something is given: "every three hours"."""
    return words.dep_ == "npadvmod" and words.left_edge.lower_ in {"every", "each"}


def _around(indices: list[int], anchor: int) -> tuple[int, int]:
    """The bounds of the unbroken run of ``indices`` around ``anchor``, small gaps (quotes) bridged."""
    position = indices.index(anchor)
    start = end = anchor
    for index in indices[position + 1 :]:
        if index - end > 3:
            break
        end = index
    for index in reversed(indices[:position]):
        if start - index > 3:
            break
        start = index
    return start, end


def _trim(span: Span, act: Token) -> Span:
    """The span without what closes or opens it, or the act alone where that would go with it."""
    trimmed = with_rest_of_lists(_trimmed(span), act)
    return trimmed if trimmed.start <= act.i < trimmed.end else span.doc[act.i : act.i + 1]


def _trimmed(span: Span) -> Span:
    """Drop a closing remark, closing punctuation and a quotation mark without its partner."""
    span = without_closing(without_remark(without_closing(without_second_clause(span))))
    start, end = span.start, span.end
    while end - start > 1 and (span.doc[start].is_space or span.doc[start].is_punct):
        start += 1
    span = span.doc[start:end]
    opened, stray = lone_marks(span)
    if stray is not None and stray == end - 1 > start:
        return without_closing(span.doc[start:stray])
    return span.doc[start : closed_at(span)] if opened else span
