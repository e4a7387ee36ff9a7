import assert from "node:assert/strict";
import { test } from "node:test";
import { fileName, placed, read, withoutMarks, wrong } from "#js/pages/schrijven/script/pictures.js";
import { file } from "#js/pages/schrijven/script/yaml.js";

const TEXT = { soort: "text", verplicht: true, patroon: "" };
const FIELDS = [
  ["bestand", { ...TEXT, label: "Bestand", patroon: "foto" }],
  ["alt", { ...TEXT, label: "Wat er te zien is" }],
  ["licentie", { ...TEXT, label: "Licentie", soort: "choice" }],
  ["toestemming", { ...TEXT, label: "Toestemming", soort: "flag" }],
  ["bijschrift", { ...TEXT, label: "Bijschrift", verplicht: false }],
];
const PICTURE = { bestand: "kastje.jpg", alt: "Een kastje", licentie: "cc-by", toestemming: "ja", bijschrift: "" };
const fine = () => "";

test("a name becomes one that a file can have here", () => {
  assert.equal(fileName("IMG 0012.JPG"), "img-0012.jpg");
  assert.equal(fileName(" Één  kastje!.jpeg "), "een-kastje.jpeg");
  assert.equal(fileName("kastje"), "kastje");
  assert.equal(fileName(""), "");
});

test("what cannot be read is no picture", () => {
  for (const raw of ["", "{", "null", "4", '{"bestand":"x"}', ["x"], undefined]) assert.deepEqual(read(raw), []);
  assert.deepEqual(read('[null, 4, {"bestand":"a.jpg","alt":4,"maker":"M"}]'), [{ bestand: "a.jpg", maker: "M" }]);
  assert.equal(read(JSON.stringify(Array(40).fill(PICTURE))).length, 30);
});

test("of each picture what is missing or wrong is said, with its number", () => {
  assert.equal(wrong([PICTURE], FIELDS, fine), "");
  assert.equal(wrong([PICTURE, { ...PICTURE, bestand: "b.jpg", alt: "" }], FIELDS, fine), "Foto 2, Wat er te zien is: vul dit nog in.");
  assert.equal(wrong([{ ...PICTURE, toestemming: "" }], FIELDS, fine), "Foto 1, Toestemming: vink aan dat het mag, of haal de foto weg.");
  assert.equal(wrong([PICTURE], FIELDS, ({ patroon }) => (patroon === "foto" ? "Dit kan niet." : "")), "Foto 1, Bestand: Dit kan niet.");
  assert.equal(wrong([PICTURE, PICTURE], FIELDS, fine), "Foto 2: kastje.jpg staat er twee keer. Geef elke foto een eigen naam.");
});

test("a described picture may have a place in the text, and another may not", () => {
  assert.equal(withoutMarks("Kijk:\n\n![](kastje.jpg)\n\n![](ander.jpg)", [PICTURE]), "Kijk:\n\n\n\n![](ander.jpg)");
});

test("a described picture stands in the folder beside the file, and another text stays", () => {
  assert.equal(placed("![](kastje.jpg)\n\n![](ander.jpg) [kastje.jpg](../ruimtes/kind.md)", [PICTURE], "ons-dorp"), "![](ons-dorp/kastje.jpg)\n\n![](ander.jpg) [kastje.jpg](../ruimtes/kind.md)");
});

test("the file describes its pictures", () => {
  const pictures = [{ ...PICTURE, bijschrift: 'De "kast"' }, { ...PICTURE, bestand: "b.jpg" }];
  assert.equal(file({}, {}, { begin: "" }, { begin: "Tekst." }, { fields: FIELDS, pictures }), [
    "---", "beelden:",
    "  - bestand: kastje.jpg", '    alt: "Een kastje"', "    licentie: cc-by", "    toestemming: ja", '    bijschrift: "De \\"kast\\""',
    "  - bestand: b.jpg", '    alt: "Een kastje"', "    licentie: cc-by", "    toestemming: ja",
    "---", "", "Tekst.", "",
  ].join("\n"));
});
