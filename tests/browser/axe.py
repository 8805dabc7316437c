"""axe-core in a page: the accessibility rules of WCAG 2.2 A and AA, and axe's own best practices."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

VENDORED = Path(__file__).parent / "vendor" / "axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOUR_RULES = ("color-contrast", "link-in-text-block")
RUN = """
async (only) => {
  const found = await axe.run(document, { runOnly: only, preload: false });
  return found.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary ?? rule.help}`));
}
"""


@cache
def _source() -> str:
    return VENDORED.read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong in the page as it is now, light and dark, a line for each element.

    What does not depend on colours is looked at once.
    """
    page.evaluate(_source())
    page.emulate_media(color_scheme="light")
    found: list[str] = page.evaluate(RUN, {"type": "tag", "values": list(TAGS)})
    page.emulate_media(color_scheme="dark")
    dark: list[str] = page.evaluate(RUN, {"type": "rule", "values": list(COLOUR_RULES)})
    return found + [f"dark: {fault}" for fault in dark]
