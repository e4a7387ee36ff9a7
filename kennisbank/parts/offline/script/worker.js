// The worker of the site from a page: where it is, what is asked of it, and whether there can be one.

const BEGIN = 15_000; // milliseconds that a worker may take to begin
const HERE = import.meta.url;
/** The address of the site: scripts stand in `assets/js-<hash>/`. */
export const ROOT = HERE.slice(0, HERE.lastIndexOf("/assets/js-") + 1);
/** The folder of the scripts of this page, as the site names it. */
export const SCRIPTS = `${HERE.slice(ROOT.length).split("/").slice(0, 2).join("/")}/`;

/** The workers of a browser that has them; undefined where it has none, as in a private window or without https. */
export const workers = () => /** @type {ServiceWorkerContainer | undefined} */ (navigator.serviceWorker);

/** What the browser said when the worker was asked for: it may keep nothing. */
export const answer = { refused: false };

/** Whether the site keeps anything: in a preview it does not. */
export const keeps = () => document.querySelector('link[rel="manifest"]') !== null;

/**
 * Ask the worker something. `hear` gets each message until the one that it calls the last; rejects where there is no worker
 * within `wait` milliseconds, or none that answers.
 * @template T
 * @param {object} question
 * @param {(answer: any) => T | undefined} hear
 * @param {number} [wait] between two messages
 * @returns {Promise<T>}
 */
export async function ask(question, hear, wait = 30_000) {
  const container = workers();
  if (!container || answer.refused || !keeps()) throw new Error("no worker");
  const { active } = await Promise.race([container.ready, new Promise((_, failed) => setTimeout(failed, BEGIN, new Error("no worker")))]);
  return new Promise((done, failed) => {
    const { port1, port2 } = new MessageChannel();
    const late = () => failed(new Error("no answer"));
    let clock = setTimeout(late, wait);
    port1.onmessage = ({ data }) => {
      clearTimeout(clock);
      const last = hear(data);
      if (last === undefined) {
        clock = setTimeout(late, wait);
        return;
      }
      port1.close();
      done(last);
    };
    active?.postMessage(question, [port2]);
  });
}
