() => {
  const MIN = 2;
  const found = [];
  const styles = new Map();
  const style = (e) => styles.get(e) ?? styles.set(e, getComputedStyle(e)).get(e);
  const name = (e) => {
    const own = e.id ? `#${e.id}` : e.classList?.length ? `.${[...e.classList].join(".")}` : "";
    const text = (e.innerText ?? e.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40);
    const above = e.parentElement?.closest("[class]");
    return `${e.localName}${own}${above ? ` in .${[...above.classList].join(".")}` : ""} "${text}"`;
  };
  // What nobody sees, or only who listens; and a sheet of paper as it will be printed, drawn small.
  const unseen = new Map();
  const hidden = (e) => {
    if (!e || e === document.documentElement) return false;
    if (e.matches(".rb-kaartvel") || !e.checkVisibility()) return true;
    if (unseen.has(e)) return unseen.get(e);
    const s = style(e);
    const clipped = s.clipPath !== "none" || (s.position === "absolute" && e.offsetWidth <= 1 && e.offsetHeight <= 1);
    const result = s.visibility === "hidden" || s.opacity === "0" || clipped || hidden(e.parentElement);
    unseen.set(e, result);
    return result;
  };
  // A box that scrolls by itself, for what cannot be narrower; and what floats above the page.
  const wide = (e) => {
    for (let box = e; box && box !== document.body; box = box.parentElement)
      if (/auto|scroll/.test(style(box).overflowX) && box.scrollWidth > box.clientWidth) return box;
    return null;
  };
  const floats = (e) => {
    for (let box = e; box && box !== document.body; box = box.parentElement)
      if (/fixed|sticky/.test(style(box).position) || box.matches(":popover-open, dialog[open]")) return box;
    return null;
  };

  const items = [];
  const add = (e, owner, r, text) => {
    if (r.width <= MIN || r.height <= MIN) return;
    const low = text ? r.height * 0.22 : 0; // letters are lower than their line
    items.push({ e, owner, text, left: r.left, right: r.right, top: r.top + low, bottom: r.bottom - low });
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walk.nextNode()) {
    const node = walk.currentNode;
    const e = node.parentElement;
    if (!node.data.trim() || /^(script|style|template|noscript|option|title)$/i.test(e.localName) || hidden(e)) continue;
    range.selectNodeContents(node);
    for (const r of range.getClientRects()) add(e, node, r, true);
  }
  for (const e of document.body.querySelectorAll("button, input, select, textarea, summary, img, meter, progress"))
    if (!hidden(e) && style(e).display !== "contents") for (const r of e.getClientRects()) add(e, e, r, false);

  const scrolls = document.documentElement.scrollWidth > innerWidth;
  if (scrolls) found.push(`scrolls sideways: ${document.documentElement.scrollWidth} of ${innerWidth} px`);
  const out = new Set();
  for (const { e, left, right } of items)
    if ((right > innerWidth + 1 || left < -1) && !out.has(e) && !wide(e)) {
      out.add(e);
      found.push(`outside the window (${Math.round(left)} to ${Math.round(right)}): ${name(e)}`);
    }

  items.sort((a, b) => a.top - b.top);
  const seen = new Set();
  let open = [];
  for (const a of items) {
    open = open.filter((b) => b.bottom - a.top > MIN);
    for (const b of open) {
      if (a.owner === b.owner || Math.min(a.right, b.right) - Math.max(a.left, b.left) <= MIN) continue;
      if (Math.min(a.bottom, b.bottom) - a.top <= MIN) continue;
      if ((!a.text && a.e.contains(b.e)) || (!b.text && b.e.contains(a.e))) continue;
      if (floats(a.e) !== floats(b.e) || (a.e.closest("svg") && b.e.closest("svg") && style(a.e).pointerEvents === "never")) continue;
      const box = [wide(a.e), wide(b.e)];
      if (box[0] !== box[1]) continue; // what lies beside the view of one is cut off there
      const words = [name(a.e), name(b.e)].sort().join(" and ");
      if (!seen.has(words)) found.push(`overlap: ${words}`);
      seen.add(words);
    }
    open.push(a);
  }

  for (const e of document.body.querySelectorAll("*")) {
    if (e instanceof SVGElement || !e.clientHeight || hidden(e)) continue;
    const s = style(e);
    const x = /hidden|clip/.test(s.overflowX) && e.scrollWidth > e.clientWidth + 1;
    const y = /hidden|clip/.test(s.overflowY) && e.scrollHeight > e.clientHeight + 1;
    if ((x || y) && !/input|textarea|select/.test(e.localName))
      found.push(`cut off (${e.scrollWidth}x${e.scrollHeight} in ${e.clientWidth}x${e.clientHeight}): ${name(e)}`);
  }
  return found;
}
