"""Charts: a statement of sql/report/charts and a Vega-Lite specification of charts/ each, drawn to SVG.

Drawn when the report is built, a chart needs no script in the page. Its colours are the style sheet's
variables, so that it follows the reader's choice of light and dark.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

import vl_convert
from markupsafe import Markup

from flows.report.render import FOLDER
from warehouse import ReportReader, report_sql

VEGA_LITE = "5.21"
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SVG = "http://www.w3.org/2000/svg"
KEPT_ATTRIBUTES = frozenset(
    {
        *("d", "transform", "x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "width", "height", "rx", "display"),
        *("fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray"),
        *("stroke-miterlimit", "opacity", "text-anchor", "font-family", "font-size", "font-weight"),
    }
)
DRAWN = frozenset(f"{{{SVG}}}{name}" for name in ("svg", "g", "path", "line", "rect", "text", "tspan"))
CONFIG = {
    "background": "transparent",
    "padding": {"left": 14, "top": 5, "right": 14, "bottom": 5},  # the reader's font may be wider than Vega's
    "font": "system-ui, sans-serif",
    "view": {"stroke": None},
    "range": {"category": [f"var(--series-{number})" for number in range(1, 8)]},
    "axis": {
        "labelColor": "var(--text)",
        "titleColor": "var(--muted)",
        "titleFontWeight": "normal",
        "gridColor": "var(--grid)",
        "domainColor": "var(--axis)",
        "tickColor": "var(--axis)",
        "labelFontSize": 12,
        "titleFontSize": 12,
    },
    "legend": {"labelColor": "var(--text)", "labelFontSize": 12, "symbolType": "square"},
}


@dataclass(frozen=True)
class Chart:
    """A chart with what it shows: ``rows`` are its table, ``sql`` asks for them, ``svg`` draws them."""

    name: str
    title: str
    question: str
    sql: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    svg: Markup


def read_chart(reader: ReportReader, name: str) -> Chart:
    """The chart ``name`` of the reader's book; its ``svg`` is empty where there is nothing to draw."""
    specification = json.loads((FOLDER / "charts" / f"{name}.vl.json").read_text(encoding="utf-8"))
    title = specification.pop("title")
    sql = report_sql(f"charts/{name}")
    question = sql.partition("\n")[0].removeprefix("-- ")
    rows = reader.rows(f"charts/{name}")
    columns = tuple(rows[0]) if rows else ()
    svg = draw(specification, rows, f"chart-{name}", title, question) if rows else Markup()
    return Chart(name, title, question, sql, columns, tuple(tuple(row.values()) for row in rows), svg)


def draw(
    specification: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], name: str, title: str, text: str
) -> Markup:
    """Rows drawn by a Vega-Lite specification: an ``svg`` element that is called ``title``.

    ``name`` is unique in the page, ``text`` describes the chart. Of what the drawing contains, only
    shapes and text are kept.
    """
    whole = {**specification, "config": CONFIG, "data": {"values": [_drawable(row) for row in rows]}}
    root = ElementTree.fromstring(
        vl_convert.vegalite_to_svg(whole, vl_version=VEGA_LITE, allowed_base_urls=[])
    )
    _keep_the_drawing(root)
    width, height = root.attrib.pop("width"), root.attrib.pop("height")
    root.attrib |= {"class": "chart", "role": "img", "aria-labelledby": f"{name}-title {name}-text"}
    root.attrib |= {"viewBox": f"0 0 {width} {height}"}
    for tag, content in (("desc", text), ("title", title)):
        element = ElementTree.Element(
            f"{{{SVG}}}{tag}", {"id": f"{name}-{tag if tag == 'title' else 'text'}"}
        )
        element.text = content
        root.insert(0, element)
    ElementTree.register_namespace("", SVG)
    return Markup(ElementTree.tostring(root, encoding="unicode"))


def _keep_the_drawing(root: ElementTree.Element) -> None:
    """Drop every element that draws nothing, and every attribute that says nothing of shape or colour."""
    for element in root.iter():
        for child in [child for child in element if child.tag not in DRAWN or child.get("display") == "none"]:
            element.remove(child)
        for attribute in set(element.attrib) - KEPT_ATTRIBUTES:
            del element.attrib[attribute]


def _drawable(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _plain_value(value) for name, value in row.items()}


def _plain_value(value: object) -> object:
    """A value as JSON and, later, XML can hold it."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else value
