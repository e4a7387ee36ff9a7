// Trees as a browser would have them, without one.

/** A tree that Python parsed (`tests/node/trees.py`), or that `h` made. */
export function grown(made, parentNode = null) {
  if (typeof made === "string") return { nodeType: 3, textContent: made, childNodes: [], parentNode };
  const { naam, kenmerken, kinderen } = made;
  const node = { nodeType: 1, localName: naam, parentNode, getAttribute: (name) => kenmerken[name] ?? null };
  node.childNodes = kinderen.map((child) => grown(child, node));
  Object.defineProperty(node, "textContent", { get: () => node.childNodes.map((child) => child.textContent).join("") });
  return node;
}

/** An element: its name, its attributes, and what is in it. */
export const h = (naam, kenmerken = {}, ...kinderen) => ({ naam, kenmerken, kinderen });
