// The form that asks what a meet-up is to be like.

import { cleanText } from "./state.js";
import { EXTRA, FUNCTIES, MENSEN, TIME } from "./plan.js";

/** @typedef {import("./plan.js").Wish} Wish */
/** @typedef {HTMLFormElement & { vraag: HTMLInputElement, tijd: HTMLInputElement, mensen: HTMLInputElement, functie: RadioNodeList, waar: RadioNodeList }} Wishes */

/** @param {{ find: (id: string) => HTMLElement }} page */
export function makeWishes({ find }) {
  const form = /** @type {Wishes} */ (find("wens"));
  /** @param {string} which */
  const boxes = (which) => [.../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll(which))];

  function countRuimtes() {
    const count = boxes("[name=ruimtes]:checked").length;
    find("ruimtes-gekozen").textContent = count ? `(${count} gekozen)` : "(mag je overslaan)";
  }

  for (const [field, [lowest, highest]] of /** @type {const} */ ([[form.tijd, TIME], [form.mensen, MENSEN]])) {
    field.addEventListener("input", () => {
      const number = field.valueAsNumber;
      const good = field.validity.valueMissing || (Number.isInteger(number) && number >= lowest && number <= highest);
      field.setCustomValidity(good ? "" : `Kies een heel getal van ${lowest} tot en met ${highest}.`);
    });
  }
  form.addEventListener("change", countRuimtes);

  return {
    form,

    /** Whether it is there to be filled in, or folded away. @param {boolean} open */
    open: (open) => (/** @type {HTMLDetailsElement} */ (find("wensen")).open = open),

    /** @param {Wish} wish */
    fill(wish) {
      form.vraag.value = wish.vraag ?? "";
      for (const box of boxes("[name=extra]")) box.checked = EXTRA.some((one) => one === box.value && wish.extra?.includes(one));
      form.tijd.value = String(wish.time);
      form.mensen.value = String(wish.mensen);
      form.functie.value = wish.functie;
      form.waar.value = wish.online ? "online" : "hier";
      for (const box of boxes("[name=ruimtes]")) box.checked = wish.ruimtes.includes(box.value);
      /** @type {HTMLDetailsElement} */ (find("ruimtes")).open = wish.ruimtes.length > 0;
      for (const field of [form.tijd, form.mensen]) field.setCustomValidity("");
      countRuimtes();
    },

    /**
     * What is asked now; the rest is of the wish that there is.
     * @param {Wish} wish
     * @returns {Wish}
     */
    asked: (wish) => ({
      ...wish,
      time: form.tijd.valueAsNumber,
      mensen: form.mensen.valueAsNumber,
      functie: FUNCTIES.find((one) => one === form.functie.value) ?? wish.functie,
      online: form.waar.value === "online",
      extra: EXTRA.filter((one) => form.querySelector(`[name=extra][value=${one}]:checked`)),
      vraag: cleanText(form.vraag.value),
      ruimtes: boxes("[name=ruimtes]:checked").map((box) => box.value),
    }),
  };
}
