async () => {
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
}
