"""Subjects before a word: who was spoken of when it was said."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.attribution_lexicon import saying_verbs
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.components.joined import in_list
from flows.extract.components.names import Names
from flows.extract.components.party import Party, Resolve, each_once
from flows.extract.parse import Span, Token


def of_subject(resolve: Resolve, names: Names, subject: Token, depth: int) -> tuple[Party, ...]:
    """The parties of a subject with all that is coordinated with it."""
    return each_once(party for head in in_list(subject, names) for party in resolve(head, depth + 1))


def subjects_before(token: Token) -> list[Token]:
    """Subjects that govern ``token``, then those of the two sentences before, main clauses first.

    Who is asked to do something is the subject of that: "Peru urged Chad to open its ports".
    """
    subjects: list[Token] = []
    telling: list[Token] = []
    for head in syntax.ancestors(token):
        asked = _asked_to(head)
        if asked is not None and asked.i < token.i and token not in asked.subtree:
            subjects.append(asked)
        agent = _telling_agent(head, token)
        if agent is not None:
            subjects.append(agent)
            telling.append(agent)
        thanked = syntax.doer_behind(head.head) if head.dep_ == "pobj" else None
        if thanked is not None and thanked not in subjects:
            subjects.append(thanked)
        told = syntax.clause_around(head.head) if syntax.goes_on_behind_remark(head) else head
        subject = syntax.child(told, "nsubj", "nsubjpass")
        if subject is not None and subject.i < token.i and subject not in subjects:
            subjects.append(subject)
        subjects += [found for found in _subjects_of_opening(head, token) if found not in subjects]
        subjects += [found for found in _subjects_of_said_before(head) if found not in subjects]
    for sentence in sentences_before(token):
        subjects += _subjects_of_sentence(sentence)
    return [subject for subject in subjects if subject in telling or token not in subject.subtree]


def _subjects_of_sentence(sentence: Span) -> list[Token]:
    """The subjects of a sentence's main clauses, then whom it asks for something: "asked the navy to wait".

    The parse may take a verb behind a subject with commas for a participle: "The cook, Ada Berg, left".
    """
    root = sentence.root
    acting = (clause.tag_ == "VBD" for clause in syntax.children(root, "acl"))
    if (root.pos_ == "PROPN" or is_actor(root)) and any(acting):
        return [root]
    clauses = (root, *syntax.children(root, "ccomp", "conj", "advcl"))
    subjects = [syntax.child(verb, "nsubj", "nsubjpass") for verb in clauses]
    asks = root.lemma_.lower() in cue_index().requests and not syntax.is_passive(root)
    asked = syntax.child(root, "dobj", "dative") if asks else None
    if asked is not None and asked.pos_ != "PRON":
        subjects.append(asked)
    return [subject for subject in subjects if subject is not None]


def _telling_agent(verb: Token, token: Token) -> Token | None:
    """Who tells somebody something in a passive: "we were told by the port that it would open".

    The parse may hang what is told on who tells it.
    """
    if verb.tag_ != "VBN" or verb.lemma_.lower() not in saying_verbs():
        return None
    agent = syntax.passive_agent(verb)
    return agent if agent is not None and agent.i < token.i else None


def _subjects_of_opening(verb: Token, token: Token) -> list[Token]:
    """Who acts in a clause before a verb's: a condition, one that a mark ends, or one that is remarked on.

    "If Peru refuses, it must …", "Peru must pay; it has put it off", "Peru will pay, its envoy said".
    """
    clauses = [
        clause
        for clause in syntax.children(verb, "advcl", "ccomp", "parataxis")
        if clause.i < token.i < verb.i
        and (clause.dep_ == "advcl" or _ends_before(clause, token) or _is_remarked_on(clause, token))
    ]
    subjects = (syntax.child(clause, "nsubj", "nsubjpass") for clause in clauses)
    return [subject for subject in subjects if subject is not None]


def _subjects_of_said_before(asking: Token) -> list[Token]:
    """Of whom those spoke who then ask for something: "Peru said Chad was late and demanded that it pay"."""
    if asking.dep_ != "conj" or asking.lemma_.lower() not in cue_index().requests:
        return []
    clauses = [clause for clause in syntax.children(asking.head, "ccomp") if clause.i < asking.i]
    subjects = (syntax.child(clause, "nsubj", "nsubjpass") for clause in clauses)
    return [subject for subject in subjects if subject is not None]


def _is_remarked_on(clause: Token, token: Token) -> bool:
    """Whether a word stands in the subject of the remark behind a clause: "Peru will pay, its envoy said".

    Of a pronoun alone only where it is that clause's subject once more: "she will pay, she said".
    """
    remarking = syntax.child(clause.head, "nsubj")
    if clause.dep_ != "ccomp" or remarking is None:
        return False
    if token == remarking:
        said = syntax.child(clause, "nsubj", "nsubjpass")
        return token.pos_ == "PRON" and said is not None and said.lower_ == token.lower_
    return token in remarking.subtree


def _ends_before(clause: Token, token: Token) -> bool:
    """Whether a semicolon or a colon ends a clause before a word."""
    return any(word.text in {";", ":"} for word in token.doc.tokens[clause.i : token.i])


def _asked_to(act: Token) -> Token | None:
    """Whom the verb above asks to do an act."""
    verb = act.head
    if not syntax.is_infinitive(act) or verb.lemma_.lower() not in cue_index().requests:
        return None
    return syntax.child(verb, "dobj") or syntax.noun_after(verb, ("on", "upon"))


def sentences_before(token: Token) -> list[Span]:
    """The one or two sentences before that of a token, the nearest first."""
    start = token.sent.start
    found: list[Span] = []
    while start > 0 and len(found) < 2:
        sentence = token.doc[start - 1].sent
        found.append(sentence)
        start = sentence.start
    return found
