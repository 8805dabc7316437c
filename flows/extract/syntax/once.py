"""Questions to a token that many rules ask, each worked out once, as a parse does not change."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from flows.extract.parse import Token


def once[Value](question: Callable[[Token], Value]) -> Callable[[Token], Value]:
    """The same question, whose answer a token keeps; nobody may change an answer."""

    @wraps(question)
    def asked(token: Token) -> Value:
        answers = token.answers
        if question not in answers:
            answers[question] = question(token)
        answer: Value = answers[question]
        return answer

    return asked
