// Writes the proposals of the planner as JSON to a file: `make programmas OUT=FILE`.

import { writeFileSync } from "node:fs";
import { voorstellen } from "./voorstellen.js";

const { OUT } = process.env;
if (!OUT) throw new Error("Say where to: make programmas OUT=FILE");
const found = voorstellen();
writeFileSync(OUT, `${JSON.stringify(found, null, 1)}\n`);
console.log(`${found.length} programma's staan in ${OUT}.`);
