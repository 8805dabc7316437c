"""What depends on a token's form alone, worked out once for each form."""

from __future__ import annotations

from collections.abc import Callable

from flows.extract.parse import MOST_REMEMBERED, Doc, Form, Token


class Remembered[Value]:
    """A question about tokens whose answer their form decides (their words, lemma and labels)."""

    def __init__(self, answer: Callable[[Token], Value]) -> None:
        self._answer = answer
        self._known: dict[Form, Value] = {}

    def of(self, doc: Doc) -> list[Value]:
        """The answer for every token of ``doc``, in their order."""
        known = self._known
        new = [token for form, token in doc.firsts.items() if form not in known]
        if new and len(known) + len(doc.firsts) > MOST_REMEMBERED:
            known.clear()
            new = list(doc.firsts.values())
        for token in new:
            known[token.form] = self._answer(token)
        return [known[token.form] for token in doc.tokens]
