import assert from "node:assert/strict";
import { test } from "node:test";
import { quotation, file, body } from "#js/pages/schrijven/script/yaml.js";

const VELDEN = {
  title: { soort: "text", veel: false, vinkje: "" },
  scholen: { soort: "text", veel: true, vinkje: "" },
  ruimtes: { soort: "choice", veel: true, vinkje: "" },
  datum: { soort: "date", veel: false, vinkje: "" },
  periode: { soort: "period", veel: false, vinkje: "" },
  concept: { soort: "flag", veel: false, vinkje: "true" },
  met_kinderen: { soort: "flag", veel: false, vinkje: "ja" },
};

test("nothing in a text means anything in the file", () => {
  assert.equal(quotation('een "twee": \\ # {drie}'), '"een \\"twee\\": \\\\ # {drie}"');
});

test("fields stand in their order, those without a value are left out, and what is not free has no quotes", () => {
  const values = { title: "Ja: nee", scholen: ["A", "B"], ruimtes: ["kind", "plek"], datum: "2026-01-02", periode: "2018-2021", concept: true, met_kinderen: true };
  assert.equal(file(VELDEN, values, { begin: "" }, { begin: "Tekst." }), [
    "---", 'title: "Ja: nee"', 'scholen: ["A", "B"]', "ruimtes: [kind, plek]", "datum: 2026-01-02", 'periode: "2018-2021"', "concept: true", "met_kinderen: ja", "---", "", "Tekst.", "",
  ].join("\n"));
  assert.equal(file(VELDEN, { title: "", scholen: [], ruimtes: [], datum: "", periode: "", concept: false, met_kinderen: false }, {}, {}), "---\n---\n\n\n");
});

test("a list that is too long for a line has an item on each", () => {
  const long = ["x".repeat(60), "y".repeat(60)];
  assert.equal(file({ scholen: VELDEN.scholen }, { scholen: long }, {}, {}), `---\nscholen:\n  - "${long[0]}"\n  - "${long[1]}"\n---\n\n\n`);
});

test("a part of the text stands under its heading, unless it has one of its own", () => {
  const headings = { begin: "", samen: "Samen", later: "Later" };
  assert.equal(body(headings, { begin: "Eerst.", samen: "Toen.", later: "### Anders\n\nNu." }), "Eerst.\n\n## Samen\n\nToen.\n\n### Anders\n\nNu.");
  assert.equal(body(headings, { begin: "", samen: "", later: "" }), "");
});
