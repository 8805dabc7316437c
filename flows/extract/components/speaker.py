"""The speaker of a record: canonical name or description, and how the text names it."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns, is_person
from flows.extract.components.attribution import Attribution
from flows.extract.components.attribution_lexicon import attribution_lexicon, describes_nobody
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.business import is_business
from flows.extract.components.description import of_whom
from flows.extract.components.force_lexicon import text_speaks
from flows.extract.components.joint_speakers import NAMELESS, Speaker, is_of_one_side, name_of_all, together
from flows.extract.components.named import Named
from flows.extract.components.names import Names
from flows.extract.components.office import is_of_person
from flows.extract.components.party import Party
from flows.extract.components.party_lexicon import means_speaker, party_lexicon
from flows.extract.components.remarks import according_to
from flows.extract.components.resolver import PartyResolver
from flows.extract.components.scene import LOCATIVES
from flows.extract.components.subject import sentences_before, subjects_before
from flows.extract.components.turns import ASKING
from flows.extract.parse import Token
from models.vocabulary import Genre, SpeakerType

LONGEST_DESCRIPTION = 20  # words
MOST_OWNERS = 2  # by whose names "their ministers" are told
REPORTER = "reporter"  # who asks in a transcript
SELF_SPEAKING: frozenset[Genre] = frozenset({"communique", "fact_sheet", "treaty"})
TELLING_OF_SIDES: frozenset[Genre] = frozenset({"readout", "press_release"})


def speaker_of(
    attribution: Attribution,
    binder: Token | None,
    resolver: PartyResolver,
    names: Names,
    genre: Genre | None,
    voice: Party | None,
) -> Speaker:
    """The speaker of a record.

    ``binder`` is the subject of a verb of promising, which speaks in a report where nobody else is
    cited ("Norway has pledged …"). Without either, the text itself speaks: ``voice``, the person whose
    speech or statement it is, its authors, or its reporter.
    """
    reports = genre != "treaty" and is_of_one_side(attribution, resolver)
    cites = attribution.quotation is not None or reports
    if genre in SELF_SPEAKING and not cites:
        return _of_text(resolver, genre, None)
    if attribution.label is not None:
        return _labelled(attribution, resolver, genre, voice)
    if attribution.speaker is not None:
        sayers = syntax.conjuncts(attribution.speaker)
        cited = [_cited(attribution, sayer, resolver, names, genre, voice) for sayer in sayers]
        return together(cited) or cited[0]
    if binder is not None and not text_speaks(genre):
        promising = [_promising(each, resolver, names) for each in syntax.conjuncts(binder)]
        return together(promising) or _of_text(resolver, genre, voice)
    return _of_text(resolver, genre, voice)


def _promising(token: Token, resolver: PartyResolver, names: Names) -> Speaker | None:
    """Who promises or asks in a report: a known party, who speaks for one ("Danish officials"), or others."""
    parties = resolver.of_one(token)
    known = _known(parties, names, token)
    if known is None:
        return _without_name(token, resolver, names, parties)
    before = _unnamed_before(token, names) if known.kind != "person" else None
    if before is not None:
        return _described(before, resolver, names)
    if known.kind != "person" and _is_unnamed(token, names):
        return _described(token, resolver, names)
    return Speaker(name_of_all(token, known, parties), "named")


def _without_name(
    token: Token, resolver: PartyResolver, names: Names, parties: tuple[Party, ...]
) -> Speaker | None:
    """People or a body of whom nobody knows the name, who promise or ask: "the miners", "a rights group".

    None for things: "the bill asks firms to pay". "She" and "one" are whom they stand for.
    """
    if token.lower_ in party_lexicon().pronouns.person | party_lexicon().pronouns.single:
        return Speaker(parties[0].name, "anonymous") if parties else None
    if not is_people(token) or token.lemma_.lower() in attribution_lexicon().documents.lemmas:
        return None
    unknown = _capitalised_name(token)
    return Speaker(unknown, "named") if unknown else _described(token, resolver, names)


def _described(token: Token, resolver: PartyResolver, names: Names) -> Speaker:
    """Somebody without a name, who is known all the same where one alone holds a named body's office."""
    speaker_type: SpeakerType = "named" if _is_known_holder(token, names) else "anonymous"
    return Speaker(_words_with_owner(token, resolver), speaker_type)


def _words_with_owner(token: Token, resolver: PartyResolver) -> str:
    """The words of a description, by the names of whose "its", "his" or "their" makes somebody.

    An office is that of the state for which it acts: "his minister" is "Peru's minister" of its president.
    """
    words, pronoun = _description(token), syntax.child(token, "poss")
    if pronoun is None or pronoun.tag_ != "PRP$" or means_speaker(pronoun):
        return words
    acting = resolver.of_one(token)
    states = acting if all(party.kind == "state" for party in acting) else ()
    owners = [owner.name for owner in states or resolver.of_one(pronoun)]
    if not 0 < len(owners) <= MOST_OWNERS:
        return words
    return of_whom(" and ".join(owners)) + words.removeprefix(pronoun.text)


def _unnamed_before(pronoun: Token, names: Names) -> Token | None:
    """The one person without a name for whom "he" stands as a subject: "an official left. He said …".

    Whoever "he" is in a sentence between is the same: "An official left. He ran. “I will pay,” he said".
    Or several, right before "they": "two officials want a truce, but they have said …".
    """
    if pronoun.lower_ == "they":
        nearest = next(iter(subjects_before(pronoun)), None)
        several = nearest is not None and nearest.tag_ == "NNS" and _is_unnamed(nearest, names)
        return nearest if several else None
    if pronoun.lower_ not in party_lexicon().pronouns.person:
        return None
    people = (subject for subject in subjects_before(pronoun) if not _is_no_person(subject, names))
    subject = next(people, None)
    if subject is not None and subject.lower_ == pronoun.lower_:
        return _unnamed_before(subject, names)
    alone = subject is not None and subject.tag_ == "NN" and _is_unnamed(subject, names)
    return subject if alone else None


def _is_no_person(subject: Token, names: Names) -> bool:
    """Whether "he" is nobody told of by a subject: several, a thing, a state or body."""
    named, pronouns = names.at(subject), party_lexicon().pronouns
    if named is not None:
        return named.kind != "person"
    if subject.lower_ in pronouns.plural | pronouns.thing | pronouns.speaker:
        return True
    return subject.tag_ in {"NNS", "CD"} or (subject.pos_ == "NOUN" and not is_person(subject))


def _source_before(pronoun: Token, names: Names) -> Token | None:
    """The one person without a name who was the source of the sentence before, and is "he" of this one.

    "Fiji will pay, according to a senior official. He added …".
    """
    if pronoun.lower_ not in party_lexicon().pronouns.person or pronoun.dep_ != "nsubj":
        return None
    sources = (according_to(word) for sentence in sentences_before(pronoun)[:1] for word in sentence)
    people = (noun for noun in sources if noun is not None and noun.tag_ == "NN")
    return next((noun for noun in people if _is_unnamed(noun, names)), None)


def _labelled(
    attribution: Attribution, resolver: PartyResolver, genre: Genre | None, voice: Party | None
) -> Speaker:
    """Who the label of a transcript's turn names: a person, or an official without a name."""
    parties = resolver.speakers(attribution)
    if parties:
        return Speaker(parties[0].name, "named")
    label = attribution.label or ""
    if label == ASKING:
        return Speaker(REPORTER, "anonymous")
    words = label.casefold().split()
    if words and describes_nobody(words[-1]):
        return Speaker(" ".join(words), "anonymous")
    return _of_text(resolver, genre, voice)


def _cited(
    attribution: Attribution,
    token: Token,
    resolver: PartyResolver,
    names: Names,
    genre: Genre | None,
    voice: Party | None,
) -> Speaker:
    if any(map(means_speaker, syntax.conjuncts(token))):
        return _of_text(resolver, genre, voice)
    parties = resolver.of_one(token)
    if attribution.quotation is None and _tells_of_sides(parties, token, resolver, genre):
        return _of_text(resolver, genre, voice)
    source = _source_before(token, names)
    if source is not None:
        return _described(source, resolver, names)
    if _speaks_for_other(token, names):
        return Speaker(_words_with_owner(token, resolver), "anonymous")
    person = next((party for party in parties if party.kind == "person"), None)
    if person is not None:
        return Speaker(name_of_all(token, person, parties), "named")
    if token.lemma_.lower() in attribution_lexicon().documents.lemmas and names.at(token) is None:
        shared = attribution.verb is None and not _tells_whose(token, names)  # "according to the treaty"
        return Speaker(parties[0].name if parties and not shared else None, "document")
    if _is_unnamed(token, names):
        behind = _named_behind_place(token, names)
        return Speaker(behind, "named") if behind else _described(token, resolver, names)
    before, known = _unnamed_before(token, names), _known(parties, names, token)
    if before is not None and (known is not None or not syntax.is_plural(before)):
        return _described(before, resolver, names)
    if known is not None:
        return Speaker(name_of_all(token, known, parties), "named")
    if token.pos_ == "PRON" and not parties:
        return _of_text(resolver, genre, voice)
    lemma = token.lemma_.lower()
    is_body = token.tag_ == "NN" and lemma in actor_nouns().bodies.lemmas
    one_of_many = is_business(lemma) and syntax.child(token, "poss") is None  # "the Peruvian firm"
    if parties and is_body and not one_of_many and _is_definite(token) and _tells_whose(token, names):
        return Speaker(parties[0].name, "named")
    unknown = _capitalised_name(token)
    if unknown:
        return Speaker(unknown, "named")
    return Speaker(parties[0].name if parties else _description(token), "anonymous")


def _tells_of_sides(
    parties: tuple[Party, ...], token: Token, resolver: PartyResolver, genre: Genre | None
) -> bool:
    """Whether a readout tells in its own voice what both sides said: "The leaders agreed …"."""
    if genre not in TELLING_OF_SIDES:
        return False
    several = len(parties) > 1 or syntax.is_plural(token)
    return several or not parties or all(party in resolver.participants[1:] for party in parties)


def _is_definite(token: Token) -> bool:
    """Whether an article or possessor makes clear that one certain person or body is meant."""
    determiner = syntax.child(token, "det", "poss")
    return determiner is not None and determiner.lower_ not in {"a", "an", "another", "one", "some"}


def _tells_whose(token: Token, names: Names) -> bool:
    """Whether a description says whose somebody is: "Peru's central bank", "his office", not "the union"."""
    whose = (word for word in token.subtree if word != token and word.head.lower_ not in LOCATIVES)
    return any(names.at(word) is not None or word.tag_ == "PRP$" for word in whose)


def _speaks_for_other(token: Token, names: Names) -> bool:
    """Whether a phrase is of who speaks for somebody, and without a name of their own: "her spokesman"."""
    whose = syntax.child(token, "poss")
    shared = token.lemma_.lower() in attribution_lexicon().spoken_for.lemmas
    return whose is not None and whose.tag_ == "PRP$" and shared and _is_unnamed(token, names)


def _is_known_holder(token: Token, names: Names) -> bool:
    """Whether a description is of the one holder of somebody's office: "the head of the Baltic League"."""
    office = token.lemma_.lower() in party_lexicon().offices.lemmas
    shared = token.lemma_.lower() in attribution_lexicon().spoken_for.lemmas
    alone = office and not shared and token.tag_ == "NN" and _is_definite(token)
    return alone and _tells_whose(token, names)


def _known(parties: tuple[Party, ...], names: Names, token: Token) -> Party | None:
    """The party that a word names, else the first with a name, unless it is a text that speaks not itself."""
    if token.lemma_.lower() in attribution_lexicon().documents.lemmas and names.at(token) is None:
        return None
    known, own = [party for party in parties if party.kind not in NAMELESS], names.at(token)
    named = (party for party in known if own is not None and party.name == own.name)
    return next(named, known[0] if known else None)


def _of_text(resolver: PartyResolver, genre: Genre | None, voice: Party | None) -> Speaker:
    if not text_speaks(genre):
        return Speaker(None, "author")
    if voice is not None:
        return Speaker(voice.name, "named")
    authors: tuple[Party, ...] = resolver.authors
    return Speaker(authors[0].name if len(authors) == 1 else None, "document")


def _is_unnamed(token: Token, names: Names) -> bool:
    """Whether a phrase describes people without naming them ("a senior NATO diplomat")."""
    if names.at(token) is not None:
        return False
    if any(names.at(child) is not None for child in syntax.children(token, "appos")):
        return False
    lemma = token.lemma_.lower()
    return is_of_person(lemma) or lemma in party_lexicon().shared_offices.lemmas


def _capitalised_name(token: Token) -> str:
    """The capitalised words of a body that no list knows, without its owner: "Karhula", "the Boat Front".

    Empty for a single word with an article ("the Union") or that opens a sentence ("Relatives say no"), and
    for words that say who somebody is.
    """
    first = token.i
    while first > token.sent.start and token.doc[first - 1].pos_ == "PROPN":
        first -= 1
    words = token.doc[first : token.i + 1]
    opens = token.i == token.sent.start and is_people(token)
    alone = len(words) == 1 and (opens or syntax.child(token, "det") is not None)
    proper = token.pos_ == "PROPN" and all(word.text[:1].isupper() for word in words)
    return words.text if proper and not alone and not is_of_person(token.lemma_.lower()) else ""


def _named_behind_place(token: Token, names: Names) -> str | None:
    """The person whom a comma names behind a description's place: "its envoy in Lima, Ada Berg"."""
    if token.tag_ != "NN":
        return None
    for preposition in syntax.children(token, "prep"):
        for place in syntax.children(preposition, "pobj"):
            for behind in syntax.children(place, "appos"):
                named = names.at(behind)
                if named is not None and (named.kind == "person" or _is_taken_for_building(named)):
                    return named.name
    return None


def _is_taken_for_building(named: Named) -> bool:
    """Whether the recogniser takes several words for a building, as it may a person behind a place."""
    return named.via == "recognised" and named.label == "FAC" and " " in named.name


def _leads_aside(mark: Token) -> bool:
    """Whether a comma opens a clause on the side, which the parse may hang on the last word: ", who left"."""
    behind = syntax.neighbour(mark, 1)
    return mark.text == "," and behind is not None and behind.tag_ in {"WP", "WP$", "WDT"}


def _is_told_aside(adjective: Token) -> bool:
    """Whether an adjective behind a comma tells more of who is described: "the mayor, due to leave soon"."""
    first = adjective.left_edge
    return adjective.dep_ == "amod" and first.i > adjective.head.i and syntax.word_at(first, -1) == ","


def _description(token: Token) -> str:
    """The words of a description without its article and relative clauses."""
    cut = syntax.children(token, "relcl", "appos", "acl", "conj", "cc", "punct")
    cut += filter(_is_told_aside, token.children)
    indices = [i for i in syntax.subtree_indices(token, cut) if abs(i - token.i) <= LONGEST_DESCRIPTION]
    aside = next((i for i in indices if i > token.i and _leads_aside(token.doc[i])), None)
    indices = [i for i in indices if aside is None or i < aside]
    words = token.doc[indices[0] : indices[-1] + 1]
    start = 1 if len(words) > 1 and words[0].lower_ in {"the", "whose"} else 0
    return " ".join(words[start:].text.split()).rstrip(" ,")
