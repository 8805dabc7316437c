"""The body whose text a document is, which calls itself by a word of its name: "the Bank will lend"."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.party import Party
from flows.extract.components.scene import Scene
from flows.extract.components.whose_government import is_of_government
from flows.extract.parse import Token


def own_body(scene: Scene, token: Token) -> Party | None:
    """The one body whose text it is, by a word of its name alone: "the Bank" of the Central Bank of Fiji.

    "The Government" may be another's whatever the body's name, as that of those whom a party opposes.
    """
    author = scene.authors[0] if len(scene.authors) == 1 else None
    if author is None or author.kind != "organisation" or not token.text.istitle():
        return None
    words = author.name.split()
    told = syntax.children(token, "poss", "amod", "compound", "nmod", "prep", "appos")
    determiner = syntax.child(token, "det")
    definite = determiner is not None and determiner.lower_ == "the" and not is_of_government(token)
    alone = definite and not told and token.dep_ not in syntax.MODIFYING
    return author if alone and len(words) > 1 and token.text in words else None
