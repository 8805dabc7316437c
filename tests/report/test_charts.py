"""Rows in, a drawing out that holds shapes and text alone."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from flows.report.charts import draw

SVG = "{http://www.w3.org/2000/svg}"
BARS = {
    "width": 100,
    "height": {"step": 20},
    "mark": {"type": "bar", "color": "var(--series-1)"},
    "encoding": {
        "y": {"field": "name", "type": "nominal"},
        "x": {"field": "n", "type": "quantitative"},
    },
}


def drawn(*rows: dict[str, object]) -> ElementTree.Element:
    """The chart of some rows."""
    return ElementTree.fromstring(draw(BARS, list(rows), "sample", "Lines <by> name", "How many & of whom"))


def test_a_drawing_is_named_and_described() -> None:
    svg = drawn({"name": "Norway", "n": 2})
    assert (svg.get("role"), svg.get("aria-labelledby")) == ("img", "sample-title sample-text")
    texts = {element.get("id"): element.text for element in svg if element.get("id")}
    assert texts == {"sample-title": "Lines <by> name", "sample-text": "How many & of whom"}


def test_a_drawing_takes_its_colours_from_the_style_sheet_and_its_size_from_the_page() -> None:
    svg = drawn({"name": "Norway", "n": 2})
    bars = [path for path in svg.iter(f"{SVG}path") if path.get("fill") == "var(--series-1)"]
    assert len(bars) == 1
    assert (svg.get("width"), svg.get("style")) == (None, None)


@pytest.mark.parametrize(
    "name", ["</svg><script>x</script>", '"><b>', "]]>", "a\x00\x01b\ufffe", "\u202ex", "{{x}}"]
)
def test_a_name_is_text_whatever_it_holds(name: str) -> None:
    svg = drawn({"name": name, "n": 1}, {"name": "Norway", "n": 2})
    allowed = {
        f"{SVG}{tag}" for tag in ("svg", "g", "path", "line", "rect", "text", "tspan", "title", "desc")
    }
    assert {element.tag for element in svg.iter()} <= allowed
    assert not [key for element in svg.iter() for key in element.attrib if key.startswith("on")]
