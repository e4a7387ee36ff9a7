// What is typed is kept in the browser, as a draft in a list, until it is wiped; tabs that have the form open hear of each other.

import { dagnaam, leesBestand } from "../../../parts/script/file.js";
import { eigenKast } from "../../../parts/script/store.js";
import { Aanwezig } from "./presence.js";
import { Concepten, FORMULIEREN, willekeurig } from "./drafts.js";
import { ConceptenLijst, naamVan, wanneer } from "./draftlist.js";
import { SOORT, VERSIE, alsBestand, uitBestand } from "./exchange.js";
import { zeg } from "./screen.js";
import { download } from "./propose.js";
import { Zitting } from "./sitting.js";

/** @typedef {import("./drafts.js").Concept} Concept */
/** @typedef {import("./drafts.js").Velden} Velden */
/** @typedef {import("./drafts.js").Los} Los */
/** @typedef {import("./drafts.js").Formulier} Formulier */
/** @typedef {{ lees: () => Velden, leeg: (ruw: Velden) => boolean, toon: (velden: Velden) => void, begin: () => void, na: () => void }} Vorm */

const OPNIEUW = 15_000; // milliseconds after which other tabs are asked again whether they are there

/**
 * What the page has: its template and this script belong together.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} kiezer
 * @returns {T}
 */
const $ = (kiezer) => /** @type {T} */ (document.querySelector(kiezer));

/** @type {Record<string, string>} */
const GEZEGD = {
  kopie: "Dit concept is ook in een ander tabblad veranderd. Er is niets overschreven: wat je hier typt, staat nu in een kopie. Beide staan bij Je concepten.",
  opnieuw: "Dit concept is in een ander tabblad gewist. Wat je hier typte, is opnieuw bewaard.",
  nieuwer: "Dit concept is in een ander tabblad veranderd. Je ziet hier de nieuwste tekst.",
  leeg: "Dit concept is in een ander tabblad gewist. Het formulier is nu leeg.",
  gewist: "Dit concept is in een ander tabblad gewist. Wat je hier typte, staat hier nog. Ga je verder of sluit je dit tabblad, dan wordt het opnieuw bewaard.",
  elders: "Dit concept staat ook open in een ander tabblad. Typ in één van de twee: het andere neemt het over.",
};

const NIET_WEG = "Je browser laat ons niet bij wat hij bewaart. Stond er al iets, dan staat dat er nog.";

export class Bewaren {
  /**
   * `vorm` is the form as the page knows it: `lees()` what the fields hold, `leeg(ruw)`, `toon(velden)`, `begin()`, `na()`.
   * @param {Formulier} formulier
   * @param {Vorm} vorm
   */
  constructor(formulier, vorm) {
    this.vorm = vorm;
    this.formulier = formulier;
    this.kast = eigenKast;
    this.perFormulier = { verhaal: new Concepten("verhaal", this.kast), werkvorm: new Concepten("werkvorm", this.kast) };
    this.concepten = this.perFormulier[formulier];
    this.zitting = new Zitting(this.concepten);
    /** @type {ConceptenLijst} */
    this.lijst = new ConceptenLijst($("#rb-concepten-lijst"));
    /** @type {Concept | undefined} */
    this.wegTeDoen = undefined;
    this.gemeld = ""; // what was said of other tabs
    this.fout = ""; // why nothing can be kept
    this.waarschuw = (/** @type {Event} */ gebeurtenis) => this.zitting.vuil && gebeurtenis.preventDefault();
  }

  /** Put back what this tab had in hand, or else what was changed last, and listen. */
  start() {
    this.concepten.neemOver();
    this.concepten.ruimOp();
    this.#verbind();
    const hier = this.concepten.laatsteVan(history.state?.concept) ?? this.concepten.lijst()[0];
    if (hier) this.#pak(hier.id);
    /** @type {HTMLDetailsElement} */ ($("#rb-concepten-vouw")).open = this.concepten.lijst().length > 1;
    if (!this.kast.open()) this.#zegFout("dicht");
    this.#toonLijst();
    $("#rb-schrijf").addEventListener("click", ({ target }) => {
      const knop = /** @type {HTMLElement | null} */ (/** @type {Element} */ (target).closest("button[data-concept]"));
      if (knop) this.#doe(knop.dataset.concept ?? "", knop.dataset.id ?? "");
    });
    $("#rb-inlezen").addEventListener("change", ({ target }) => this.#leesIn(/** @type {HTMLInputElement} */ (target)));
    addEventListener("storage", ({ key }) => this.concepten.gaatOver(key) && this.#kijk());
    addEventListener("pagehide", () => {
      this.bewaar();
      this.#onthoud();
      this.aanwezig?.weg();
    });
    addEventListener("hashchange", () => this.#onthoud());
    addEventListener("pageshow", ({ persisted }) => {
      if (!persisted) return;
      this.#verbind();
      this.#kijk();
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") return this.bewaar();
      this.#kijk();
      this.aanwezig?.vraag();
    });
    setInterval(() => document.visibilityState === "visible" && this.aanwezig?.anderen.size && this.aanwezig.vraag(), OPNIEUW);
  }

  /** The tab remembers at this step of its history which draft it has in hand: two tabs that are reloaded do not swap. */
  #onthoud() {
    const concept = this.zitting.id;
    if ((history.state?.concept ?? "") === concept) return;
    try {
      history.replaceState({ ...history.state, concept }, "");
    } catch {
      // A browser refuses it when it is asked too often; then the tab opens what was changed last.
    }
  }

  #verbind() {
    /** @type {BroadcastChannel | null} */
    let kanaal = null;
    try {
      kanaal = new BroadcastChannel(this.concepten.begin);
    } catch {
      // Without it no tab knows of another.
    }
    this.aanwezig = new Aanwezig(kanaal, willekeurig(), () => this.#toonLijst());
    this.aanwezig.zet(this.zitting.id);
    this.aanwezig.vraag();
  }

  /** Somebody changed something in the form. */
  typ() {
    this.zitting.typ();
  }

  /** Keep what was typed here and is not kept yet; tells whether there is nothing left to keep. */
  bewaar() {
    const ruw = this.vorm.lees();
    const gedaan = this.zitting.bewaar(ruw, this.vorm.leeg(ruw));
    if (gedaan === "niets" && !this.fout) return true;
    this.#zegFout(["vol", "dicht"].includes(gedaan) ? gedaan : this.kast.open() ? "" : "dicht");
    if (["kopie", "opnieuw"].includes(gedaan)) this.#meld(gedaan);
    if (gedaan === "bewaard" && ["nieuwer", "leeg", "gewist"].includes(this.gemeld)) this.#meld("");
    this.#toonLijst();
    return !this.zitting.vuil;
  }

  /** Ask whether what is in the form may be wiped. */
  vraagWis() {
    $("#rb-wissen-elders").hidden = !this.aanwezig?.elders(this.zitting.id);
    /** @type {HTMLDialogElement} */ ($("#rb-wissen")).showModal();
  }

  /** Wipe what is in the form; tells in a sentence what was done. */
  wis() {
    const { rev } = this.zitting;
    const weg = this.zitting.wis();
    this.#meld("");
    this.#zegFout(this.kast.open() ? "" : "dicht");
    this.#toonLijst();
    if (weg && this.kast.open()) return "Alles is gewist.";
    return `Het formulier is leeg. ${this.#blijft(rev) ? NIET_WEG : "In een ander tabblad is dit concept veranderd: dat staat nog bij Je concepten."}`;
  }

  /**
   * Whether it is the browser that does not let this revision be taken away, and not another tab that changed it.
   * @param {string} rev
   */
  #blijft(rev) {
    return !this.kast.open() || this.concepten.opvolger(rev)?.rev === rev;
  }

  /** Look what other tabs did. */
  #kijk() {
    const gezien = this.zitting.kijk();
    if (gezien === "nieuwer") this.#vul(this.zitting.velden);
    if (gezien === "leeg") this.#vul(null);
    if (GEZEGD[gezien]) this.#meld(gezien);
    this.#toonLijst();
  }

  /** @param {Velden | null} velden */
  #vul(velden) {
    const vouw = $("#rb-teruggezet").hidden;
    this.vorm.begin();
    if (velden) this.vorm.toon(velden);
    $("#rb-teruggezet").hidden = vouw || !velden;
    this.vorm.na();
  }

  /**
   * Take a draft in hand and show it.
   * @param {string} id
   */
  #pak(id) {
    const concept = this.zitting.open(id);
    if (!concept) return this.#toonLijst();
    this.#vul(concept.velden);
    $("#rb-wanneer").textContent = wanneer(concept.op);
    $("#rb-teruggezet").hidden = false;
    this.#meld("");
    return this.#toonLijst();
  }

  /**
   * @param {string} wat
   * @param {string} id
   */
  #doe(wat, id) {
    /** @type {Record<string, () => void>} */
    const doe = {
      open: () => this.#eerstBewaren() && this.#wissel(() => this.#pak(id)),
      nieuw: () => this.#eerstBewaren() && this.#wissel(() => this.#leeg("Je begint met een leeg formulier. Je vorige concept staat bij Je concepten.")),
      bestand: () => this.#geef([id === this.zitting.id ? this.#dit() : this.concepten.lees(id)].filter((concept) => concept !== null)),
      dit: () => this.#geef([this.#dit()]),
      alles: () => this.#geef(),
      inlezen: () => $("#rb-inlezen").click(),
      weg: () => this.#vraagWeg(id),
      wegnee: () => /** @type {HTMLDialogElement} */ ($("#rb-verwijderen")).close(),
      wegja: () => this.#verwijder(),
      hierbewaren: () => this.bewaar(),
      hierwissen: () => this.#wissel(() => this.#leeg("Het formulier is leeg.")),
    };
    doe[wat]();
  }

  /** @param {string} zin */
  #leeg(zin) {
    this.zitting.begin();
    this.#vul(null);
    $("#rb-teruggezet").hidden = true;
    this.#meld("");
    this.#toonLijst();
    zeg(zin);
  }

  /** @param {() => void} doe */
  #wissel(doe) {
    doe();
    scrollTo(0, 0);
    $("#veld-title").focus({ preventScroll: true });
  }

  /** What is in the form goes first into a place of its own; where it cannot, nothing may take its place. */
  #eerstBewaren() {
    if (this.bewaar()) return true;
    $("#rb-niet-bewaard").scrollIntoView({ block: "center" });
    zeg($("#rb-niet-bewaard").innerText);
    return false;
  }

  /** @param {string} id */
  #vraagWeg(id) {
    this.bewaar();
    const concept = this.concepten.lees(id);
    if (!concept) return this.#kijk();
    this.wegTeDoen = concept;
    $("#rb-verwijderen-naam").textContent = naamVan(concept);
    $("#rb-verwijderen-elders").hidden = !this.aanwezig?.elders(id);
    return /** @type {HTMLDialogElement} */ ($("#rb-verwijderen")).showModal();
  }

  #verwijder() {
    /** @type {HTMLDialogElement} */ ($("#rb-verwijderen")).close();
    if (!this.wegTeDoen) return;
    const { id, rev } = this.wegTeDoen;
    const weg = this.concepten.verwijder(rev);
    if (weg && id === this.zitting.id) this.#leeg("");
    if (weg && this.fout) this.bewaar(); // there may be room now
    this.#kijk();
    const waarom = this.#blijft(rev) ? NIET_WEG : "Dit concept is net in een ander tabblad veranderd. Het is niet verwijderd.";
    zeg(weg && this.kast.open() ? `${naamVan(this.wegTeDoen)} is verwijderd.` : waarom);
    if (!this.lijst.focus()) $("#veld-title").focus();
  }

  /** What is in the form now, kept or not. */
  #dit() {
    const { id, kopie, velden } = this.zitting;
    return { id, op: new Date().toISOString(), kopie, velden: { ...velden, ...this.vorm.lees() } };
  }

  /**
   * Give a file with these drafts of this form, or with all of both.
   * @param {readonly Pick<Concept, "op" | "kopie" | "velden">[]} [concepten]
   */
  #geef(concepten) {
    this.bewaar();
    /** @type {Record<Formulier, Los[]>} */
    const alle = { verhaal: this.perFormulier.verhaal.lijst(), werkvorm: this.perFormulier.werkvorm.lijst() };
    if (this.zitting.vuil) alle[this.formulier] = [this.#dit(), ...this.concepten.lijst().filter(({ id }) => id !== this.zitting.id)];
    const naam = dagnaam(SOORT);
    download(naam, alsBestand(concepten ? { [this.formulier]: concepten } : alle), "application/json");
    this.#meld("zin", `Het bestand ${naam} is gedownload.`);
  }

  /** @param {HTMLInputElement} vak */
  async #leesIn(vak) {
    const [bestand] = vak.files ?? [];
    if (!bestand) return;
    const { gelezen, fout } = await leesBestand(bestand, SOORT, VERSIE);
    vak.value = "";
    this.#meld("zin", gelezen ? this.#voegToe(uitBestand(gelezen)) : fout);
    this.#toonLijst();
    if (!fout) /** @type {HTMLDetailsElement} */ ($("#rb-concepten-vouw")).open = true;
  }

  /** @param {{ perFormulier: Record<Formulier, Los[]>, weg: number }} gelezen */
  #voegToe({ perFormulier, weg }) {
    const delen = FORMULIEREN.map((naam) => /** @type {const} */ ([naam, this.perFormulier[naam].voegToe(perFormulier[naam])]));
    /** @param {"erbij" | "hadJeAl" | "pastNiet"} wat */
    const samen = (wat) => delen.reduce((som, [, telling]) => som + telling[wat], 0);
    const elders = delen.filter(([naam, { erbij }]) => naam !== this.formulier && erbij).map(([naam, { erbij }]) => `Daarvan ${erbij === 1 ? "staat er 1" : `staan er ${erbij}`} bij Schrijf een ${naam}.`);
    const zinnen = [
      samen("erbij") === 1 ? "1 concept is toegevoegd." : `${samen("erbij") || "Geen"} concepten zijn toegevoegd.`,
      ...elders,
      ...(samen("hadJeAl") ? [`${samen("hadJeAl")} had je al.`] : []),
      ...(samen("pastNiet") ? [`${samen("pastNiet")} konden er niet bij: je browser heeft geen plaats meer, of bewaart niets. Bewaar het bestand goed.`] : []),
      ...(weg ? [`${weg} ${weg === 1 ? "was" : "waren"} niet te lezen.`] : []),
    ];
    return zinnen.join(" ");
  }

  #toonLijst() {
    if (!this.aanwezig) return;
    this.#onthoud();
    this.aanwezig.zet(this.zitting.id);
    const alle = this.concepten.lijst();
    $("#rb-concepten").hidden = !alle.length;
    $("#rb-concepten-aantal").textContent = `(${alle.length})`;
    this.lijst.toon(alle, this.zitting.id, (id) => Boolean(this.aanwezig?.elders(id)));
    const elders = this.aanwezig.elders(this.zitting.id);
    if (elders && !this.gemeld) this.#meld("elders");
    if (!elders && this.gemeld === "elders") this.#meld("");
  }

  /**
   * Say what other tabs did, or a sentence; "" takes it away.
   * @param {string} wat
   * @param {string} [zin]
   */
  #meld(wat, zin = GEZEGD[wat] ?? "") {
    if (this.gemeld === wat && wat !== "zin") return;
    this.gemeld = wat;
    $("#rb-concept-melding").hidden = !wat;
    $("#rb-concept-gezegd").textContent = zin;
    $("#rb-concept-keus").hidden = wat !== "gewist";
    if (zin) zeg(zin);
  }

  /**
   * Say why nothing can be kept, or that it goes well again. Whoever leaves then is asked first.
   * @param {string} waarom
   */
  #zegFout(waarom) {
    // Nobody is told to delete a draft where the only one is what they write.
    const alleen = waarom === "vol" && !this.concepten.lijst().some(({ id }) => id !== this.zitting.id);
    const fout = alleen ? "vol-alleen" : waarom;
    if (fout === this.fout) return;
    this.fout = fout;
    $("#rb-niet-bewaard").hidden = !fout;
    $("#rb-belofte").hidden = fout === "dicht";
    for (const zin of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#rb-niet-bewaard [data-waarom]"))) zin.hidden = zin.dataset.waarom !== fout;
    if (fout) zeg($(`#rb-niet-bewaard [data-waarom="${fout}"]`).textContent);
    if (fout) addEventListener("beforeunload", this.waarschuw);
    else removeEventListener("beforeunload", this.waarschuw);
  }
}
