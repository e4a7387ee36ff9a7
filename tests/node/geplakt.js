// What is made of each tree in the file IN, as a list of texts in the file OUT.

import { readFileSync, writeFileSync } from "node:fs";
import { read } from "#js/pages/schrijven/script/clipboard.js";
import { compose } from "#js/pages/schrijven/script/compose.js";
import { grown } from "./pages/schrijven/script/boom.js";

const { IN, OUT } = process.env;
if (!IN || !OUT) throw new Error("Say where the trees are (IN), and where their texts go (OUT).");

const texts = JSON.parse(readFileSync(IN, "utf8")).map((made) => {
  const { blokken, noten } = read(grown(made));
  const { tekst, noten: below } = compose(blokken, noten);
  return [tekst, below].filter(Boolean).join("\n\n");
});
writeFileSync(OUT, JSON.stringify(texts));
