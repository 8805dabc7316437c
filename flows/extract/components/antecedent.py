"""Words near a pronoun for whom it stands, or can't stand for, by the form of the clauses around it."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns, is_actor
from flows.extract.components.attribution_lexicon import attribution_lexicon, saying_verbs
from flows.extract.components.gender import gender_of_pronoun
from flows.extract.components.kinds_of_people import without_kinds
from flows.extract.components.noun_cues import MAKERS, body_that_it_is_of, is_that_clause
from flows.extract.components.office import is_of_person
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.pronoun_sense import describes_person
from flows.extract.components.subject import sentences_before
from flows.extract.parse import Token

SPEAKS_FOR = ("for", "of", "at", "with")
NAMES_OR_SEVERAL = frozenset({"NNP", "NNPS", "NNS"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def founded_before(pronoun: Token) -> Token | None:
    """The new body of which "it" opens a sentence: "The council named a panel. It will report in May"."""
    before = sentences_before(pronoun)[:1] if pronoun.head.dep_ == "ROOT" else []
    founding = party_lexicon().founding
    for verb in syntax.conjuncts(before[0].root) if before else ():
        body = syntax.child(verb, "dobj") if verb.lemma_.lower() in founding.lemmas else None
        if body is not None and syntax.is_indefinite(body):
            lemma = syntax.noun_lemma(body)
            return body if lemma in actor_nouns().bodies.lemmas | founding.bodies else None
    return None


def maker_of_told(pronoun: Token) -> Token | None:
    """Who made what a clause says of "it" or "they": "Chile" of "the pledge by Chile that it will go"."""
    clause, noun = pronoun.head, pronoun.head.head
    if pronoun.dep_ not in syntax.NAMED_SUBJECTS or clause.dep_ != "acl" or not is_that_clause(clause):
        return None
    maker = syntax.noun_after(noun, MAKERS) or body_that_it_is_of(noun) or syntax.child(noun, "poss")
    return maker if maker is not None and maker.pos_ != "PRON" and maker.i < pronoun.i else None


def asker_before(pronoun: Token) -> Token | None:
    """Who asked whom a pronoun stands for, and so is not meant: "Asked by Berg for a date, he said he …"."""
    gender = gender_of_pronoun(pronoun)
    for verb in syntax.ancestors(pronoun) if gender is not None else ():
        subject = syntax.child(verb, "nsubj")
        if subject is None or gender_of_pronoun(subject) != gender:
            continue
        for clause in syntax.children(verb, "advcl"):
            agent = syntax.passive_agent(clause) if clause.tag_ == "VBN" and clause.i < subject.i else None
            if agent is not None:
                return agent
    return None


def acted_on_beside(pronoun: Token) -> list[Token]:
    """Whom a pronoun acts on, or is asked to, and so is not: "Ada" of "asked him to send Ada to a school"."""
    verb = pronoun.head.head if pronoun.dep_ == "pobj" else pronoun.head
    acts = syntax.children(verb, "xcomp", "advcl", "ccomp") if pronoun.dep_ in {"dobj", "pobj"} else []
    acts = [verb] if pronoun.dep_ == "nsubj" else list(filter(syntax.has_to, acts))
    return [whom for act in acts for whom in syntax.children(act, "dobj", "dative") if whom.pos_ == "PROPN"]


def means_nobody_known(pronoun: Token) -> bool:
    """Whether "they" stands for somebody with whom its sentence opens: "nobody may sail until they pay".

    Not where it may mean others behind that: "nobody trusts the bakers, though they pay".
    """
    before = pronoun.doc.tokens[pronoun.sent.start : pronoun.i]
    first = next((word for word in before if word.pos_ in NOMINAL), None)
    if first is None or not (pronoun.dep_ == "poss" or pronoun.dep_ in syntax.NAMED_SUBJECTS):
        return False
    if any(word.tag_ in NAMES_OR_SEVERAL for word in before):
        return False
    whom = (first.lower_, f"{syntax.word_at(first, -1)} {first.lower_}")
    return not party_lexicon().pronouns.anybody.isdisjoint(whom)


def whose_relative(subject: Token) -> Token | None:
    """Who has the relative that a subject is: "Lane" of "Lane's sister"."""
    related = syntax.noun_lemma(subject) in party_lexicon().relatives.lemmas
    return syntax.child(subject, "poss") if related else None


def owner_of_thing(subject: Token) -> Token | None:
    """Who has a thing that "they" can't be: "the miners' truce ends, and they will not renew it"."""
    return syntax.child(subject, "poss") if is_single_thing(subject) else None


def is_single_thing(subject: Token) -> bool:
    """Whether a subject is one thing, by a noun for nobody who can act: "the truce", no number or pronoun."""
    noun = subject.tag_ == "NN" and subject.pos_ != "PRON" and not subject.like_num
    noun = noun and subject in without_kinds(syntax.conjuncts(subject))
    return noun and not is_actor(subject) and not describes_person(subject)


def tells_above(subject: Token, pronoun: Token) -> bool:
    """Whether a subject tells what a pronoun of its sentence does, unlike a thing: "the board said they"."""
    tells = subject.head.lemma_.lower() in saying_verbs() and pronoun in subject.head.subtree
    return tells and syntax.noun_lemma(subject) not in attribution_lexicon().documents.lemmas


def body_told_for(subject: Token, pronoun: Token) -> Token | None:
    """Whom "they" means where one person tells of them: "a lawyer for the dockers said they would strike".

    Also by an apposition: "Berg, the head of the guild, said they would strike", or by what opens the
    sentence: "For the dockers, Berg said they would strike". None where several are told of in the sentence
    before.
    """
    within = syntax.conjunction_head(pronoun.head).head == subject.head
    if not within or pronoun.dep_ != "nsubj" or subject.head.lemma_.lower() not in saying_verbs():
        return None
    told_for = _spoken_for_ahead(subject)
    if told_for is not None:
        return told_for
    for person in (subject, *syntax.children(subject, "appos")):
        if person.tag_ == "NN" and is_of_person(person.lemma_.lower()):
            body = syntax.noun_after(person, SPEAKS_FOR) or _close_to(person) or syntax.child(person, "poss")
            if body is not None:
                return body if syntax.is_plural(body) or not _tells_of_several(pronoun) else None
    return None


def _spoken_for_ahead(subject: Token) -> Token | None:
    """For whom somebody speaks, by the words that open the sentence: "For the dockers, Reed Berg said …"."""
    opening = [word for word in syntax.children(subject.head, "prep") if word.lower_ == "for"]
    ahead = next((word for word in opening if word.i == word.sent.start and word.i < subject.i), None)
    body = syntax.child(ahead, "pobj") if ahead is not None else None
    return body if body is not None and is_actor(body) else None


def _close_to(person: Token) -> Token | None:
    """Whom somebody is close to: "a source close to the guild"."""
    near = next((word for word in syntax.children(person, "amod") if word.lower_ == "close"), None)
    return syntax.noun_after(near, ("to",)) if near is not None else None


def _tells_of_several(pronoun: Token) -> bool:
    """Whether the subject of the sentence before is of several."""
    for sentence in sentences_before(pronoun)[:1]:
        subject = syntax.child(sentence.root, "nsubj", "nsubjpass")
        joined = subject is not None and syntax.child(subject, "conj") is not None
        return joined or (subject is not None and syntax.is_plural(subject))
    return False
