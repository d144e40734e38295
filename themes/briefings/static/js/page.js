// What every page does beyond being read: “/” leads to the search, words searched for are marked where one lands, an
// actor shows a card, a fact a button that copies its link.  Each page is whole without it.  Licence: MIT.

const search = document.querySelector("[data-search-link]");
addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const field = document.getElementById("search-q");
  if (!field && !search) return;
  event.preventDefault();
  field ? field.focus() : location.assign(`${search.href}#search-q`);
});

/** Marks each word of the page that begins as one of `?highlight=…` does, without changing the page. */
function highlight(words) {
  if (!words.length || !CSS.highlights) return;
  const escaped = words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, "\\$&"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})[\\p{L}\\p{N}]*`, "giu");
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const ranges = [];
  while (texts.nextNode()) {
    for (const found of texts.currentNode.data.matchAll(pattern)) {
      const range = new Range();
      range.setStart(texts.currentNode, found.index);
      range.setEnd(texts.currentNode, found.index + found[0].length);
      ranges.push(range);
    }
  }
  CSS.highlights.set("found", new Highlight(...ranges));
}
highlight(new URLSearchParams(location.search).getAll("highlight").filter((word) => word.length > 1).slice(0, 20));

const isActor = (target) => target instanceof Element && target.closest("a.who, a.actor");
for (const kind of ["pointerover", "focusin"]) {
  addEventListener(kind, async (event) => {
    if (!isActor(event.target) || event.pointerType === "touch") return;
    const cards = await import("./cards.js");
    cards.open(isActor(event.target));
  });
}

const AT_FACT = "figure.quote, .ledger tbody tr, .sentence > .number";
const permalink = (target) => {
  const fact = target instanceof Element && target.closest(AT_FACT);
  return fact && (fact.matches(".number") ? fact : fact.querySelector("a.label"));
};
for (const kind of ["pointerover", "focusin"]) {
  addEventListener(kind, async (event) => {
    if (!navigator.clipboard || event.target.closest?.("button.copy")) return;
    const link = permalink(event.target);
    if (!link && !document.querySelector("button.copy")) return;
    const copy = await import("./copy.js");
    link ? copy.beside(link) : copy.leave();
  });
}
