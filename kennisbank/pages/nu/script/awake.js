// Keeping the screen on while a meet-up runs, where a browser can.

/** @returns {boolean} */
export const able = () => "wakeLock" in navigator;

/** @type {WakeLockSentinel | null} */
let lock = null;
let wanted = false;

async function take() {
  if (!wanted || lock || !able() || document.visibilityState !== "visible") return;
  try {
    const fresh = await navigator.wakeLock.request("screen");
    if (!wanted) return void fresh.release();
    lock = fresh;
    lock.addEventListener("release", () => (lock = null));
  } catch {
    lock = null; // a battery that is nearly empty, or a browser that does not allow it
  }
}

// A browser lets go of it when the page is hidden.
document.addEventListener("visibilitychange", take);

/**
 * Keep the screen on, or no longer.
 * @param {boolean} on
 */
export function awake(on) {
  wanted = on;
  if (on) void take();
  else void lock?.release();
}
