// What was typed is kept in the browser, under one name per form, until it is wiped.

const VERSIE = 1;

export class Bewaarde {
  constructor(formulier) {
    this.naam = `ruimte-schrijven-${formulier}`;
    this.werkt = true;
  }

  /** What was kept: `velden` by name and the moment `op`; null when there is nothing, or nothing that can be read. */
  lees() {
    try {
      const gelezen = JSON.parse(localStorage.getItem(this.naam) ?? "null");
      return gelezen?.versie === VERSIE && typeof gelezen.velden === "object" ? gelezen : null;
    } catch {
      return null;
    }
  }

  /** Keep it; tells whether that went well: a browser can be full, or forbid it. */
  schrijf(velden, op = new Date()) {
    try {
      localStorage.setItem(this.naam, JSON.stringify({ versie: VERSIE, op: op.toISOString(), velden }));
      this.werkt = true;
    } catch {
      this.werkt = false;
    }
    return this.werkt;
  }

  wis() {
    try {
      localStorage.removeItem(this.naam);
    } catch {
      // then nothing is kept either
    }
  }
}
