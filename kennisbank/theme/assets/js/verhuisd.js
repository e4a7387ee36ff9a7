// An old address leads on to the new one, with the question and the place that stood behind it.

const { href } = document.querySelector("#rb-verhuisd");
location.replace(href + location.search + location.hash);
