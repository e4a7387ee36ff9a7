// With a script the choices of the home page lead to the finder, with the choice made.

for (const link of document.querySelectorAll("a[data-zoek]")) {
  const home = document.querySelector(".rb-merk").href;
  link.href = `${home}zoeken/?${link.dataset.zoek}`;
}
