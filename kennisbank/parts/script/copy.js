// Copying a text, also where a browser does not let a page do so.

/**
 * Copy a text; tells whether that went well. Without a clipboard `box`, which holds the text, is selected.
 * @param {string} text
 * @param {HTMLTextAreaElement} box
 */
export async function copy(text, box) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    /** @type {HTMLDetailsElement} */ (box.closest("details")).open = true;
    box.focus();
    box.select();
    try {
      return document.execCommand("copy");
    } catch {
      return false;
    }
  }
}
