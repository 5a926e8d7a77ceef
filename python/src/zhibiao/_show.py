"""Texts with their quantities marked, for notebooks."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from typing import Any

# The colours of the pages (view/assets/style.css; a test holds them together),
# dark where JupyterLab, VS Code or Colab is.
_STYLE = """<style>
.zhibiao{--ink:#1f1e1b;--actual:#004488;--actual-tint:#dfe9f5;--estimate:#8a6200;--estimate-tint:#fbeecb;--target:#a93a55;--target-tint:#fae3e8}
[data-jp-theme-light=false] .zhibiao,.vscode-dark .zhibiao,html[theme=dark] .zhibiao{--ink:#e7e4dd;--actual:#8dbbee;--actual-tint:#1d3350;--estimate:#e8c35e;--estimate-tint:#443612;--target:#f29cb0;--target-tint:#4e2130}
.zhibiao{line-height:1.9;white-space:pre-wrap}
.zhibiao mark{background:none;color:inherit;border-bottom:2px solid #888;border-radius:2px 2px 0 0;padding:0 1px}
.zhibiao mark.actual{color:var(--ink);border-bottom:2px solid var(--actual);background:var(--actual-tint)}
.zhibiao mark.estimate{color:var(--ink);border-bottom:2px dashed var(--estimate);background:var(--estimate-tint)}
.zhibiao mark.target{color:var(--ink);border-bottom:2px double var(--target);background:var(--target-tint)}
.zhibiao u{text-decoration-style:dotted;text-underline-offset:4px}
.zhibiao table{border-collapse:collapse;margin-top:.8em;white-space:normal}
.zhibiao td,.zhibiao th{padding:2px 10px;text-align:left;border-bottom:1px solid #8884}
</style>"""

_COLUMNS = ("quote", "value", "unit", "bound", "measure", "subject", "period", "status", "confidence")


def marked(text: str, facts: list[dict[str, Any]]) -> str:
    """text as HTML: quantities in <mark> by status, subjects in <u>."""
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    seen = set()
    taken: list[tuple[int, int]] = []

    def add(start: int | None, end: int | None, tag: str, attributes: str) -> None:
        if start is None or end is None or start >= end or (start, end) in seen:
            return
        if any(start < b and a < end for a, b in taken):
            return
        seen.add((start, end))
        taken.append((start, end))
        opens.setdefault(start, []).append(f"<{tag}{attributes}>")
        closes.setdefault(end, []).append(f"</{tag}>")

    for fact in facts:
        what = f"{fact['subject']} · {fact['period'] or ''} · {fact['status']}"
        add(fact["quote_start"], fact["quote_end"], "mark", f' class="{html.escape(fact["status"] or "")}" title="{html.escape(what)}"')
    for fact in facts:
        add(fact.get("subject_start"), fact.get("subject_end"), "u", "")
    out = []
    for i, character in enumerate(text):
        out += closes.get(i, []) + opens.get(i, [])
        out.append(html.escape(character))
    return "".join(out + closes.get(len(text), []))


@dataclass
class Page:
    """A text with its facts; a notebook shows it in colour."""

    text: str
    facts: list[dict[str, Any]] = field(default_factory=list)

    def _repr_html_(self) -> str:
        return f'{_STYLE}<div class="zhibiao">{marked(self.text, self.facts)}</div>'


def page(text: str, facts: list[dict[str, Any]]) -> Page:
    return Page(text, facts)


@dataclass
class Explanation(Page):
    """What is found in a text: facts, and all quantities and periods in it.

    Offsets count characters of text, half-open.
    """

    quantities: list[dict[str, Any]] = field(default_factory=list)
    periods: list[dict[str, Any]] = field(default_factory=list)

    def __str__(self) -> str:
        lines = [self.text]
        for fact in self.facts:
            cells = [f"{key}={fact[key]}" for key in _COLUMNS[1:] if fact.get(key) is not None]
            lines.append(f"  {fact['quote']}: " + ", ".join(cells))
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{c}</th>" for c in _COLUMNS)
        rows = "".join("<tr>" + "".join(f"<td>{html.escape(_cell(f.get(c)))}</td>" for c in _COLUMNS) + "</tr>" for f in self.facts)
        return f'{_STYLE}<div class="zhibiao">{marked(self.text, self.facts)}<table><tr>{head}</tr>{rows}</table></div>'


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.10g}" if abs(value) < 1e10 else f"{value:,.0f}"
    return str(value)
