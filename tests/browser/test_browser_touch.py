"""On every kind of page: what is pressed is large enough, and where the reader's colours rule everything is still told apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.kinds_support import kinds
from tests.browser.sizes_support import READY

pytestmark = pytest.mark.browser

SMALL = """() => {
  const LEAST = 24;
  const shown = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && e.getClientRects().length;
  const clipped = (e) => e.closest(".rb-alleen-voorlezen, .rb-overslaan, .rb-kaartvel") !== null;
  const name = (e) => `${e.localName}${[...e.classList].map((one) => `.${one}`).join("")}${e.id ? `#${e.id}` : ""} `
    + `"${(e.innerText ?? "").trim().slice(0, 40)}" in .${e.parentElement.closest("[class]")?.className}`;
  // A link in a sentence is as high as its line: words stand beside it.
  const inText = (e) => {
    if (!/^inline/.test(getComputedStyle(e).display) || e.localName === "input") return false;
    let block = e.parentElement;
    while (/^inline/.test(getComputedStyle(block).display) && block !== document.body) block = block.parentElement;
    return block.textContent.trim().length > e.textContent.trim().length + 3;
  };
  // What is pressed for it: its label too, and what it draws over its card.
  const box = (e) => {
    let [left, top, right, bottom] = [1e9, 1e9, -1e9, -1e9];
    const parts = [e, ...(e.labels ?? []), ...e.children];
    for (const one of parts) for (const r of one.getClientRects()) {
      [left, top] = [Math.min(left, r.left), Math.min(top, r.top)];
      [right, bottom] = [Math.max(right, r.right), Math.max(bottom, r.bottom)];
    }
    const over = getComputedStyle(e, "::after");
    if (over.content !== "none" && over.position === "absolute") {
      [left, right] = [Math.min(left, left + (parseFloat(over.left) || 0)), Math.max(right, left + (parseFloat(over.width) || 0))];
      [top, bottom] = [Math.min(top, top + (parseFloat(over.top) || 0)), Math.max(bottom, top + (parseFloat(over.height) || 0))];
    }
    return { e, left, top, right, bottom, wide: right - left, high: bottom - top };
  };
  const all = [...document.body.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [role=option]")]
    .filter((e) => shown(e) && !clipped(e) && !e.disabled).map(box);
  const small = all.filter((one) => (one.wide < LEAST - 0.5 || one.high < LEAST - 0.5) && !inText(one.e));
  // The exception of WCAG 2.5.8: a circle of that size around the middle of it meets no other.
  const middle = ({ left, right, top, bottom }) => [(left + right) / 2, (top + bottom) / 2];
  const meets = (one, other) => {
    const [x, y] = middle(one);
    const [dx, dy] = other.wide < LEAST || other.high < LEAST
      ? [x - middle(other)[0], y - middle(other)[1]]
      : [x - Math.max(other.left, Math.min(x, other.right)), y - Math.max(other.top, Math.min(y, other.bottom))];
    const room = other.wide < LEAST || other.high < LEAST ? LEAST : LEAST / 2;
    return Math.hypot(dx, dy) < room - 0.5;
  };
  return small.filter((one) => all.some((other) => other !== one && !other.e.contains(one.e) && !one.e.contains(other.e) && meets(one, other)))
    .map((one) => `${Math.round(one.wide)}x${Math.round(one.high)}: ${name(one.e)}`);
}"""
"""Gives what is smaller than 24 by 24 pixels with something else too near (WCAG 2.5.8), but for links in a sentence."""
FORCED = """() => {
  const found = [];
  const name = (e) => `${e.localName}${[...e.classList].map((one) => `.${one}`).join("")} "${(e.innerText ?? "").trim().slice(0, 40)}"`;
  const seen = new Set();
  const once = (e, what) => {
    const key = `${what}: ${e.localName}.${[...e.classList].join(".")} in .${e.parentElement.className}`;
    if (!seen.has(key)) found.push(`${what}: ${name(e)}`);
    seen.add(key);
  };
  const shown = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && e.getClientRects().length && !e.closest(".rb-alleen-voorlezen");
  const edged = (e) => {
    const s = getComputedStyle(e);
    return ["Top", "Right", "Bottom", "Left"].some((side) => parseFloat(s[`border${side}Width`]) && s[`border${side}Style`] !== "none"
      && s[`border${side}Color`] !== getComputedStyle(document.body).backgroundColor) || s.textDecorationLine.includes("underline") || (s.outlineStyle !== "none" && parseFloat(s.outlineWidth));
  };
  for (const e of document.body.querySelectorAll("button, .rb-knop, .rb-chip")) {
    const row = e.parentElement; // a row that is a button has the lines of its list
    if (!shown(e) || e.disabled || e.querySelector("svg") || [e, ...e.children].some(edged) || (row.localName === "li" && edged(row))) continue;
    once(e, "a button without an edge or a line");
  }
  // What is chosen, and its neighbours that are not: something must differ beside a background, which is taken away.
  const KEPT = ["borderTopColor", "borderTopWidth", "borderTopStyle", "borderBottomColor", "borderBottomWidth", "borderLeftColor", "borderLeftWidth", "outlineStyle", "outlineWidth", "outlineColor", "fontWeight",
    "textDecorationLine", "textDecorationThickness", "backgroundColor", "color"];
  const look = (e) => KEPT.map((part) => getComputedStyle(e)[part]).join("|");
  const pairs = [];
  for (const box of document.body.querySelectorAll("input[type=radio]:checked")) {
    const other = document.querySelector(`input[type=radio][name="${box.name}"]:not(:checked)`);
    const own = (input) => getComputedStyle(input).appearance !== "none" && getComputedStyle(input).opacity !== "0" && input.offsetWidth > 4;
    if (other && !own(box)) pairs.push([box.nextElementSibling ?? box.parentElement, other.nextElementSibling ?? other.parentElement]);
  }
  for (const e of document.body.querySelectorAll("[aria-current], [aria-pressed=true], [aria-selected=true]")) {
    const other = [...(e.closest("ul, ol, nav, [role=group], p") ?? e.parentElement).querySelectorAll(e.localName)].find((one) => one !== e && !one.matches("[aria-current], [aria-pressed=true], [aria-selected=true]"));
    if (other) pairs.push([e, other]);
  }
  for (const [e, other] of pairs) if (shown(e) && shown(other) && look(e) === look(other)) once(e, "chosen, and looks as what is not");
  // The cells of a glyph: those that are full and those that are not.
  for (const glyph of document.body.querySelectorAll("svg.rb-glyph")) {
    const [full, empty] = [glyph.querySelector(".vol"), glyph.querySelector(".leeg")];
    if (full && empty && shown(glyph) && getComputedStyle(full).fill === getComputedStyle(empty).fill) once(glyph, "a glyph of one colour");
  }
  return found;
}"""
"""Gives what is told by its background alone, which nobody sees then."""
FOCUS = """async () => {
  const found = [];
  const seen = new Set();
  for (const e of document.body.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")) {
    const key = `${e.localName}.${[...e.classList].join(".")} ${e.type ?? ""} in .${e.parentElement.className}`;
    if (seen.has(key) || !e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || e.disabled) continue;
    seen.add(key);
    const drawn = (one) => {
      const s = getComputedStyle(one);
      const line = (part) => (s[`${part}Style`] === "none" || !parseFloat(s[`${part}Width`]) ? "" : s[`${part}Style`] + s[`${part}Width`] + s[`${part}Color`]);
      return ["outline", "borderTop", "borderBottom", "borderLeft"].map(line).join() + s.clipPath;
    };
    const around = [e, e.parentElement, e.nextElementSibling, e.labels?.[0]].filter(Boolean);
    const before = around.map(drawn).join();
    e.focus({ focusVisible: true, preventScroll: true });
    if (document.activeElement === e && around.map(drawn).join() === before) found.push(`no sign of the focus: ${key}`);
  }
  document.activeElement?.blur();
  return found;
}"""
"""Gives what looks the same with the focus as without."""
BROKEN = """
  <main><p><a href="#a" style="display: inline-block; width: 10px; height: 10px">a</a><a href="#b" style="display: inline-block; width: 10px; height: 10px">b</a></p>
  <p>Een zin met <a href="#c">een link</a> erin, die zo hoog is als zijn regel.</p>
  <button style="border: 0; background: navy; color: white; width: 60px; height: 40px; outline: none">Knop</button></main>"""


def test_whatever_is_wrong_is_seen(site: str, visit: Callable[..., Any]) -> None:
    page: Page = visit(f"{site}404.html", 360, forced_colors="active").page
    page.evaluate("html => { document.body.innerHTML = html }", BROKEN)
    assert [fault.split('"')[1] for fault in page.evaluate(SMALL)] == ["a", "b"]
    assert page.evaluate(FORCED) == ['a button without an edge or a line: button "Knop"']
    assert page.evaluate(FOCUS) == ["no sign of the focus: button. submit in ."]


def test_on_every_kind_of_page_all_is_large_enough_and_told_apart(
    real_site: Path, site: str, visit: Callable[..., Any]
) -> None:
    page: Page = visit(f"{site}404.html", 360, forced_colors="active").page
    page.set_viewport_size({"width": 360, "height": 900})
    faults = []
    for name, address in kinds(real_site):
        page.goto(site + address)
        page.wait_for_function(READY)
        for rule in (SMALL, FORCED, FOCUS):
            faults += [f"{name} ({address}), 360 px: {fault}" for fault in page.evaluate(rule)[:8]]
    assert not faults, "\n".join(faults)
