// An old address leads on to the new one, with the question and the place that stood behind it.

const { naar } = document.currentScript.dataset;
location.replace(new URL(naar, location.href).href + location.search + location.hash);
