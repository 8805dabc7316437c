"""Values in, scripts out that hold the same values and nothing that could end a script."""

from __future__ import annotations

import string
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.report.data_files import write_data
from tests.report.sheets import data

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(string.ascii_lowercase), inner),
    max_leaves=10,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values)
def test_what_is_written_is_read_again(tmp_path: Path, value: Any) -> None:
    write_data(tmp_path, "sample", value)
    assert data(tmp_path, "sample") == value


@pytest.mark.parametrize(
    "text", ["</script>", "<!--", "]]>", "&amp;", "\u2028", "\u2029", "\u202e", "é", "\x00"]
)
def test_nothing_but_plain_ascii_stands_in_the_file(tmp_path: Path, text: str) -> None:
    write_data(tmp_path, "sample", {"words": text})
    written = (tmp_path / "data" / "sample.js").read_text(encoding="utf-8").removesuffix("\n")
    assert written.isascii() and written.isprintable()
    assert not set(written) & set("<>&")
    assert data(tmp_path, "sample") == {"words": text}


def test_numbers_that_json_lacks_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="Out of range"):
        write_data(tmp_path, "sample", float("nan"))
