// Dragging an item of a programme to another place by its handle, with a mouse, a finger or a pen. Whoever does not drag has
// the buttons Eerder and Later: the handle is no stop of the keyboard.

/** Pixels that a pointer moves before it drags, and from the edge of the window within which the page scrolls along. */
const START = 5;
const EDGE = 72;

/** @typedef {{ row: HTMLElement, others: HTMLElement[], middles: number[], room: number, edges: readonly [number, number], from: number, to: number, pointer: number, y: number, begin: number, top: number, moving: boolean, frame: number }} Drag in pixels from the top of the page, but for `y`: from that of the window; `room` is what the row takes with the space below it, `edges` its top and its bottom */

/**
 * `list` has the rows, each with a handle (`data-greep`). `start(from)` and `over(from, to)` hear where a row is,
 * `drop(from, to)` where it was put; `cancel(from)` that it stays.
 * @param {HTMLElement} list
 * @param {{ start: (from: number) => void, over: (from: number, to: number) => void, drop: (from: number, to: number) => void, cancel: (from: number) => void }} act
 */
export function makeDrag(list, act) {
  /** @type {Drag | undefined} */
  let drag;

  list.addEventListener("pointerdown", (event) => {
    const handle = /** @type {Element} */ (event.target).closest("[data-greep]");
    const row = /** @type {HTMLElement | null} */ (handle?.closest("li"));
    if (!handle || !row || drag || event.button || !event.isPrimary) return;
    event.preventDefault(); // no text is selected, and what has the focus keeps it
    const rows = /** @type {HTMLElement[]} */ ([...list.children]);
    const others = rows.filter((one) => one !== row);
    const middles = others.map((one) => middle(one));
    const from = rows.indexOf(row);
    const [first, second] = rows.map((one) => one.getBoundingClientRect());
    const room = row.offsetHeight + (second ? second.top - first.bottom : 0);
    const { top, bottom } = row.getBoundingClientRect();
    drag = { row, others, middles, room, edges: [top + scrollY, bottom + scrollY], from, to: from, pointer: event.pointerId, y: event.clientY, begin: event.clientY + scrollY, top: event.clientY, moving: false, frame: 0 };
    handle.setPointerCapture(event.pointerId);
  });

  list.addEventListener("pointermove", ({ pointerId, clientY }) => {
    if (drag?.pointer !== pointerId) return;
    drag.y = clientY;
    if (!drag.moving && Math.abs(clientY - drag.top) >= START) begin(drag);
    if (drag.moving) follow(drag);
  });
  list.addEventListener("pointerup", ({ pointerId }) => drag?.pointer === pointerId && end(true));
  for (const what of /** @type {const} */ (["pointercancel", "lostpointercapture"])) list.addEventListener(what, ({ pointerId }) => drag?.pointer === pointerId && end(false));
  list.addEventListener("contextmenu", (event) => drag && event.preventDefault()); // of a finger that stays
  addEventListener("blur", () => end(false));
  addEventListener("keydown", (event) => {
    if (!drag?.moving) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") end(false);
  }, { capture: true });

  /** @param {Drag} now */
  function begin(now) {
    now.moving = true;
    now.row.classList.add("rb-onderdeel--gesleept");
    for (const other of now.others) other.classList.add("rb-onderdeel--wijkt");
    act.start(now.from);
    now.frame = requestAnimationFrame(scrollAlong);
  }

  /** @param {Drag} now */
  function follow(now) {
    if (!now.row.isConnected) return end(false);
    const by = Math.round(now.y + scrollY - now.begin);
    now.row.style.transform = `translateY(${by}px)`;
    // It passes another where its edge is past the middle of that.
    const [top, bottom] = now.edges;
    const to = now.middles.filter((one, i) => (i < now.from ? one < top + by : one < bottom + by)).length;
    if (to === now.to) return undefined;
    now.to = to;
    // The others make room where it would come: those that it passed move into the place that it left.
    for (const [i, other] of now.others.entries()) {
      const shift = i < to && i >= now.from ? -now.room : i >= to && i < now.from ? now.room : 0;
      other.style.transform = shift ? `translateY(${shift}px)` : "";
    }
    return act.over(now.from, to);
  }

  /** Scroll the page where the pointer is near an edge, faster the nearer it is. */
  function scrollAlong() {
    if (!drag?.moving) return;
    const above = EDGE - drag.y;
    const below = drag.y - (innerHeight - EDGE);
    const speed = Math.min(Math.max(above, below, 0), EDGE) / 4;
    if (speed) {
      scrollBy({ top: above > 0 ? -speed : speed, behavior: "instant" });
      follow(drag);
    }
    if (drag) drag.frame = requestAnimationFrame(scrollAlong);
  }

  /** @param {boolean} put */
  function end(put) {
    const now = drag;
    drag = undefined;
    if (!now) return;
    cancelAnimationFrame(now.frame);
    for (const one of [now.row, ...now.others]) {
      one.classList.remove("rb-onderdeel--gesleept", "rb-onderdeel--wijkt");
      one.style.removeProperty("transform");
    }
    if (!now.moving) return;
    if (put && now.to !== now.from) act.drop(now.from, now.to);
    else act.cancel(now.from);
  }
}

/** @param {Element} element */
function middle(element) {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2 + scrollY;
}
