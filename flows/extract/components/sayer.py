"""Sayers: who is the subject of a verb of saying, also where the parse takes another word for it."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.attribution_lexicon import attribution_lexicon, saying_verbs
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.kinds_of_people import without_kinds
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.relative import person_before_who
from flows.extract.parse import Token

QUOTING = "say.cite"  # the rule of verbs whose object speaks
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
# How the parse may hang who says it on a verb before them: "said the envoy".
BEHIND_VERB = ("nsubj", "dobj", "attr", "oprd", "npadvmod", "dep")


def sayer(verb: Token) -> Token | None:
    """Who says what a verb of saying tells; None where nobody is named."""
    if syntax.is_passive(verb):
        agent = syntax.passive_agent(verb)
        by_means = agent is not None and agent.lemma_.lower() in attribution_lexicon().channels.lemmas
        return None if by_means else agent
    if _quotes(verb):
        return syntax.child(verb, "dobj")
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and _quotes(verb.head.head):
        return syntax.child(verb.head.head, "dobj", "nsubjpass")  # "quoted an envoy as saying"
    if (lets := _letting_know(verb)) is not None:
        return lets
    own = syntax.child(verb, "nsubj") or _behind_quotation(verb) or _before_quotation(verb)
    if own is not None and syntax.is_time_of_mark(own):
        return syntax.subject_of(verb)
    if own is not None and _is_participle(verb, own):
        return None
    if own is not None:
        beside = _outside_quotation(own, verb) or _within_other_clause(own, verb)
        said_by = beside or person_before_who(syntax.antecedent(own))
        said_by = without_kinds(syntax.conjuncts(said_by))[0]
        return None if _is_thing(said_by) else said_by  # "the number of nurses admitted here" says nothing
    if verb.dep_ == "pcomp" and verb.head.head.pos_ == "NOUN":
        return None  # "the danger of continuing the war" says nothing
    return _described_by_participle(verb) or _who_says_more(verb) or syntax.subject_of(verb)


def _is_participle(verb: Token, thing: Token) -> bool:
    """Whether a participle behind a thing is taken for a verb: "the truce declared in May will hold"."""
    clause = syntax.child(verb, "ccomp")
    if clause is None or clause.i < verb.i or verb.tag_ not in syntax.PAST_TAGS:
        return False
    without_subject = syntax.child(clause, *syntax.SUBJECTS) is None and syntax.modal_of(clause) is not None
    apart = any(word.is_punct for word in verb.doc[verb.i : clause.i])
    return thing.pos_ == "NOUN" and not is_actor(thing) and without_subject and not apart


def _who_says_more(verb: Token) -> Token | None:
    """Who says more, where the parse joins that to what they said of a thing before.

    "The envoy confirmed that a text existed but said that it would change": the envoy, and no text.
    """
    told = syntax.conjunction_head(verb)
    above, subject = told.head, syntax.child(told, "nsubj", "nsubjpass")
    if told == verb or told.dep_ != "ccomp" or above.lemma_.lower() not in saying_verbs():
        return None
    thing = subject is not None and subject.pos_ == "NOUN" and not is_actor(subject)
    return syntax.child(above, "nsubj") if thing else None


def _is_thing(noun: Token) -> bool:
    """Whether a word is of a thing, and of no text that speaks: "this suggests that Peru will pay"."""
    if noun.tag_ == "DT" and noun.lower_ in {"this", "that"}:
        return True
    lemma = noun.lemma_.lower()
    speaks = lemma in attribution_lexicon().documents.lemmas or _is_some(noun) or _is_body(noun)
    return noun.pos_ == "NOUN" and lemma in party_lexicon().things.lemmas and not speaks


def _is_body(noun: Token) -> bool:
    """Whether a word that is also of things is of a body by the word before it: "the border service"."""
    return is_people(noun) and syntax.child(noun, "compound") is not None and not syntax.is_plural(noun)


def _is_some(noun: Token) -> bool:
    """Whether a noun behind "a" is only of how many people or bodies there are: "a number of mills"."""
    determiner, of_whom = syntax.child(noun, "det"), syntax.noun_after(noun, ("of",))
    indefinite = determiner is not None and determiner.lower_ == "a"
    return indefinite and of_whom is not None and syntax.is_plural(of_whom)


def _outside_quotation(subject: Token, verb: Token) -> Token | None:
    """Who says, where the parse takes a word of the quotation before a verb for its subject.

    "“No boats, no deal,” the envoy said", "“A quay, a crane,” said the envoy".
    """
    marks = [word.i for word in verb.doc[subject.i : verb.i] if word.is_quote and word.tag_ != "POS"]
    if len(marks) != 1:
        return None
    between = verb.doc[marks[0] + 1 : verb.i]
    before = [word for word in between if word.pos_ in NOMINAL and word.head not in set(between)]
    behind = [word for word in syntax.children(verb, *BEHIND_VERB) if word.i > verb.i]
    return next((word for word in (*before, *behind) if word.pos_ in NOMINAL), None)


def _within_other_clause(subject: Token, verb: Token) -> Token | None:
    """Who says between commas, where the parse takes the subject of the clause around that for theirs.

    "Peru, an envoy there said, is ready to pay": the envoy, whom it describes Peru by.
    """
    around = verb.head
    if verb.dep_ not in {"parataxis", "ccomp"} or around.i < verb.i:
        return None
    owned = syntax.child(around, "nsubj", "nsubjpass") is not None
    named = next((word for word in syntax.children(subject, "appos") if word.i < verb.i), None)
    closed = any(word.text == "," for word in verb.doc[verb.i : around.i])
    return named if closed and not owned else None


def _letting_know(verb: Token) -> Token | None:
    """Who lets another know something: "the envoy let Peru know that he would sail"."""
    lets = verb.lemma_.lower() == "know" and verb.head.lemma_.lower() == "let" and not syntax.has_to(verb)
    return syntax.subject_of(verb.head) if lets and verb.dep_ in {"ccomp", "xcomp"} else None


def stance_holder(be: Token) -> Token | None:
    """Whose stance a clause behind "is" tells: "the ministry's position is that nobody will be moved"."""
    subject = syntax.child(be, "nsubj") if be.lemma_ == "be" else None
    if subject is None or syntax.noun_lemma(subject) not in attribution_lexicon().stances.lemmas:
        return None
    return syntax.child(subject, "poss") or syntax.noun_after(subject, ("of",))


def _quotes(verb: Token) -> bool:
    return saying_verbs().get(verb.lemma_) == QUOTING


def _described_by_participle(verb: Token) -> Token | None:
    """Who speaks where the parse takes a participle behind them for the verb: "miners held there said …"."""
    taken = verb.head
    if verb.dep_ not in {"dep", "ccomp"} or taken.tag_ not in {"VBD", "VBN"} or taken.i > verb.i:
        return None
    subject = syntax.child(taken, "nsubj")
    within = subject is not None and subject.i < taken.i and not syntax.auxiliaries(taken)
    apart = any(token.is_punct for token in verb.doc[taken.i : verb.i])
    return subject if within and not apart else None


def _behind_quotation(verb: Token) -> Token | None:
    """Who stands behind a verb that closes a quotation, taken for its object: "“…,” asserted Ada Berg"."""
    said = syntax.child(verb, "dobj")
    before = syntax.neighbour(verb, -1)
    if said is None or said.i < verb.i or before is None:
        return None
    return said if before.is_quote else None


def _before_quotation(verb: Token) -> Token | None:
    """Who stands between a verb and the quotation that it leads to, taken for a subject of that.

    "If it rains, said the crew's cook, Ada Berg, “we will wait”".
    """
    quoted = syntax.child(verb, "ccomp")
    subjects = syntax.children(quoted, "nsubj", "nsubjpass") if quoted is not None else []
    if len(subjects) < 2 or subjects[0].left_edge.i != verb.i + 1:
        return None
    between = verb.doc[subjects[0].i : subjects[1].i]
    return subjects[0] if any(word.is_quote and word.tag_ != "POS" for word in between) else None
