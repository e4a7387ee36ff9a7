// The steps of a werkvorm, read from its own page.

/** The steps on the page of a werkvorm, as nodes for this page; none where it has no steps. */
export function stappenVan(pagina) {
  const kop = [...pagina.querySelectorAll(".md-typeset h2")].find((h2) => h2.textContent.trim().startsWith("Stappen"));
  const delen = [];
  for (let deel = kop?.nextElementSibling; deel && deel.tagName !== "H2"; deel = deel.nextElementSibling) delen.push(kaal(deel));
  return delen;
}

/** A copy for this page: words alone where the other page has a button or a link, and no second of any id. */
function kaal(deel) {
  const kopie = document.importNode(deel, true);
  for (const element of kopie.querySelectorAll("a, button")) element.replaceWith(...element.childNodes);
  for (const element of [kopie, ...kopie.querySelectorAll("[id]")]) element.removeAttribute("id");
  return kopie;
}
