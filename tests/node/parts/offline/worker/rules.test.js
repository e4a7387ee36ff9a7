import assert from "node:assert/strict";
import { test } from "node:test";
import * as rules from "#js/parts/offline/worker/rules.js";

const { asks, keepable, keyOf, marked, needed, outdated, sortOf, sound, surplus, titleOf } = rules;

const SITES = ["https://kennis.test/", "https://owner.test/repo/"];

for (const root of SITES) {
  const sort = (path, more) => sortOf({ url: root + path, ...more }, root);

  test(`what becomes of what is asked of ${root}`, () => {
    for (const path of ["", "?q=1", "verhalen/", "verhalen/x/", "verhalen/index.html", "sessie/?v=1&s=a.b"]) assert.equal(sort(path), "pagina", path);
    for (const path of ["verhalen/x/gegevens.json", "inhoud.json", "zoeken/index.json"]) assert.equal(sort(path), "gegevens", path);
    for (const path of ["zoeken/0a1b2c/blok/3.json", "verhalen/kast-1a2b-800.avif", "meedoen/scherm.png"]) assert.equal(sort(path), "deel", path);
    for (const path of ["assets/js-0a1b2c/parts/x/script/main.js", "assets/site-0a1b2c.css", "assets/fonts-0a/x.woff2", "assets/icoon-vorm-192-0a.png", "assets/favicon.svg"]) assert.equal(sort(path), "vast", path);
  });

  test(`what is left alone on ${root}`, () => {
    for (const path of ["sw.js", "versie.json", "manifest.webmanifest", "verhalen/feed.xml", "adressen.txt", "ruimte/kaarten/kaarten.pdf", "assets/delen/101.png", "schema/verhaal.json", "data/verhalen.json", "data/verhalen.csv", "data/datapackage.json"]) assert.equal(sort(path), "", path);
    assert.equal(sort("verhalen/", { method: "POST" }), "");
    assert.equal(sort("verhalen/", { headers: new Headers({ range: "bytes=0-1" }) }), "");
    assert.equal(sort("verhalen/", { headers: new Headers() }), "pagina");
    assert.equal(sortOf({ url: "https://elders.test/verhalen/" }, root), "");
    assert.equal(sort("ruimte/kaarten/kaarten.pdf", { mode: "navigate" }), "");
    assert.equal(sort("sessie", { mode: "navigate" }), "pagina");
  });
}

test("another site of the same host is left alone", () => {
  assert.equal(sortOf({ url: "https://owner.test/other/verhalen/" }, SITES[1]), "");
});

test("a page is kept once, whatever is asked of it", () => {
  for (const url of ["https://k.test/sessie/?v=1", "https://k.test/sessie/#x", "https://k.test/sessie/index.html?v=2", "https://k.test/sessie"]) assert.equal(keyOf(url), "https://k.test/sessie/", url);
  assert.equal(keyOf("https://k.test/"), "https://k.test/");
  assert.equal(keyOf("https://k.test/x/gegevens.json?a"), "https://k.test/x/gegevens.json");
});

test("only what is whole and what it says it is, is kept", () => {
  const answer = (more = {}, type = "text/html; charset=utf-8") => ({ status: 200, type: "basic", redirected: false, headers: new Headers({ "content-type": type }), ...more });
  assert.ok(sound(answer(), "https://k.test/x/"));
  for (const more of [{ status: 404 }, { status: 500 }, { status: 206 }, { status: 304 }, { redirected: true }, { type: "opaque" }, { type: "opaqueredirect" }]) assert.ok(!sound(answer(more), "https://k.test/x/"), JSON.stringify(more));
  assert.ok(!sound(answer(), "https://k.test/x/gegevens.json"), "a page of a network where one must log in first");
  assert.ok(!sound(answer(), "https://k.test/assets/site-0a.css"));
  assert.ok(!sound(answer(), "https://k.test/assets/fonts-0a/x.woff2"));
  assert.ok(sound(answer({}, "application/json"), "https://k.test/x/gegevens.json"));
  assert.ok(sound(answer({}, "text/javascript"), "https://k.test/assets/js-0a/x.js"));
  assert.ok(sound(answer({}, "font/woff2"), "https://k.test/assets/fonts-0a/x.woff2"));
});

test("what no search engine may list is not kept", () => {
  assert.ok(!keepable('<head><meta name="robots" content="noindex"></head>'));
  assert.ok(keepable("<head></head>"));
});

test("a page says what it needs", () => {
  const html = `<link rel="icon" type="image/svg+xml" href="../assets/favicon.svg"><link rel="canonical" href="https://k.test/x/">
    <link rel="preload" as="font" href="../assets/f.woff2" crossorigin><noscript><link rel="stylesheet" href="../assets/zonder.css"></noscript>
    <script type="module" src="../assets/js-0/main.js"></script><script type="application/json">{"a":"<"}</script>
    <img src="kast.jpg?a=1&amp;b=2" alt=""><template><img src="{beeld}"></template>`;
  assert.deepEqual(needed(html, "https://k.test/x/"), ["https://k.test/assets/favicon.svg", "https://k.test/assets/f.woff2", "https://k.test/assets/js-0/main.js", "https://k.test/x/kast.jpg?a=1&b=2"]);
});

test("a script says what it asks for, at once or later", () => {
  const script = 'import { a } from "./a.js";import "../b.js";export { c } from "./c.js";\nawait import("../../d.js");\nconst e = "from ./e.js";';
  assert.deepEqual(asks(script, "https://k.test/assets/js-0/x/y/m.js"), ["a.js", "../b.js", "c.js", "../../d.js"].map((one) => new URL(one, "https://k.test/assets/js-0/x/y/").href));
});

test("the title of a page is text", () => {
  assert.equal(titleOf('<h1 class="a">Wie\n  &amp; <em>wat</em> &lt;b&gt; &#39;x&#39;&nbsp;&raar;</h1><h1>later</h1>'), "Wie & wat <b> 'x' &raar;");
  assert.equal(titleOf("<p>niets</p>"), "");
});

test("a copy says of when it is, and why it is shown", () => {
  assert.equal(marked('<!doctype html>\n<html lang="nl">', "2026-11-28T01:02:03.004Z", "weg"), '<!doctype html>\n<html data-kopie="2026-11-28T01:02:03.004Z" data-waarom="weg" lang="nl">');
  assert.ok(!marked("<html >", '"><script>', "weg").includes("<script>"));
});

test("the oldest goes first, and what was set ready stays", () => {
  const entries = [["a", 5, false], ["b", 5, true], ["c", 5, false], ["d", 5, false]].map(([key, bytes, ready]) => ({ key, bytes, ready }));
  assert.deepEqual(surplus(entries, { copies: 4, bytes: 20 }), []);
  assert.deepEqual(surplus(entries, { copies: 2, bytes: 20 }), ["a", "c"]);
  assert.deepEqual(surplus(entries, { copies: 9, bytes: 11 }), ["a", "c"]);
  assert.deepEqual(surplus(entries, { copies: 0, bytes: 0 }), ["a", "c", "d"]);
});

test("what no build of today has is outdated", () => {
  const root = "https://owner.test/repo/";
  const keys = ["assets/js-1/a.js", "assets/js-2/a.js", "assets/site-1.css", "assets/site-2.css", "assets/favicon.svg"].map((path) => root + path);
  assert.deepEqual(outdated(keys, ["assets/js-2/", "assets/site-2.css", "assets/favicon.svg"], root), [keys[0], keys[2]]);
});
