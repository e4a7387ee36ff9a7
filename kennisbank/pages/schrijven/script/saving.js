// What is typed is kept in the browser, as a draft in a list, until it is wiped; tabs that have the form open hear of each other.

import { dayName, download, readFile } from "../../../parts/script/file.js";
import { ownStore } from "../../../parts/script/store.js";
import { Presence } from "./presence.js";
import { Concepten, formsIn, randomName } from "./drafts.js";
import { ConceptenLijst, nameOf, when } from "./draftlist.js";
import { KIND, VERSION, asFile, fromFile } from "./exchange.js";
import { say } from "./screen.js";
import { Sitting } from "./sitting.js";

/** @typedef {import("./drafts.js").Concept} Concept */
/** @typedef {import("./drafts.js").Fields} Fields */
/** @typedef {import("./drafts.js").Loose} Loose */
/** @typedef {import("./drafts.js").Form} Form */
/** @typedef {{ read: () => Fields, empty: (raw: Fields) => boolean, show: (fields: Fields) => void, begin: () => void, na: () => void }} Shape */

const AGAIN = 15_000; // milliseconds after which other tabs are asked again whether they are there

/**
 * What the page has: its template and this script belong together.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} selector
 * @returns {T}
 */
const $ = (selector) => /** @type {T} */ (document.querySelector(selector));

/** @type {Record<string, string>} */
const SAID = {
  kopie: "Dit concept is ook in een ander tabblad veranderd. Er is niets overschreven: wat je hier typt, staat nu in een kopie. Beide staan bij Je concepten.",
  opnieuw: "Dit concept is in een ander tabblad gewist. Wat je hier typte, is opnieuw bewaard.",
  nieuwer: "Dit concept is in een ander tabblad veranderd. Je ziet hier de nieuwste tekst.",
  leeg: "Dit concept is in een ander tabblad gewist. Het formulier is nu leeg.",
  gewist: "Dit concept is in een ander tabblad gewist. Wat je hier typte, staat hier nog. Ga je verder of sluit je dit tabblad, dan wordt het opnieuw bewaard.",
  elders: "Dit concept staat ook open in een ander tabblad. Typ in één van de twee: het andere neemt het over.",
};

const NOT_GONE = "Je browser laat ons niet bij wat hij bewaart. Stond er al iets, dan staat dat er nog.";

export class Saving {
  /**
   * `shape` is the form as the page knows it: `read()` what the fields hold, `empty(raw)`, `show(fields)`, `initial()`, `na()`.
   * `forms` are all forms of the site by name, each with what its page is called.
   * @param {Form} form
   * @param {readonly (readonly [Form, string])[]} forms
   * @param {Shape} shape
   */
  constructor(form, forms, shape) {
    this.shape = shape;
    this.formulier = form;
    this.titles = forms;
    this.forms = forms.map(([name]) => name);
    this.store = ownStore;
    this.concepten = this.#of(form);
    this.sitting = new Sitting(this.concepten);
    /** @type {ConceptenLijst} */
    this.list = new ConceptenLijst($("#rb-concepten-lijst"));
    /** @type {Concept | undefined} */
    this.toRemove = undefined;
    this.reported = ""; // what was said of other tabs
    this.error = ""; // why nothing can be kept
    this.warn = (/** @type {Event} */ event) => this.sitting.dirty && event.preventDefault();
  }

  /**
   * The drafts of a form.
   * @param {Form} form
   */
  #of(form) {
    return new Concepten(form, this.store, this.forms);
  }

  /** Put back what this tab had in hand, or else what was changed last, and listen. */
  start() {
    this.concepten.takeOver();
    this.concepten.tidy();
    this.#connect();
    const here = this.concepten.lastOf(history.state?.concept) ?? this.concepten.list()[0];
    if (here) this.#pick(here.id);
    /** @type {HTMLDetailsElement} */ ($("#rb-concepten-vouw")).open = this.concepten.list().length > 1;
    if (!this.store.open()) this.#sayError("dicht");
    this.#showList();
    $("#rb-schrijf").addEventListener("click", ({ target }) => {
      const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("button[data-concept]"));
      if (button) this.#act(button.dataset.concept ?? "", button.dataset.id ?? "");
    });
    $("#rb-inlezen").addEventListener("change", ({ target }) => this.#readIn(/** @type {HTMLInputElement} */ (target)));
    addEventListener("storage", ({ key }) => this.concepten.concerns(key) && this.#look());
    addEventListener("pagehide", () => {
      this.save();
      this.#remember();
      this.presence?.gone();
    });
    addEventListener("hashchange", () => this.#remember());
    addEventListener("pageshow", ({ persisted }) => {
      if (!persisted) return;
      this.#connect();
      this.#look();
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") return this.save();
      this.#look();
      this.presence?.vraag();
    });
    setInterval(() => document.visibilityState === "visible" && this.presence?.others.size && this.presence.vraag(), AGAIN);
  }

  /** The tab remembers at this step of its history which draft it has in hand: two tabs that are reloaded do not swap. */
  #remember() {
    const concept = this.sitting.id;
    if ((history.state?.concept ?? "") === concept) return;
    try {
      history.replaceState({ ...history.state, concept }, "");
    } catch {
      // A browser refuses it when it is asked too often; then the tab opens what was changed last.
    }
  }

  #connect() {
    /** @type {BroadcastChannel | null} */
    let channel = null;
    try {
      channel = new BroadcastChannel(this.concepten.begin);
    } catch {
      // Without it no tab knows of another.
    }
    this.presence = new Presence(channel, randomName(), () => this.#showList());
    this.presence.put(this.sitting.id);
    this.presence.vraag();
  }

  /** Somebody changed something in the form. */
  type() {
    this.sitting.type();
  }

  /** Keep what was typed here and is not kept yet; tells whether there is nothing left to keep. */
  save() {
    const raw = this.shape.read();
    const done = this.sitting.save(raw, this.shape.empty(raw));
    if (done === "niets" && !this.error) return true;
    this.#sayError(["vol", "dicht"].includes(done) ? done : this.store.open() ? "" : "dicht");
    if (["kopie", "opnieuw"].includes(done)) this.#report(done);
    if (done === "bewaard" && ["nieuwer", "leeg", "gewist"].includes(this.reported)) this.#report("");
    this.#showList();
    return !this.sitting.dirty;
  }

  /** Ask whether what is in the form may be wiped. */
  askWipe() {
    $("#rb-wissen-elders").hidden = !this.presence?.elsewhere(this.sitting.id);
    /** @type {HTMLDialogElement} */ ($("#rb-wissen")).showModal();
  }

  /** Wipe what is in the form; tells in a sentence what was done. */
  wipe() {
    const { rev } = this.sitting;
    const gone = this.sitting.wipe();
    this.#report("");
    this.#sayError(this.store.open() ? "" : "dicht");
    this.#showList();
    if (gone && this.store.open()) return "Alles is gewist.";
    return `Het formulier is leeg. ${this.#staysOpen(rev) ? NOT_GONE : "In een ander tabblad is dit concept veranderd: dat staat nog bij Je concepten."}`;
  }

  /**
   * Whether it is the browser that does not let this revision be taken away, and not another tab that changed it.
   * @param {string} rev
   */
  #staysOpen(rev) {
    return !this.store.open() || this.concepten.successor(rev)?.rev === rev;
  }

  /** Look what other tabs did. */
  #look() {
    const seen = this.sitting.look();
    if (seen === "nieuwer") this.#fill(this.sitting.velden);
    if (seen === "leeg") this.#fill(null);
    if (SAID[seen]) this.#report(seen);
    this.#showList();
  }

  /** @param {Fields | null} fields */
  #fill(fields) {
    const fold = $("#rb-teruggezet").hidden;
    this.shape.begin();
    if (fields) this.shape.show(fields);
    $("#rb-teruggezet").hidden = fold || !fields;
    this.shape.na();
  }

  /**
   * Take a draft in hand and show it.
   * @param {string} id
   */
  #pick(id) {
    const concept = this.sitting.open(id);
    if (!concept) return this.#showList();
    this.#fill(concept.velden);
    $("#rb-wanneer").textContent = when(concept.op);
    $("#rb-teruggezet").hidden = false;
    this.#report("");
    return this.#showList();
  }

  /**
   * @param {string} what
   * @param {string} id
   */
  #act(what, id) {
    /** @type {Record<string, () => void>} */
    const act = {
      open: () => this.#saveFirst() && this.#swap(() => this.#pick(id)),
      nieuw: () => this.#saveFirst() && this.#swap(() => this.#empty("Je begint met een leeg formulier. Je vorige concept staat bij Je concepten.")),
      bestand: () => this.#give([id === this.sitting.id ? this.#current() : this.concepten.read(id)].filter((concept) => concept !== null)),
      dit: () => this.#give([this.#current()]),
      alles: () => this.#give(),
      inlezen: () => $("#rb-inlezen").click(),
      weg: () => this.#askRemove(id),
      wegnee: () => /** @type {HTMLDialogElement} */ ($("#rb-verwijderen")).close(),
      wegja: () => this.#remove(),
      hierbewaren: () => this.save(),
      hierwissen: () => this.#swap(() => this.#empty("Het formulier is leeg.")),
    };
    act[what]();
  }

  /** @param {string} sentence */
  #empty(sentence) {
    this.sitting.initial();
    this.#fill(null);
    $("#rb-teruggezet").hidden = true;
    this.#report("");
    this.#showList();
    say(sentence);
  }

  /** @param {() => void} act */
  #swap(act) {
    act();
    scrollTo(0, 0);
    $("#veld-title").focus({ preventScroll: true });
  }

  /** What is in the form goes first into a place of its own; where it cannot, nothing may take its place. */
  #saveFirst() {
    if (this.save()) return true;
    $("#rb-niet-bewaard").scrollIntoView({ block: "center" });
    say($("#rb-niet-bewaard").innerText);
    return false;
  }

  /** @param {string} id */
  #askRemove(id) {
    this.save();
    const concept = this.concepten.read(id);
    if (!concept) return this.#look();
    this.toRemove = concept;
    $("#rb-verwijderen-naam").textContent = nameOf(concept);
    $("#rb-verwijderen-elders").hidden = !this.presence?.elsewhere(id);
    return /** @type {HTMLDialogElement} */ ($("#rb-verwijderen")).showModal();
  }

  #remove() {
    /** @type {HTMLDialogElement} */ ($("#rb-verwijderen")).close();
    if (!this.toRemove) return;
    const { id, rev } = this.toRemove;
    const gone = this.concepten.remove(rev);
    if (gone && id === this.sitting.id) this.#empty("");
    if (gone && this.error) this.save(); // there may be room now
    this.#look();
    const reasonOf = this.#staysOpen(rev) ? NOT_GONE : "Dit concept is net in een ander tabblad veranderd. Het is niet verwijderd.";
    say(gone && this.store.open() ? `${nameOf(this.toRemove)} is verwijderd.` : reasonOf);
    if (!this.list.focus()) $("#veld-title").focus();
  }

  /** What is in the form now, kept or not. */
  #current() {
    const { id, kopie, velden } = this.sitting;
    return { id, op: new Date().toISOString(), kopie, velden: { ...velden, ...this.shape.read() } };
  }

  /**
   * Give a file with these drafts of this form, or with all of every form, also of those that this page does not know.
   * @param {readonly Pick<Concept, "op" | "kopie" | "velden">[]} [concepten]
   */
  #give(concepten) {
    this.save();
    /** @type {Record<Form, Loose[]>} */
    const all = Object.fromEntries([...new Set([...this.forms, ...formsIn(this.store)])].map((form) => [form, this.#of(form).list()]));
    if (this.sitting.dirty) all[this.formulier] = [this.#current(), ...this.concepten.list().filter(({ id }) => id !== this.sitting.id)];
    const name = dayName(KIND);
    download(name, asFile(concepten ? { [this.formulier]: concepten } : all), "application/json");
    this.#report("zin", `Het bestand ${name} is gedownload.`);
  }

  /** @param {HTMLInputElement} box */
  async #readIn(box) {
    const [file] = box.files ?? [];
    if (!file) return;
    const { parsed, error } = await readFile(file, KIND, VERSION);
    box.value = "";
    this.#report("zin", parsed ? this.#addTo(fromFile(parsed, this.forms)) : error);
    this.#showList();
    if (!error) /** @type {HTMLDetailsElement} */ ($("#rb-concepten-vouw")).open = true;
  }

  /** @param {ReturnType<typeof fromFile>} parsed */
  #addTo({ byForm, gone, strange }) {
    const parts = this.titles.map(([name, title]) => ({ name, title, tally: this.#of(name).addTo(byForm[name]) }));
    /** @param {"added" | "alreadyThere" | "tooMany"} what */
    const sumOf = (what) => parts.reduce((sum, { tally }) => sum + tally[what], 0);
    const elsewhere = parts.filter(({ name, tally }) => name !== this.formulier && tally.added).map(({ title, tally: { added } }) => `Daarvan ${added === 1 ? "staat er 1" : `staan er ${added}`} bij ${title}.`);
    const sentences = [
      sumOf("added") === 1 ? "1 concept is toegevoegd." : `${sumOf("added") || "Geen"} concepten zijn toegevoegd.`,
      ...elsewhere,
      ...(sumOf("alreadyThere") ? [`${sumOf("alreadyThere")} had je al.`] : []),
      ...(sumOf("tooMany") ? [`${sumOf("tooMany")} konden er niet bij: je browser heeft geen plaats meer, of bewaart niets. Bewaar het bestand goed.`] : []),
      ...(strange ? [`${strange} ${strange === 1 ? "hoort" : "horen"} bij een formulier dat hier niet is. Bewaar het bestand goed.`] : []),
      ...(gone ? [`${gone} ${gone === 1 ? "was" : "waren"} niet te lezen.`] : []),
    ];
    return sentences.join(" ");
  }

  #showList() {
    if (!this.presence) return;
    this.#remember();
    this.presence.put(this.sitting.id);
    const all = this.concepten.list();
    $("#rb-concepten").hidden = !all.length;
    $("#rb-concepten-aantal").textContent = `(${all.length})`;
    this.list.show(all, this.sitting.id, (id) => Boolean(this.presence?.elsewhere(id)));
    const elsewhere = this.presence.elsewhere(this.sitting.id);
    if (elsewhere && !this.reported) this.#report("elders");
    if (!elsewhere && this.reported === "elders") this.#report("");
  }

  /**
   * Say what other tabs did, or a sentence; "" takes it away.
   * @param {string} what
   * @param {string} [sentence]
   */
  #report(what, sentence = SAID[what] ?? "") {
    if (this.reported === what && what !== "zin") return;
    this.reported = what;
    $("#rb-concept-melding").hidden = !what;
    $("#rb-concept-gezegd").textContent = sentence;
    $("#rb-concept-keus").hidden = what !== "gewist";
    if (sentence) say(sentence);
  }

  /**
   * Say why nothing can be kept, or that it goes well again. Whoever leaves then is asked first.
   * @param {string} reasonOf
   */
  #sayError(reasonOf) {
    // Nobody is told to delete a draft where the only one is what they write.
    const alone = reasonOf === "vol" && !this.concepten.list().some(({ id }) => id !== this.sitting.id);
    const error = alone ? "vol-alleen" : reasonOf;
    if (error === this.error) return;
    this.error = error;
    $("#rb-niet-bewaard").hidden = !error;
    $("#rb-belofte").hidden = error === "dicht";
    for (const sentence of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#rb-niet-bewaard [data-waarom]"))) sentence.hidden = sentence.dataset.waarom !== error;
    if (error) say($(`#rb-niet-bewaard [data-waarom="${error}"]`).textContent);
    if (error) addEventListener("beforeunload", this.warn);
    else removeEventListener("beforeunload", this.warn);
  }
}
