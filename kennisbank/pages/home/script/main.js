// With a script the choices of the home page lead to the finder, with the choice made.

for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-zoek]"))) link.href = link.dataset.zoek ?? "";
