() => {
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
}
