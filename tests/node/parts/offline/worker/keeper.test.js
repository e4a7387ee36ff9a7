import assert from "node:assert/strict";
import { test } from "node:test";
import { ROOT, makeWorld, page, version } from "./world.js";

const PARTS = '<link rel="stylesheet" href="../../assets/site-1.css"><script type="module" src="../../assets/js-1/a.js"></script>';
const site = () => ({
  "versie.json": version("een"),
  "offline/": page("Offline lezen", '<meta name="robots" content="noindex">'),
  "verhalen/": page("Verhalen: Het kastje"),
  "verhalen/kastje/": page("Het kastje", PARTS),
  "verhalen/kastje/gegevens.json": '{"titel":"Het kastje"}',
  "werkvormen/rondje/": page("Rondje", PARTS),
  "sessie/": page("Programma", PARTS),
  "assets/site-1.css": "a{}",
  "assets/js-1/a.js": 'import "./b.js";',
  "assets/js-1/b.js": "1;",
});
const full = (paths) => paths.map((path) => ROOT + path);
const started = async () => {
  const made = makeWorld(site());
  await made.keeper.contact();
  await made.keeper.fill();
  return made;
};
const text = async (keeper, path) => (await keeper.copy(ROOT + path))?.text();

test("a page brings along what it needs, and what its scripts ask for", async () => {
  const { keeper, world } = await started();
  assert.equal(await keeper.bring(`${ROOT}verhalen/kastje/`), "er");
  assert.match(await text(keeper, "verhalen/kastje/"), /Het kastje/);
  assert.deepEqual([...world.stores.get(keeper.shared).entries.keys()], full(["assets/site-1.css", "assets/js-1/a.js", "assets/js-1/b.js"]));
});

test("the page for what is not kept is there from the beginning", async () => {
  const { keeper } = await started();
  assert.match(await text(keeper, "offline/"), /Offline lezen/);
});

test("of what was withdrawn nothing stays once the site answers: not the story, nor what named it, nor its address", async () => {
  const { keeper, world, all } = await started();
  await keeper.bringAll(full(["verhalen/", "verhalen/kastje/", "verhalen/kastje/gegevens.json", "werkvormen/rondje/"]));
  await keeper.ready({ adres: `${ROOT}sessie/?s=kastje`, titel: "Met het kastje" }, full(["sessie/", "verhalen/kastje/", "verhalen/kastje/gegevens.json"]), [], () => {});
  assert.match(all(), /kastje/);
  world.site = { ...site(), "versie.json": version("twee"), "verhalen/": page("Verhalen"), "verhalen/kastje/": page("Ingetrokken", '<meta name="robots" content="noindex">') };
  delete world.site["verhalen/kastje/gegevens.json"];
  await keeper.contact();
  assert.equal(await text(keeper, "verhalen/kastje/"), undefined, "at once, before anything is fetched again");
  await keeper.fill();
  assert.doesNotMatch(all(), /kastje/);
  assert.match(await text(keeper, "werkvormen/rondje/"), /Rondje/);
  assert.match(await text(keeper, "verhalen/"), /Verhalen</);
});

test("a network that goes away while the site is fetched again leaves nothing of before, and the rest is fetched later", async () => {
  const { keeper, world, all } = await started();
  await keeper.bringAll(full(["verhalen/", "verhalen/kastje/", "werkvormen/rondje/"]));
  world.site = { ...site(), "versie.json": version("twee"), "verhalen/": page("Verhalen") };
  delete world.site["verhalen/kastje/"];
  await keeper.contact();
  world.net = () => false;
  await keeper.fill();
  assert.doesNotMatch(all(), /Het kastje/);
  assert.equal(await text(keeper, "werkvormen/rondje/"), undefined);
  world.net = () => true;
  await keeper.contact();
  await keeper.fill();
  assert.doesNotMatch(all(), /kastje/);
  assert.match(await text(keeper, "werkvormen/rondje/"), /Rondje/);
  assert.deepEqual((await keeper.state()).halen, []);
});

test("what was fetched of another build than the one that is kept is not kept", async () => {
  const { keeper } = await started();
  const answer = new Response(page("Nieuw"), { headers: { "content-type": "text/html" } });
  assert.equal(await keeper.keep(`${ROOT}verhalen/`, answer, "nul"), "net");
  assert.equal(await text(keeper, "verhalen/"), undefined);
});

test("a site that is renewed while it is fetched again is fetched once more", async () => {
  const { keeper, world, all } = await started();
  await keeper.bringAll(full(["verhalen/", "werkvormen/rondje/"]));
  world.site = { ...site(), "versie.json": version("twee") };
  await keeper.contact();
  world.net = (path) => {
    if (path === "werkvormen/rondje/") world.site = { ...world.site, "versie.json": version("drie"), "verhalen/": page("Van drie") };
    return true;
  };
  await keeper.fill();
  assert.equal((await keeper.state()).versie, "drie");
  assert.match(await text(keeper, "verhalen/"), /Van drie/);
  assert.doesNotMatch(all(), /inhoud\|twee/);
});

test("an error, a page that is no more and one that leads on are not kept", async () => {
  const { keeper, world } = await started();
  await keeper.bring(`${ROOT}verhalen/`);
  world.site["verhalen/"] = 404;
  assert.equal(await keeper.bring(`${ROOT}verhalen/`), "weg");
  assert.equal(await text(keeper, "verhalen/"), undefined);
  world.site["werkvormen/rondje/"] = 503;
  assert.equal(await keeper.bring(`${ROOT}werkvormen/rondje/`), "net");
  world.site["sessie/"] = { toString: () => page("Elders") };
  assert.equal(await keeper.bring(`${ROOT}sessie/`), "weg");
  assert.equal(await text(keeper, "sessie/"), undefined);
});

test("without room nothing breaks, and who sets ready is told", async () => {
  const { keeper, world } = await started();
  for (const room of [0, 1, 2]) {
    let left = room;
    world.room = () => left-- > 0;
    const made = await keeper.ready({ adres: `${ROOT}sessie/`, titel: "x" }, full(["sessie/", "verhalen/kastje/"]), [], () => {}).catch(() => ({ why: "vol" }));
    assert.equal(made.why, "vol", `room for ${room}`);
  }
  world.room = () => true;
  assert.equal(await keeper.bring(`${ROOT}sessie/`), "er");
});

test("a withdrawal does not wait for room", async () => {
  const { keeper, world, all } = await started();
  await keeper.bringAll(full(["verhalen/kastje/"]));
  world.site["versie.json"] = version("twee");
  world.room = () => false;
  await keeper.contact().catch(() => {});
  assert.doesNotMatch(all(), /Het kastje/);
});

test("who sets ready hears how far it is; what the site does not have is passed over where it may be", async () => {
  const { keeper, world } = await started();
  const steps = [];
  const made = await keeper.ready({ adres: `${ROOT}sessie/?v=1`, titel: "Programma" }, full(["sessie/", "verhalen/kastje/"]), full(["sessie/nu/"]), (...step) => steps.push(step));
  assert.deepEqual(made, { missed: [], why: "er" });
  assert.deepEqual(steps.at(-1), [3, 3]);
  assert.deepEqual((await keeper.missing(full(["sessie/", "verhalen/kastje/", "werkvormen/rondje/"]))).missing, full(["werkvormen/rondje/"]));
  assert.deepEqual((await keeper.pages())[0], { adres: `${ROOT}sessie/?v=1`, titel: "Programma", klaar: true, programma: true });
  const lost = await keeper.ready({ adres: `${ROOT}sessie/?v=2`, titel: "x" }, full(["sessie/", "verhalen/geen/"]), [], () => {});
  assert.deepEqual(lost, { missed: full(["verhalen/geen/"]), why: "weg" });
  world.net = () => false;
  assert.deepEqual((await keeper.ready({ adres: `${ROOT}sessie/`, titel: "x" }, full(["sessie/"]), [], () => {})).why, "net");
});

test("shared parts of before stay while a window of before is open, and go after it", async () => {
  const { keeper, world } = await started();
  world.open = ["oud"];
  await keeper.bring(`${ROOT}verhalen/kastje/`);
  world.site = { ...site(), "versie.json": version("twee", "assets/js-2/"), "verhalen/kastje/": page("Het kastje", PARTS.replace("js-1", "js-2")), "assets/js-2/a.js": "2;" };
  const state = await keeper.contact({ fresh: "nieuw" });
  assert.deepEqual(state.ouden, { oud: "assets/js-1/" });
  await keeper.fill();
  const parts = () => [...world.stores.get(keeper.shared).entries.keys()].map((url) => url.slice(ROOT.length));
  assert.ok(parts().includes("assets/js-1/a.js") && parts().includes("assets/js-2/a.js"));
  world.open = [];
  await keeper.tidy();
  assert.deepEqual(parts().sort(), ["assets/js-2/a.js", "assets/site-1.css"]);
});

test("a site that says nothing sensible of itself is no answer; one that is no more is", async () => {
  const { keeper, world } = await started();
  for (const said of ["<html>inloggen</html>", "{}", '{"versie":1}', "[]", "null"]) {
    world.site["versie.json"] = said;
    assert.equal(await keeper.contact(), "net", said);
  }
  world.site["versie.json"] = 503;
  assert.equal(await keeper.contact(), "net");
  delete world.site["versie.json"];
  assert.equal(await keeper.contact(), "weg");
});

test("what a copy of the host elsewhere still had of before goes a quarter of an hour later", async () => {
  const { keeper, world, all } = await started();
  await keeper.bringAll(full(["verhalen/", "werkvormen/rondje/"]));
  world.site = { ...site(), "versie.json": version("twee") }; // and all else as it was
  await keeper.contact();
  await keeper.fill();
  assert.match(all(), /Het kastje/);
  world.site["verhalen/"] = page("Verhalen");
  world.time += 60_000;
  await keeper.contact();
  await keeper.fill();
  assert.match(all(), /Het kastje/, "too soon");
  world.time += 15 * 60_000;
  await keeper.contact();
  await keeper.fill();
  assert.doesNotMatch(all(), /Het kastje/);
  const asked = world.asked.length;
  await keeper.contact();
  await keeper.fill();
  assert.equal(world.asked.length, asked + 1, "once");
});

test("a picture is shown in the width that is kept", async () => {
  const { keeper, world } = await started();
  world.site["verhalen/kast.jpg"] = "plaatje";
  world.site["verhalen/kastje/"] = page("Het kastje", '<img src="../kast.jpg">');
  await keeper.bring(`${ROOT}verhalen/kastje/`);
  assert.equal(await (await keeper.likeness(`${ROOT}verhalen/kast-800.avif`)).text(), "plaatje");
  assert.equal(await keeper.likeness(`${ROOT}verhalen/ander-800.avif`), undefined);
  assert.equal(await keeper.likeness(`${ROOT}zoeken/0a/blok/1.json`), undefined);
});

test("wiping leaves nothing, and nothing of another site of the host is touched", async () => {
  const { keeper, world } = await started();
  world.stores.set("ruimte|/|inhoud|x", world.stores.get(keeper.shared) ?? new Map());
  await keeper.bring(`${ROOT}sessie/`);
  await keeper.wipe();
  assert.deepEqual([...world.stores.keys()], ["ruimte|/|inhoud|x"]);
  assert.deepEqual(await keeper.pages(), []);
});
