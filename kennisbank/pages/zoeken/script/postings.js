// The index: for a word the pages that have it, and where. Its blocks are fetched when they are first asked for.

/** @typedef {import("../../../outputs/scripts.d.ts").Register} Register */
/** @typedef {Record<string, (number | number[])[]>} Block */
/** @typedef {Map<number, number>} Posting by page, where it has the word */

// As `kennisbank/finding/inverted.py` has them.
export const [TITLE, NAMES, SUMMARY, TEXT, TWICE, OFTEN, PART, WHOLE] = [1, 2, 4, 8, 16, 32, 64, 128];

export class Postings {
  /**
   * @param {readonly string[]} first how the first word of each block begins, as no word before it does
   * @param {(number: number) => Promise<Block>} fetchBlock
   */
  constructor(first, fetchBlock) {
    this.first = first;
    this.fetchBlock = fetchBlock;
  }

  /**
   * The number of the block in which a word would stand.
   * @param {string} word
   */
  place(word) {
    let [low, high] = [0, this.first.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.first[middle] <= word) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /**
   * Let the block be fetched in which a word would stand: whoever needs it finds it on its way, or why it did not come.
   * @param {string} word
   */
  ask(word) {
    if (this.first.length) this.fetchBlock(this.place(word)).catch(() => {});
  }

  /**
   * @param {string} word
   * @returns {Promise<Posting>}
   */
  async of(word) {
    if (!this.first.length) return new Map();
    const block = await this.fetchBlock(this.place(word));
    return Object.hasOwn(block, word) ? read(block[word]) : new Map();
  }

  /**
   * The words that begin with some letters, at most `most`.
   * @param {string} letters
   * @param {number} most
   */
  async beginning(letters, most) {
    /** @type {string[]} */
    const found = [];
    for (let number = this.place(letters); number < this.first.length && found.length < most; number++) {
      if (this.first[number] > letters && !this.first[number].startsWith(letters)) break;
      found.push(...Object.keys(await this.fetchBlock(number)).filter((word) => word.startsWith(letters)).sort());
    }
    return found.slice(0, most);
  }

  /**
   * The words and groups of words that begin with some letters, each with how many pages have it: those of one block, and
   * of the next where the first has no more than a few.
   * @param {string} letters
   * @param {number} few
   * @returns {Promise<[string, number][]>}
   */
  async counted(letters, few) {
    const place = this.place(letters);
    /** @param {number} number */
    const block = async (number) => (number < this.first.length ? Object.entries(await this.fetchBlock(number)).filter(([word]) => word.startsWith(letters)) : []);
    const rows = await block(place);
    if (rows.length <= few && this.first[place + 1]?.startsWith(letters)) rows.push(...(await block(place + 1)));
    return rows.map(([word, row]) => [word, row.reduce((/** @type {number} */ sum, part) => sum + (Array.isArray(part) ? part.length : 0), 0)]);
  }
}

/**
 * @param {readonly (number | number[])[]} row
 * @returns {Posting}
 */
function read(row) {
  const found = new Map();
  for (let index = 0; index < row.length; index += 2) {
    let page = 0;
    for (const step of /** @type {number[]} */ (row[index + 1])) {
      page += step;
      found.set(page, /** @type {number} */ (row[index]));
    }
  }
  return found;
}
