// The card of an actor: what it is, its role here, how much it said and did, its latest words.  It opens by hover and by
// focus, stays while the pointer is on it, closes on Escape.  What it tells is read off this page and the actor's own.

const WAIT = 250; // ms: a pointer that only passes opens and closes nothing
const pages = new Map();
const card = Object.assign(document.createElement("div"), { id: "card", className: "card-of", popover: "manual" });
card.setAttribute("role", "tooltip");
document.querySelector("main").append(card); // content outside of landmarks is passed over by those who go by them
let owner = null;
let wanted = null;
let waiting;

/** What the actor's own page tells; null where it cannot be had. */
function told(address) {
  if (!pages.has(address)) {
    const asked = fetch(address).then(async (answer) => {
      return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    });
    pages.set(address, asked.catch(() => null));
  }
  return pages.get(address);
}

function line(name, text) {
  return text ? [Object.assign(document.createElement("p"), { className: name, textContent: text.replace(/\s+/g, " ").trim() })] : [];
}

/** The role that this page gives the actor, where it has a who's who. */
function roleHere(address) {
  const links = [...document.querySelectorAll(".cast a.who")];
  return links.find((link) => link.href === address)?.closest("li")?.querySelector(".role .words")?.textContent;
}

async function fill(link) {
  const address = link.href.split("#")[0];
  const page = await told(address);
  if (!page || wanted !== link) return false;
  const text = (selector) => page.querySelector(selector)?.textContent;
  const counts = [...page.querySelectorAll(".tally a")].map((one) => one.textContent.replace(/\s+/g, " ").trim());
  card.replaceChildren(
    ...line("name", text("h1")),
    ...line("kind", [text(".head .kicker"), roleHere(address)].filter(Boolean).join(", ")),
    ...line("counts", counts.join(" · ")),
    ...line("words", text("#said blockquote")),
  );
  return true;
}

function place(link) {
  const at = link.getClientRects()[0];
  card.style.left = `${Math.max(8, Math.min(at.left, innerWidth - card.offsetWidth - 8))}px`;
  const below = at.bottom + 4;
  card.style.top = `${below + card.offsetHeight < innerHeight ? below : Math.max(8, at.top - card.offsetHeight - 4)}px`;
}

function close() {
  clearTimeout(waiting);
  wanted = null;
  owner?.removeAttribute("aria-describedby");
  owner = null;
  if (card.matches(":popover-open")) card.hidePopover();
}

/** Opens the card of `link`, an anchor that leads to an actor's page, unless the reader has moved on. */
export function open(link) {
  clearTimeout(waiting);
  if (owner === link) return;
  wanted = link;
  waiting = setTimeout(async () => {
    const here = link.matches(":hover, :focus");
    if (!here || !(await fill(link)) || wanted !== link) return;
    owner?.removeAttribute("aria-describedby");
    owner = link;
    link.setAttribute("aria-describedby", card.id);
    card.showPopover();
    place(link);
  }, WAIT);
}

function leaveSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (!card.matches(":hover") && !owner?.matches(":hover, :focus")) close();
  }, WAIT);
}

addEventListener("keydown", (event) => event.key === "Escape" && close());
addEventListener("focusout", leaveSoon);
addEventListener("pointerout", (event) => (event.target === owner || card.contains(event.target)) && leaveSoon());
addEventListener("scroll", () => owner && close(), { passive: true });
