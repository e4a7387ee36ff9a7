// On the page of an address that is none: a short address in capitals is that in small letters, which hosts do not know.

const { kort = "" } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
const code = location.pathname.slice(kort.length);
if (location.pathname.toLowerCase().startsWith(kort.toLowerCase()) && /^[a-z]{4,12}\/?$/i.test(code)) {
  const small = kort + code.toLowerCase();
  if (small !== location.pathname) location.replace(small + location.search + location.hash);
}
