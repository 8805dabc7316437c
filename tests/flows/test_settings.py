"""Settings from the environment."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from flows.settings import Settings


def test_a_variable_sets_a_knob(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLEDGEBOOK_DOCUMENT_SECONDS", "2.5")
    assert Settings().document_seconds == 2.5


@pytest.mark.parametrize("value", ["0", "-1", "soon"])
def test_a_senseless_time_limit_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("PLEDGEBOOK_DOCUMENT_SECONDS", value)
    with pytest.raises(ValidationError, match="document_seconds"):
        Settings()
