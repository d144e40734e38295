// Copying permalinks: one small button that stands beside the number of the fact, or of the sentence, that the reader is
// at, by pointer, finger or keyboard.  It lies over the page, so nothing moves.  Licence: MIT.

const SHOWN = 2000; // ms: how long it says that it has copied
const ICON = '<svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true"><path d="M6.5 9.5a3 3 0 0 0 4.2 0l2.4-2.4a3 3 0 0 0-4.2-4.2l-1 1"/><path d="M9.5 6.5a3 3 0 0 0-4.2 0L2.9 8.9a3 3 0 0 0 4.2 4.2l1-1"/></svg>';
const button = Object.assign(document.createElement("button"), { type: "button", className: "copy", innerHTML: ICON });
const told = button.appendChild(Object.assign(document.createElement("span"), { className: "told" }));
const status = Object.assign(document.createElement("p"), { className: "unseen" });
status.setAttribute("role", "status");
document.body.append(status);
let owner = null;
let dismissed = null; // where Escape took it away: it stays away until the reader has been elsewhere
let saying;

/** What a permalink leads to, in a word: “Q3”, “sentence 14”. */
const named = (link) => link.dataset.number ? `sentence ${link.dataset.number}` : link.textContent.trim();

/** The permalink in full, without what was searched for. */
function address(link) {
  const full = new URL(link.href);
  full.search = "";
  return full.href;
}

function tell(words) {
  clearTimeout(saying);
  told.textContent = words;
  status.textContent = words && `${words}: link to ${named(owner)}`;
}

/** Puts the button beside `link`, where it is the next that Tab reaches. */
export function beside(link) {
  if (link === dismissed || (link === owner && button.isConnected)) return;
  if (button === document.activeElement && !link.matches(":focus")) return; // a pointer does not take it from the keyboard
  if (owner) tell("");
  [owner, dismissed] = [link, null];
  button.setAttribute("aria-label", `Copy the link to ${named(link)}`);
  link.after(button);
}

export function leave() {
  dismissed = null;
  if (button === document.activeElement) return;
  button.remove();
  owner = null;
}

function dismiss() {
  if (!owner) return;
  const link = owner;
  const within = button === document.activeElement;
  button.remove();
  [owner, dismissed] = [null, link];
  if (within) link.focus({ preventScroll: true });
}

button.addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(address(owner));
    tell("Copied");
  } catch {
    tell("Not copied"); // the browser forbids it: the number itself is the link
  }
  saying = setTimeout(() => owner && tell(""), SHOWN);
});
addEventListener("keydown", (event) => event.key === "Escape" && dismiss());
