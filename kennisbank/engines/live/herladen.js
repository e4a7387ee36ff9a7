// At the end of every page of the preview: loads it anew as soon as the preview shows another edition of the site.

{
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const own = Number(script.dataset.stand);
  const AGAIN = 1000; // milliseconds, when the preview does not answer: it may have been stopped and begun anew
  let waiting = new AbortController();

  /** @param {AbortSignal} signal */
  const wait = async (signal) => {
    while (!signal.aborted) {
      try {
        const answer = await fetch(`/voorvertoning/stand/${own}`, { cache: "no-store", signal });
        if (answer.ok && (await answer.json()) !== own) {
          location.reload();
          return;
        }
      } catch {
        await new Promise((done) => setTimeout(done, AGAIN));
      }
    }
  };

  // A browser has few connections to one address: a tab that nobody looks at, or that was left, gives its own back.
  const turn = () => {
    waiting.abort();
    if (document.visibilityState === "visible") {
      waiting = new AbortController();
      wait(waiting.signal);
    }
  };
  document.addEventListener("visibilitychange", turn);
  addEventListener("pageshow", ({ persisted }) => persisted && turn());
  addEventListener("pagehide", () => waiting.abort());
  turn();
}
