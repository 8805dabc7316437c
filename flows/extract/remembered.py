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
        try:
            return [self._known[token.form] for token in doc]
        except KeyError:
            self._learn(doc)
        return [self._known[token.form] for token in doc]

    def _learn(self, doc: Doc) -> None:
        known = self._known
        if len(known) + len(doc) > MOST_REMEMBERED:
            known.clear()
        new = {token.form: token for token in reversed(doc.tokens) if token.form not in known}
        for form, token in new.items():
            known[form] = self._answer(token)
