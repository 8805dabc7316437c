"""The action: the verbatim span from the acting verb or noun to the end of its complements."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.attribution_lexicon import attribution_lexicon, saying_verbs
from flows.extract.components.coordination import aspect_chain, coordinated_verbs
from flows.extract.components.cue_lexicon import PARTY_LABELS, ways_to_ask
from flows.extract.components.occasion import (
    is_bare_time,
    ranks,
    tells_occasion,
    tells_when_announced,
    under_deal,
)
from flows.extract.components.time_lexicon import grammar
from flows.extract.parse import Span, Token

CLOSING = frozenset({",", ";", ":", ".", "-", "–", "—", "...", "…", "!", "?"})
OPENING_MARKS = frozenset({"“", "«", "„", "``"})
CLOSING_MARKS = frozenset({"”", "»", "''"})
STRAIGHT_MARK = '"'
# Words whose clause tells on what or until when an act depends, or why it is done; it is no part of the act.
NO_PART = frozenset({"if", "unless", "until", "once", "after", "before", "because"})
# What a clause behind a comma concedes, or gives as a reason, is no part either.
CONCEDING = frozenset({"though", "although", "whereas", "while", "since"})
# Prepositions behind a comma of what led to the act.
LED_BY = frozenset({"after", "following", "amid", "despite"})
SUMMING_ALONE = frozenset({"something"})  # what sums up an act without an article: ", something it never did"
LEADING_ON = (["in", "order", "to"], ["in", "order"], ["or", "else"])
# The first words of a further item of a list, and those that show that more than a list follows.
LISTED_TAGS = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP$"})
UNLISTED_TAGS = frozenset({"MD", "TO", "VB", "VBD", "VBP", "VBZ", "WDT", "WP", "WRB"})
FINITE = frozenset({"MD", "VBZ", "VBP", "VBD"})
CLOSING_CLAUSES = frozenset({"relcl", "advcl"})
LOOSE = frozenset({"appos", "conj", "npadvmod", "dobj", "dep", "oprd"})
# What tells for whom or what for a noun is given, though the parse may hang it on the verb before the noun.
COMPLETING = frozenset({"to", "for", "toward", "towards", "as"})
HELP_WITH = frozenset({"help", "aid", "assistance", "support"})
# Verbs and nouns that tell that something is given on top of what others do.
ADDING = frozenset({"supplement", "support", "assist", "complement"})
GIVEN = frozenset({"aid", "assistance", "help", "funding", "relief"})
ALL = frozenset({"all", "everything", "anything", "whatever"})  # "will do all it can"
REPORTING = frozenset({"parataxis", "meta", "intj"})


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
    cut = [found for found in act.children if found.i >= said or _is_outside(found, act)]
    indices = syntax.subtree_indices(act, cut)
    start, end = _around(indices, act.i)
    aid = _aid_for(act)
    start = start if aid is None else aid.left_edge.i
    return _trim(sentence.doc[start : _completed(act, end) + 1], act)


def without_copula(action: Span, act: Token) -> Span:
    """What there will be, or not: "there will be | no talks"."""
    named = syntax.child(act, "attr") if syntax.child(act, "expl") is not None else None
    if act.lemma_ != "be" or named is None or not action.start <= named.left_edge.i < action.end:
        return action
    first = named.left_edge.i
    return action.doc[first - int(_opens_quotation(action.doc[first - 1])) : action.end]


def _aid_for(noun: Token) -> Token | None:
    """What is given to add to efforts: "federal aid to supplement local efforts"; None where nothing is."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in ADDING or not syntax.has_to(verb):
        return None
    given = syntax.child(verb.head, "dobj") if verb.dep_ in {"xcomp", "advcl"} else verb.head
    return given if given is not None and given.i < verb.i and given.lemma_.lower() in GIVEN else None


def _governs_clause(act: Token) -> bool:
    """Whether a word, though tagged as a noun, is the verb of a clause: "its demand that US trade freely"."""
    return syntax.child(act, "mark") is not None and syntax.child(act, "nsubj") is not None


def span_from(act: Token, end: int) -> Span:
    """All from ``act`` to the token ``end``, for an item whose first word the parse does not put on top."""
    return _trim(act.doc[act.i : end], act)


def without_closing(span: Span) -> Span:
    """The span without closing punctuation and words that only lead to what follows it."""
    start, end = span.start, span.end
    while end - start > 1:
        last = span.doc[end - 1]
        closing = 1 if last.is_space or last.text in CLOSING else _leading_on(last)
        if not closing or end - closing <= start:
            break
        end -= closing
    return span.doc[start:end]


def _start_of_verb(act: Token) -> int:
    """Where a verb's action starts: at "helping" before it, which the parse takes for its auxiliary."""
    before = syntax.neighbour(act, -1)
    helps = before is not None and before.dep_ == "aux" and before.lower_ == "helping"
    return act.i - int(helps)


def _end_of_verb(act: Token) -> int:
    outside = [found for found in act.children if _is_outside(found, act)]
    chain = aspect_chain(act)
    acts_behind = [
        verb
        for head in chain
        for verb in coordinated_verbs(head)
        if verb.i > act.i and _own_clause(verb, _beside(verb, chain, head))
    ]
    last = min((verb.i for verb in acts_behind), default=act.sent.end)
    indices = [index for index in syntax.subtree_indices(act, [*outside, *acts_behind]) if index < last]
    return _with_what_for(act, _around(indices, act.i)[1])


def _with_what_for(act: Token, end: int) -> int:
    """The last token of what "all one can" is done for, where the parse hangs it on a verb above.

    "promise to keep | doing all we can to open the port".
    """
    done = syntax.child(act, "dobj")
    behind = syntax.neighbour(act.doc[end])
    if act.lemma_ != "do" or done is None or done.right_edge.i != end or behind is None:
        return end
    able = any(word.tag_ == "MD" for word in done.subtree) and done.lower_ in ALL
    purpose = behind.head
    for_it = behind.tag_ == "TO" and purpose.tag_ == "VB" and purpose.head in syntax.ancestors(act)
    return purpose.right_edge.i if able and for_it else end


def _beside(verb: Token, chain: list[Token], head: Token) -> Token:
    """The verb right before one that is coordinated with a verb of a chain of aspect, else ``head``."""
    return verb.head if verb.dep_ == "conj" and syntax.conjunction_head(verb) in chain else head


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
    return span if any(token.tag_ in UNLISTED_TAGS for token in items) else doc[span.start : rest.end]


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


def _completed(act: Token, end: int) -> int:
    """The last token of what tells for whom or what for a noun is given, which the parse hangs on its verb.

    "Confirmed our dedication to the safety of Peru", "pledged two boats to patrol the coast".
    """
    if act.dep_ not in {"dobj", "nsubjpass", "pobj"} or act.ent_type_ in PARTY_LABELS:
        return end
    verb = act.head.head if act.dep_ == "pobj" else act.head
    following = end + 1
    for beside in verb.children:
        if beside.left_edge.i != following:
            continue
        completes = (
            syntax.is_infinitive(beside) or _tells_of_thing(beside, act, verb) or _tells_how_often(beside)
        )
        if completes:
            end = beside.right_edge.i
        if completes or _tells_day(beside):
            following = beside.right_edge.i + 1
    return end


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
        return thing.lemma_.lower() in HELP_WITH
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


def _tells_how_often(words: Token) -> bool:
    """Whether words tell how often something is given: "every three hours"."""
    return words.dep_ == "npadvmod" and words.left_edge.lower_ in {"every", "each"}


def _is_outside(found: Token, act: Token) -> bool:
    if found.i < act.i and (syntax.is_verb(act) or syntax.taken_for_dative(found)):
        return True
    if (
        found.dep_ in REPORTING
        or found.lower_ == "according"
        or _is_accompanying(found)
        or _is_to_whom(found)
        or _tells_why(found)
        or _is_proviso(found)
        or (found.dep_ == "advcl" and _is_circumstance(found, act))
    ):
        return True
    if found.dep_ == "conj":
        return _own_clause(found, act)
    if found.dep_ == "cc":
        following = [child for child in act.children if child.dep_ == "conj" and child.i > found.i]
        return not following or _own_clause(following[0], act)
    if found.dep_ == "ccomp" and (found.i < act.i or syntax.is_inverted(found)):
        return True
    return found.dep_ in {"nsubj", "nsubjpass"} and syntax.is_verb(act)


def _is_to_whom(phrase: Token) -> bool:
    """Whether a phrase before an act joins a clause to whom it is for: "to whom it promised passage"."""
    relative = syntax.child(phrase, "pobj") if phrase.dep_ == "prep" else None
    return relative is not None and relative.tag_ in {"WP", "WDT"} and phrase.i < phrase.head.i


def _is_accompanying(phrase: Token) -> bool:
    """Whether a phrase tells what others do meanwhile: ", with its neighbours watching"."""
    clause = syntax.child(phrase, "pcomp") if phrase.lower_ == "with" else None
    before = syntax.neighbour(phrase, -1)
    behind_comma = before is not None and before.text == ","
    return behind_comma and clause is not None and syntax.child(clause, "nsubj") is not None


def _tells_why(phrase: Token) -> bool:
    """Whether a phrase tells why something is done: "because of cuts"."""
    return phrase.dep_ == "prep" and phrase.lower_ == "because"


def _is_proviso(phrase: Token) -> bool:
    """Whether a phrase sets a condition: "provided that the harbour reopens"."""
    behind = syntax.neighbour(phrase)
    return phrase.lower_ in {"provided", "providing"} and behind is not None and behind.lower_ == "that"


def _remarks_on_act(phrase: Token) -> bool:
    """Whether a phrase behind a comma tells what the act is taken for, what led to it, or what is left out.

    ", in what its rivals call a trick", ", in an attempt to calm them", ", under a law of May", ", at Fiji's
    request", ", in spite of protests", ", without saying why".
    """
    if phrase.dep_ != "prep" or syntax.word_at(phrase, -1) != ",":
        return False
    below = syntax.child(phrase, "pobj", "pcomp")
    if below is None:
        return False
    if phrase.lower_ == "in":
        summed_up = below.left_edge.lower_ in {"a", "an"} and _is_summing_within(below)
        return below.left_edge.lower_ == "what" or summed_up or below.lower_ == "spite"
    if phrase.lower_ == "at":
        return below.lemma_.lower() in grammar().bidding
    if phrase.lower_ == "without":
        return below.tag_ == "VBG"
    if phrase.lower_ == "under":
        return below.dep_ == "pobj" and below.left_edge.lower_ in {"a", "an"}
    return phrase.lower_ in LED_BY and below.dep_ == "pobj" and not is_bare_time(below)


def _is_circumstance(clause: Token, act: Token) -> bool:
    """Whether an adverbial clause tells a condition or reason, or closes the act's words behind a comma.

    A bare infinitive of purpose and a participle ("as amended") are part of the act.
    """
    if _is_condition(clause):
        return True
    first = clause.left_edge.i
    before = clause.doc[first - 1] if first > clause.sent.start else None
    broken_off = before is not None and before.text in syntax.DASHES and bool(before.whitespace_)
    closing = before is not None and (before.text == "," or (broken_off and clause.tag_ == "VBG"))
    if clause.tag_ == "VBN" and syntax.child(clause, "mark") is None:
        return closing and _done_by_others(clause)
    return closing and clause.tag_ not in {"VB", "VBN"} and clause.right_edge.i >= _last_word(act)


def _done_by_others(participle: Token) -> bool:
    """Whether a participle tells what others do: "paid for by its government", "flanked by guards"."""
    return participle.tag_ == "VBN" and syntax.child(participle, "agent") is not None


def _last_word(act: Token) -> int:
    """The last token below the act that is neither a mark nor white space."""
    last = act.right_edge
    while last.i > act.i and (last.is_punct or last.is_space):
        last = last.nbor(-1)
    return last.i


def _is_condition(clause: Token) -> bool:
    return bool(_marks(clause) & NO_PART) or syntax.is_inverted(clause) or _gives_occasion(clause)


def _gives_occasion(clause: Token) -> bool:
    """Whether "as" opens what has happened: "as 28,000 people have fled"; not "as we have always done"."""
    subject = syntax.child(clause, "nsubj", "nsubjpass")
    told = subject is not None and subject.pos_ != "PRON" and syntax.is_perfect(clause)
    mark = syntax.child(clause, "mark")
    if not told or mark is None or mark.lower_ != "as":
        return False
    before = syntax.neighbour(mark, -1)
    return before is None or before.pos_ != "ADV"


def _marks(clause: Token) -> set[str]:
    return {word.lower_ for word in clause.lefts if word.dep_ in {"mark", "advmod"}}


def _own_clause(conjunct: Token, act: Token) -> bool:
    """Whether a coordinated verb makes an act of its own rather than sharing the object."""
    if not syntax.is_verb(act):
        return syntax.is_verb(conjunct)
    if not syntax.is_verb(conjunct) or conjunct.pos_ in {"NOUN", "PROPN"} or _goes_with_below(conjunct, act):
        return False
    if any(helper.tag_ in FINITE for helper in syntax.children(conjunct, "aux", "auxpass")):
        return True  # "will appeal and is not leaving"
    if conjunct.tag_ in {"VBD", "VBZ"} and act.tag_ == "VB":
        return True  # "will appeal, and told the court so"
    if syntax.has_to(conjunct) and syntax.child(conjunct, "neg") is not None:
        return True  # "to make or buy mines; and not to seek help"
    complements = syntax.children(act, "dobj", "xcomp", "ccomp", "agent", "acomp", "attr")
    complements += filter(syntax.has_to, syntax.children(act, "advcl"))  # "work to end the war, and rebuild"
    if any(word.i < conjunct.i for word in complements):
        return True
    if any(act.i < word.i < conjunct.i for word in syntax.children(act, "advmod")):
        return True  # "meet regularly and set rules"
    phrases = (word for word in syntax.children(act, "prep") if act.i < word.i < conjunct.i)
    if any(syntax.child(word, "pobj", "pcomp") is not None for word in phrases):
        return True
    return syntax.child(conjunct, "nsubj", "nsubjpass") is not None


def _goes_with_below(conjunct: Token, act: Token) -> bool:
    """Whether a bare verb that the parse coordinates with a gerund goes with a bare verb below that.

    "committed to helping crews mend nets and sell fish": "sell" is no act beside "helping".
    """
    if act.tag_ != "VBG" or conjunct.tag_ != "VB" or syntax.children(conjunct, "aux", "nsubj"):
        return False
    below = syntax.children(act, "xcomp", "ccomp", "advcl")
    return any(verb.tag_ == "VB" and act.i < verb.i < conjunct.i for verb in below)


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
    trimmed = _listed_on(_trimmed(span))
    return trimmed if trimmed.start <= act.i < trimmed.end else span.doc[act.i : act.i + 1]


def _trimmed(span: Span) -> Span:
    """Drop a closing remark, closing punctuation and a quotation mark without its partner."""
    span = without_closing(_without_remark(without_closing(_without_second_clause(span))))
    start, end = span.start, span.end
    while end - start > 1 and (span.doc[start].is_space or span.doc[start].is_punct):
        start += 1
    span = span.doc[start:end]
    opened, stray = _lone_marks(span)
    if stray is not None and stray == end - 1 > start:
        return without_closing(span.doc[start:stray])
    return span.doc[start : _closed_at(span)] if opened else span


def _without_second_clause(span: Span) -> Span:
    """The span up to where a clause of its own begins.

    It begins behind a semicolon ("$3 for nets; more will follow"), or is one more thing that is said ("mend
    the pier | and that no ship was lost").
    """
    for mark in span[1:-1]:
        if mark.text == ";" and any(_begins_clause(token, mark) for token in span.doc[mark.i + 1 : span.end]):
            return span.doc[span.start : mark.i]
        if _says_more(mark, span):
            return span.doc[span.start : mark.i]
    return span


def _says_more(joint: Token, span: Span) -> bool:
    """Whether "and" or "but" before "that" leads to one more clause of who speaks, and none of the act's."""
    if joint.dep_ != "cc" or joint.i + 2 >= span.end or joint.nbor(1).lower_ != "that":
        return False
    opened = any(token.lower_ == "that" and token.tag_ == "IN" for token in span.doc[span.start : joint.i])
    behind = span.doc[joint.i + 2 : span.end]
    return any(token.tag_ in FINITE for token in behind) and not opened


def _begins_clause(subject: Token, mark: Token) -> bool:
    """Whether a word is the subject of a finite verb, and begins right behind a mark."""
    verb = subject.head
    finite = verb.tag_ in FINITE or any(helper.tag_ in FINITE for helper in syntax.auxiliaries(verb))
    begins = subject.left_edge.i == mark.i + 1 and subject.tag_ not in {"WDT", "WP"}
    return subject.dep_ in {"nsubj", "nsubjpass"} and begins and finite


def _without_remark(span: Span) -> Span:
    """The span without what closes it and is no part of the act.

    A relative clause behind a comma (", which opened in May"), a condition or remark below a complement, what
    led to the act or others do (", under a law of May", ", paid for by them"), and who says it (", the bank
    forecast", which is parsed as a thing).
    """
    doc = span.doc
    for token in span:
        mislabelled = token.dep_ in {"ccomp", "advcl"} and token.left_edge.lower_ == "which"
        closes = token.dep_ in CLOSING_CLAUSES or token.dep_ in LOOSE or token.dep_ in {"acl", "prep"}
        if not closes and not mislabelled and not _tells_why(token):
            continue
        first = token.left_edge.i
        if token.right_edge.i < span.end - 1 or first - 1 <= span.start:
            continue
        behind_comma = doc[first - 1].text == ","
        relative = token.dep_ == "relcl" and behind_comma and token.left_edge.lower_ != "that"
        loose = token.dep_ in LOOSE or (token.dep_ == "ccomp" and not syntax.is_verb(token))
        beside = loose and behind_comma and first < token.i
        beside = beside and (_may_say(token) or _sums_up(token))
        beside = beside or (behind_comma and token.lower_ in SUMMING_ALONE and token.dep_ in LOOSE)
        remark = token.dep_ == "advcl" and (_is_condition(token) or (behind_comma and _remarks(token)))
        done = token.dep_ in {"acl", "advcl"} and behind_comma and first == token.i and _done_by_others(token)
        led = _remarks_on_act(token) or (behind_comma and _tells_why(token))
        of_act = (tells_occasion(token) or under_deal(token)) and not _is_in_relative(token, span)
        led = led or (of_act and syntax.is_verb(span[0]))
        if relative or (mislabelled and behind_comma) or beside or remark or done or led:
            return doc[span.start : first]
    return span


def _is_in_relative(word: Token, span: Span) -> bool:
    """Whether a word stands in a clause about something in a span: "a town that fell after a raid"."""
    return any(up.dep_ in {"relcl", "acl"} and up.i > span.start for up in syntax.ancestors(word))


def _remarks(clause: Token) -> bool:
    first = clause.left_edge
    if first.lower_ == "as" and first.dep_ == "mark" and syntax.auxiliaries(clause):
        return syntax.child(clause, "nsubj", "nsubjpass") is None  # ", as had been foreseen"
    if _marks(clause) & CONCEDING:
        return syntax.child(clause, "nsubj", "nsubjpass") is not None
    return clause.tag_ == "VBG" and clause.lemma_.lower() in attribution_lexicon().remarks.lemmas


def _sums_up(noun: Token) -> bool:
    """Whether a noun behind a comma is what the act is called: ", a move likely to please its neighbours"."""
    sums_up = noun.lemma_.lower() in attribution_lexicon().summing.lemmas
    named = sums_up and noun.left_edge.lower_ in {"a", "an"}
    return (named or ranks(noun)) and noun.dep_ != "conj"


def _is_summing_within(noun: Token) -> bool:
    """Whether a noun behind "in a" is what the act is called: ", in a deal which he calls historic"."""
    lexicon, lemma = attribution_lexicon(), noun.lemma_.lower()
    return lemma in lexicon.summing.lemmas or lemma in lexicon.summing_within.lemmas


def _may_say(token: Token) -> bool:
    return token.lemma_ in saying_verbs() or token.lemma_ in attribution_lexicon().taken_for_nouns.lemmas


def _leading_on(last: Token) -> int:
    """How many words at the end only lead to what is no part of the act: "and", "or else", "in order to"."""
    doc, end = last.doc, last.i + 1
    for words in LEADING_ON:
        if [token.lower_ for token in doc[max(0, end - len(words)) : end]] == words:
            return len(words)
    return int(
        last.dep_ == "cc"
        or last.tag_ == "WRB"
        or (last.tag_ == "TO" and last.dep_ == "aux")
        or _opens_clause(last)
        or _opens_quotation(last)
        or _opens_list(last)
    )


def _opens_clause(last: Token) -> bool:
    """Whether a relative only leads to a list behind a colon: "find ports that:", "a crew who:"."""
    behind = syntax.neighbour(last)
    return behind is not None and behind.text == ":" and last.lower_ in syntax.RELATIVES


def _opens_list(last: Token) -> bool:
    """Whether a preposition only leads to a list behind a colon: "take steps to:", "…, including:"."""
    behind = syntax.neighbour(last)
    leads = behind is not None and behind.text == ":" and last.dep_ == "prep"
    return leads and syntax.child(last, "pobj", "pcomp") is None


def _lone_marks(span: Span) -> tuple[bool, int | None]:
    """Whether a quotation that the span opens is still open at its end; where one closes unopened."""
    opened, stray = 0, None
    for token in span:
        if _opens_quotation(token):
            opened += 1
        elif _closes_quotation(token):
            if opened:
                opened -= 1
            else:
                stray = token.i
    return opened > 0, stray


def _closed_at(span: Span) -> int:
    """The end of a span whose open quotation is closed right behind it, that mark included."""
    end = span.end
    while end < span.sent.end and span.doc[end].text in CLOSING:
        end += 1
    return end + 1 if end < span.sent.end and _closes_quotation(span.doc[end]) else span.end


def _opens_quotation(token: Token) -> bool:
    if token.text != STRAIGHT_MARK:
        return token.text in OPENING_MARKS
    return not token.whitespace_ and (token.i == 0 or bool(token.nbor(-1).whitespace_))


def _closes_quotation(token: Token) -> bool:
    return token.text in CLOSING_MARKS or (token.text == STRAIGHT_MARK and not _opens_quotation(token))
