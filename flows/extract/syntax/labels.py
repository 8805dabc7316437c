"""Labels and words of spaCy's English parses that several components ask for."""

from __future__ import annotations

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
NAMED_SUBJECTS = frozenset({"nsubj", "nsubjpass"})  # those that are words for somebody or something
AUXILIARIES = frozenset({"aux", "auxpass"})
NAMED_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
TIME_LABELS = frozenset({"DATE", "TIME"})  # of the recogniser
PRESENT_TAGS = frozenset({"VBZ", "VBP"})
PAST_TAGS = frozenset({"VBD", "VBN"})  # which the tagger confuses
FINITE_TAGS = frozenset({"MD", "VBD", "VBP", "VBZ"})
MODIFYING = ("poss", "amod", "compound", "nmod")  # what tells by name of whom a noun is
DASHES = frozenset({"-", "--", "–", "—"})  # before what breaks off a clause
RELATIVES = frozenset({"that", "who", "which", "whose"})
RELATIVE_TAGS = frozenset({"WDT", "WP"})  # of relatives that stand for a noun; "whose" has one of its own
CLAUSES_ON_NOUNS = ("acl", "relcl")  # how clauses hang on a noun: "boats to sell", "boats that sank"
# Links by which an act depends on the words that commit to it: "pledged to send", "said it will send",
# "its pledge to send", "a pledge of $10 million".
COMMISSIVE_LINKS = frozenset(
    {"xcomp", "ccomp", "acl", "dobj", "pobj", "prep", "attr", "nsubjpass", "oprd", "appos", "pcomp", "acomp"}
)
