// An old address leads on to the new one, with the question and the place that stood behind it.

const { naar } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
location.replace(new URL(/** @type {string} */ (naar), location.href).href + location.search + location.hash);
