// Judges what the finder answers: the scores of a file of judged searches, and of each search what was lost.

const HITS = 3; // hits of which it is counted how many are right
const OTHERS = 5; // other pages among which the right one must be

/** @param {readonly number[]} shares */
const mean = (shares) => (shares.length ? shares.reduce((sum, share) => sum + share, 0) / shares.length : 1);

/** The slug of a story, of its address. */
const slug = (url) => url.split("/")[1];

/**
 * Search each of these and compare. What each score means stands above the searches themselves. `lost` says in words what
 * is not as it was judged.
 * @param {readonly { vraag: string, verhalen: string[], elders?: string }[]} searches
 * @param {Awaited<ReturnType<typeof import("#js/pages/zoeken/script/engine.js").makeSearcher>>} searcher
 */
export async function judged(searches, searcher) {
  const urls = (rows) => Promise.all(rows.map(async ({ page }) => (await searcher.data(page)).url));
  const [recall, elders, stil, lost] = [[], [], [], []];
  for (const { vraag, verhalen, elders: wanted } of searches) {
    const found = await searcher.search({ text: vraag, choices: {}, order: "" });
    const stories = (await urls(found.verhalen)).map(slug);
    const others = await urls(found.others.slice(0, OTHERS));
    const missed = [];
    if (verhalen.length) {
      const right = stories.slice(0, HITS).filter((one) => verhalen.includes(one)).length;
      recall.push(right / Math.min(HITS, verhalen.length));
      if (recall.at(-1) < 1) missed.push(`${right} of ${Math.min(HITS, verhalen.length)} stories: wanted ${verhalen.join(", ")}`);
    } else {
      stil.push(stories.length ? 0 : 1);
      if (stories.length) missed.push("no story answers it");
    }
    if (wanted) {
      elders.push(others.some((url) => `/${url}`.includes(wanted)) ? 1 : 0);
      if (!elders.at(-1)) missed.push(`not among the others: ${wanted}`);
    }
    if (missed.length) lost.push({ vraag, missed, stories, near: (await urls(found.near)).map(slug), others, read: read(found) });
  }
  return { recall: mean(recall), elders: mean(elders), stil: mean(stil), lost };
}

/** How a search was read: each thing with the number of pages that have it, and what was mended. */
function read({ things, without, kind, mended }) {
  return [
    ...things.map(({ part, hits }) => `${part.text} (${hits.size})`),
    ...without.map(({ text }) => `without ${text}`),
    ...(kind ? [`asks for ${kind}`] : []),
    ...mended.map(([typed, meant]) => `${typed}: ${meant}`),
  ].join(", ");
}

/** @param {{ recall: number, elders: number, stil: number }} scores */
export const said = ({ recall, elders, stil }) => `recall@3 ${recall.toFixed(3)}, elders@5 ${elders.toFixed(3)}, stil ${stil.toFixed(3)}`;
