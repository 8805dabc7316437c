"""Verbs of saying over, beside and behind what is said."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_person
from flows.extract.components.attribution_lexicon import attribution_lexicon, not_by_infinitive, saying_verbs
from flows.extract.components.sayer import sayer, stance_holder
from flows.extract.parse import Token

Speech = tuple[Token | None, Token, str]  # the verb of saying if there is one, who speaks, and the rule


def governing_speech(token: Token) -> Speech | None:
    """The verb of saying, its speaker and the rule, where the syntax puts ``token`` under one."""
    return _remark_at(token, token) or _speech_over(token) or _speech_before_colon(token)


def _speech_over(token: Token) -> Speech | None:
    """What is said above ``token``, or beside a clause above it."""
    below = token
    for head in syntax.ancestors(token):
        remark, above = _remark_at(head, below), _told_around(head, below) or _speech_above(head, below)
        if remark is not None and not (above is not None and _says_more_nearly(above, remark)):
            return remark
        if above is not None:
            return (_telling(head) if _is_told(above) else None) or above
        below = head
    return None


def _says_more_nearly(above: Speech, remark: Speech) -> bool:
    """Whether a verb of saying tells a clause itself: "Peru has told us, an envoy said, that …"."""
    verb = above[1] if above[0] is None else above[0]
    return above[0] != remark[0] and not _is_told(above) and not syntax.is_passive(verb)


def _told_around(remark: Token, clause: Token) -> Speech | None:
    """Who tells a clause from which a remark parts their verb: "Peru has told us, an envoy said, that …"."""
    if clause.dep_ != "ccomp" or clause.i < remark.i or clause.left_edge.lower_ != "that":
        return None
    told = syntax.child(remark, "ccomp")
    if told is None or told.i > remark.i or syntax.child(told, "ccomp", "xcomp") is not None:
        return None
    if syntax.is_passive(told):
        return None
    rule_id = saying_verbs().get(told.lemma_.lower())
    speaker = sayer(told) if rule_id is not None else None
    return (told, speaker, rule_id) if rule_id is not None and speaker is not None else None


def _is_told(speech: Speech) -> bool:
    """Whether others may tell what somebody did by saying it, or hopes for ("Norway promised to …")."""
    verb, _, rule_id = speech
    wants = syntax.children(verb, "xcomp", "ccomp") if verb is not None and rule_id == "say.think" else []
    return rule_id == "say.commit" or any(syntax.has_to(act) or act.dep_ == "xcomp" for act in wants)


def _telling(verb: Token) -> Speech | None:
    """Who tells that somebody promised or hopes something: "Norway has promised to pay, the envoy said".

    Not who said what stands before: "The envoy said it was late, and Norway has promised to pay".
    """
    if verb.dep_ == "conj" and syntax.child(verb, "nsubj") is not None and not _is_told_with(verb):
        return None
    beside = _remark_at(verb, verb)
    if beside is not None and (beside[0] is None or beside[0].dep_ in {"parataxis", "conj"}):
        return beside
    return _speech_over(verb)


def _remark_at(head: Token, below: Token) -> Speech | None:
    """A remark beside a clause: "…, he said, …" or "according to …"."""
    verbs = saying_verbs()
    for found in head.children:
        beside = found.dep_ == "parataxis" or (found.dep_ in {"ccomp", "dep"} and found.i > head.i)
        beside = beside or (found.dep_ == "conj" and syntax.is_remark(found)) or _opens(found)
        beside = beside or _stands_between_commas(found, below)
        beside = beside and found.tag_ != "VB" and not _is_content(found)  # "let them go home"
        if beside and found != below and found.lemma_.lower() in verbs and _is_under(below, head, found):
            speaker = sayer(found)
            if speaker is not None:
                return found, speaker, verbs[found.lemma_.lower()]
        according = according_to(found)
        if according is not None and not _is_on_next(found, head, below):
            return None, according, "say.according"
    return None


def _is_content(clause: Token) -> bool:
    """Whether a clause is no remark beside a verb but what that is about: "will ensure that Peru says why".

    "Will ensure Peru continues to pay" has no verb of saying; "do what Peru promised" tells what is done.
    """
    if clause.dep_ == "ccomp" and clause.left_edge.tag_ == "WP" and clause.left_edge.i > clause.head.i:
        return True
    mark = syntax.child(clause, "mark") if clause.dep_ == "ccomp" else None
    goes_on = clause.lemma_.lower() in not_by_infinitive() and any(
        map(syntax.has_to, syntax.children(clause, "xcomp"))
    )
    return goes_on or (mark is not None and mark.lower_ == "that")


def _is_on_next(remark: Token, head: Token, below: Token) -> bool:
    """Whether a remark behind "and" or a semicolon is on what follows, and not on what ``below`` heads.

    "It has lent five boats and, according to the mayor, may lend a tug."
    """
    if below.i < remark.i and syntax.word_at(remark.left_edge, -1) == ";":
        return True
    link, behind = syntax.child(head, "cc"), syntax.child(head, "conj")
    if link is None or behind is None or below == behind:
        return False
    return link.i < remark.i < behind.i


def _is_under(below: Token, head: Token, remark: Token) -> bool:
    """Whether a remark on a clause is on what ``below`` heads: the clause, or what goes on behind the remark.

    "The port is closing, an official said, and will be sold": not "…, and Peru will buy it", but "…, and Peru
    would buy it" once more. It is on what completes the clause ("Peru is ready to buy it, he said"), and on
    the one before a semicolon that the parse hangs on it: "Peru will buy it, an official said; Chad …".
    """
    if (
        below == head
        or remark.dep_ == "relcl"
        or below.dep_ in {"acomp", "attr", "nsubj", "csubj"}
        or (below.dep_ == "dobj" and below.i < remark.i and head.lemma_.lower() not in saying_verbs())
        or (below.dep_ == "xcomp" and syntax.has_to(below))
    ):
        return True
    if below.dep_ == "ccomp" and below.i < head.i:
        return below.i < remark.i < head.i
    told = syntax.child(below, "nsubj", "nsubjpass") is None or _is_reported(below, remark)
    told = told or _leads_both(remark, head, below)
    return told and below.dep_ == "conj" and max(head.i, remark.i) < below.i and syntax.is_verb(below)


def _leads_both(remark: Token, head: Token, below: Token) -> bool:
    """Whether a remark opens two clauses with one modal: "Now, he said, A will go and B will stay"."""
    subject, modal = syntax.child(head, "nsubj", "nsubjpass"), syntax.modal_of(head)
    second = syntax.modal_of(below)
    opens = subject is not None and remark.i < subject.left_edge.i
    return opens and modal is not None and second is not None and modal.lower_ == second.lower_


def _opens(verb: Token) -> bool:
    """Whether a verb of saying between commas stands before the clause that it is about.

    "While it rains, the envoy told the crew, nobody would sail"; "As the envoy said, nobody would sail".
    """
    if verb.dep_ != "advcl" or syntax.child(verb, "ccomp", "xcomp") is not None:
        return False
    subject, mark = syntax.child(verb, "nsubj"), syntax.child(verb, "mark")
    if subject is None:
        return False
    if mark is not None:
        return mark.lower_ == "as" and syntax.child(verb, "dobj") is None
    between = syntax.word_at(subject.left_edge, -1) == syntax.word_at(verb.right_edge, 1) == ","
    return between and verb.tag_ in syntax.PAST_TAGS and verb.i < verb.head.i


def _stands_between_commas(verb: Token, below: Token) -> bool:
    """Whether the parse takes a remark between commas for a clause on the noun before it.

    "Fiji has no plan to pay its pilots, an envoy said, and …": not "pilots, who said so, …".
    """
    subject = syntax.child(verb, "nsubj") if verb.dep_ == "relcl" else None
    if subject is None or subject.pos_ not in {"NOUN", "PROPN"}:
        return False
    first = subject.left_edge.i
    closed = verb.i + 1 < len(verb.doc) and verb.doc[verb.i + 1].text == ","
    return closed and below.i < first and verb.doc[first - 1].text == ","


CONDITIONS = frozenset({"if", "unless"})
REPORTING = frozenset({"would", "might", "could"})  # modals of what was said to come
CLAUSES_OF_NOUNS = frozenset({"acl", "relcl", "ccomp"})
CONTENT = frozenset({"ccomp", "xcomp", "advcl", "dep", "parataxis", "dobj", "prep", "oprd"})


def _speech_above(head: Token, below: Token) -> Speech | None:
    """The verb of saying whose content ``below`` is."""
    holder = stance_holder(head) if below.dep_ == "ccomp" else None
    if holder is not None:
        return head, holder, attribution_lexicon().stances.id
    if below.dep_ in CLAUSES_OF_NOUNS and (worded := _worded(head, below)) is not None:
        return worded
    rule_id = saying_verbs().get(head.lemma_.lower()) or _rule_of_showing(head)
    if rule_id is None or not syntax.is_verb(head):
        return None
    content = below.dep_ in CONTENT or _leads_to_content(below)
    promised_to = below.tag_ == "PRP" and rule_id == "say.commit"  # "they promised me that he would sail"
    content = content and not (_is_purpose(below) or _is_closed_before(below, head) or _is_hearer(below))
    content = content and not promised_to
    if not (content or syntax.goes_on_behind_remark(below) or _is_further_content(below, head)):
        return None
    if below.dep_ == "xcomp" and head.lemma_.lower() in not_by_infinitive():
        return None
    if _reacts(head) and below.dep_ in {"dobj", "prep"}:
        return None
    speaker = sayer(head)
    return (head, speaker, rule_id) if speaker is not None else None


def _is_hearer(told: Token) -> bool:
    """Whether a phrase is of to whom something is said: "repeated it to the envoy, who will sail"."""
    hearer = syntax.child(told, "pobj") if told.dep_ == "prep" and told.lower_ == "to" else None
    return hearer is not None and (hearer.ent_type_ == "PERSON" or is_person(hearer))


def _reacts(verb: Token) -> bool:
    """Whether somebody voices what they feel about what others do: "expressed regret at its leaving"."""
    voiced = syntax.child(verb, "dobj")
    return voiced is not None and syntax.noun_lemma(voiced) in attribution_lexicon().reactions.lemmas


def _worded(noun: Token, clause: Token) -> Speech | None:
    """Who says what a noun is of: "the envoy gave an assurance that nobody will be moved"."""
    words, verb = attribution_lexicon(), noun.head
    says = noun.dep_ == "dobj" and verb.lemma_.lower() in words.wording.lemmas and not syntax.is_passive(verb)
    if not (says and _is_of_what_comes(clause)) or syntax.noun_lemma(noun) not in words.leading.lemmas:
        return None
    speaker = syntax.subject_of(verb)
    return (verb, speaker, words.wording.id) if speaker is not None else None


def _is_of_what_comes(clause: Token) -> bool:
    """Whether "that" opens a clause of what will be, of which the parse may make it the object."""
    subject = syntax.child(clause, "nsubj", "nsubjpass")
    own = subject is not None and subject.lower_ != "that"
    return own and clause.left_edge.lower_ == "that" and syntax.modal_of(clause) is not None


def _leads_to_content(day: Token) -> bool:
    """Whether what is said hangs on the day of saying it: "told us last May that it would rain".

    Or on the "less" or "fewer" with which it begins: "said less than a fifth of the pledges had been kept".
    """
    if day.dep_ == "acomp" and day.tag_ == "JJR":
        return any(
            mark.lower_ == "than" and mark.i == day.i + 1
            for clause in syntax.children(day, "advcl")
            for mark in syntax.children(clause, "mark")
        )
    clauses = syntax.clauses_on(day) if day.dep_ == "npadvmod" else []
    marks = (syntax.child(clause, "mark") for clause in clauses)
    return any(mark is not None and mark.lower_ == "that" for mark in marks)


def _is_further_content(clause: Token, saying: Token) -> bool:
    """Whether a clause beside a verb of saying is more of what is said: "said it was late but he would pay".

    It has "that" before it, or a modal in the tense of what is told behind what was said first.
    """
    if clause.dep_ != "conj" or clause.i < saying.i:
        return False
    first = syntax.child(saying, "ccomp")
    beside = first is not None and (saying.i < first.i < clause.i or syntax.is_remark(saying))
    goes_on = beside and _is_reported(clause, saying)
    return goes_on or (_is_told_with(clause) and saying.lemma_.lower() not in not_by_infinitive())


def _is_told_with(clause: Token) -> bool:
    """Whether a clause has a "that" of its own, by which it is told with the one before."""
    mark = syntax.child(clause, "mark")
    return mark is not None and mark.lower_ == "that"


def _is_closed_before(clause: Token, verb: Token) -> bool:
    """Whether a semicolon ends a clause before the verb of the next, which does not say it."""
    if clause.dep_ != "ccomp" or clause.i > verb.i:
        return False
    marks = [word.i for word in verb.doc[clause.i : verb.i] if word.text == ";"]
    return bool(marks) and not any(marks[-1] < said.i < verb.i for said in syntax.children(verb, "ccomp"))


def _speech_before_colon(token: Token) -> Speech | None:
    """Who says, or names what is meant to follow, before the colon that leads to a clause.

    "The envoy made clear that it was late: nobody will sail"; "she set three terms: Peru will pay".
    """
    clause = token
    for head in syntax.ancestors(token):
        if head.dep_ in {"relcl", "advcl"}:
            return None
        clause = head
    lead = next((found for found in syntax.children(clause, "ccomp") if _leads(found, clause)), None)
    for verb in syntax.conjuncts(lead) if lead is not None else ():
        announced = syntax.child(verb, "dobj")
        leads = announced is not None and syntax.noun_lemma(announced) in attribution_lexicon().leading.lemmas
        rule_id = saying_verbs().get(verb.lemma_.lower()) or _rule_of_showing(verb)
        speaker = sayer(verb) if rule_id or leads else None
        if speaker is not None and lead is not None and lead.i < token.i:
            return verb, speaker, rule_id or "say.leading"
    return None


def _leads(clause: Token, behind: Token) -> bool:
    """Whether a colon stands between a clause and the one behind it."""
    return clause.i < behind.i and any(word.text == ":" for word in behind.doc[clause.i : behind.i])


def is_told_on(token: Token) -> bool:
    """Whether a main clause has the modal in which one goes on to tell what was said, on no condition.

    Nor may the sentence cite anybody of its own.
    """
    clause = next((verb for verb in (token, *syntax.ancestors(token)) if syntax.modal_of(verb)), None)
    if clause is None or syntax.conjunction_head(clause).dep_ != "ROOT" or syntax.is_perfect(clause):
        return False
    modal = syntax.modal_of(clause)
    conditions = (syntax.child(verb, "mark") for verb in syntax.children(clause, "advcl"))
    on_condition = any(mark is not None and mark.lower_ in CONDITIONS for mark in conditions)
    others = (word for word in token.sent if syntax.is_verb(word) and word != clause)
    says = any(word.lemma_.lower() in saying_verbs() for word in others)
    return modal is not None and modal.lower_ == "would" and not on_condition and not says


def _is_reported(clause: Token, saying: Token) -> bool:
    """Whether a clause has the modal and its verb of saying the tense of what was said to come."""
    modal = syntax.modal_of(clause)
    return modal is not None and modal.lower_ in REPORTING and saying.tag_ in {"VBD", "VBN"}


def _rule_of_showing(verb: Token) -> str | None:
    """The rule by which somebody makes something known: "made it plain that", "made clear that"."""
    rules = [rule for rule in attribution_lexicon().showing if verb.lemma_.lower() in rule.lemmas]
    behind = {word.lower_ for word in verb.doc[verb.i + 1 : verb.i + 4]} if rules else set()
    return next((rule.id for rule in rules if not rule.words.isdisjoint(behind)), None)


def _is_purpose(token: Token) -> bool:
    """Whether an adverbial clause is none of the speech ("spoke to reporters after …", "if …")."""
    return token.dep_ == "advcl" and syntax.child(token, "mark") is not None


def according_to(token: Token) -> Token | None:
    """The noun after "according to", where ``token`` starts that phrase and it tells no manner ("to law")."""
    if token.lower_ != "according":
        return None
    to = syntax.child(token, "prep")
    source = syntax.child(to, "pobj") if to is not None else None
    is_manner = source is not None and syntax.noun_lemma(source) in attribution_lexicon().manners.lemmas
    return None if is_manner else source
