// Tells of every judged search what was lost, and then the scores.

import { cases, searcher } from "../node/hulp.js";
import { judged, said } from "./judging.js";

const engine = await searcher();
const scores = [];
for (const [name, searches] of Object.entries(cases.oordelen)) {
  const result = await judged(searches, engine);
  scores.push(`${name}: ${said(result)} (${searches.length} searches, ${result.lost.length} not as judged)`);
  for (const { vraag, missed, stories, near, others, read } of result.lost) {
    console.log(`${name}: “${vraag}”\n  ${missed.join("\n  ")}\n  stories: ${stories.slice(0, 4).join(", ") || "none"}; near: ${near.join(", ") || "none"}\n  others: ${others.join(", ") || "none"}\n  read as: ${read}`);
  }
}
console.log(scores.join("\n"));
