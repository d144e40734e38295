// Tables whose headers sort them, lists that one chooses from.  What is asked stands in the address: “back” restores it,
// a link hands it on.  Chips work without it; a list's further pages are fetched when first needed.  Licence: MIT.

const MOST_PAGES = 10;
const list = document.querySelector("[data-list]");
const form = list?.querySelector("form");
const says = list?.querySelector("[data-status]");
const tables = [...document.querySelectorAll("table[data-sortable]")];
const order = new Map(); // table → each tbody → its rows as they stood at first
const words = new WeakMap(); // line → what it says, for finding
const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });

const text = (element) => element.textContent.replace(/\s+/g, " ").trim();

/** The lines of a further page of the list, their links made whole. */
async function part(address) {
  const answer = await fetch(address);
  if (!answer.ok) return [];
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const link of page.querySelectorAll("[data-rows] a[href]")) link.href = new URL(link.getAttribute("href"), address);
  return [...page.querySelectorAll("[data-rows] > :is(tbody, section)")];
}

let loading, waiting;
/** Puts the lines of all pages on this one, once, and counts anew. */
function whole() {
  const pages = Math.min(Number(list?.dataset.pages ?? 1), MOST_PAGES);
  loading ??= (async () => {
    const addresses = Array.from({ length: pages - 1 }, (_, place) => new URL(`page/${place + 2}/`, location.href));
    if (pages > 1) says.textContent = `Fetching ${pages - 1} more pages of ${list.dataset.list} …`;
    const found = await Promise.allSettled(addresses.map(part));
    list?.querySelector("[data-rows]")?.append(...found.flatMap(({ value }) => value ?? []));
    for (const label of form?.querySelectorAll("label:has([data-times])") ?? []) {
      const has = `[data-of~="${label.querySelector("input").value}"]`;
      label.querySelector("[data-times]").textContent = list.querySelectorAll(has).length;
    }
    if (pages > 1) document.querySelector(".pager").hidden = list.dataset.pages <= MOST_PAGES;
    if (pages > 2) list.dataset.long = ""; // the stylesheet lays out lines in sight only
    for (const table of tables) order.set(table, new Map([...table.tBodies].map((body) => [body, [...body.rows]])));
  })();
  return loading;
}

/** What a cell is sorted by: its data-value, else a number in a column of numbers, else its words; "" is nothing. */
function value(row, head) {
  const cell = row.cells[head.cellIndex];
  if (cell.dataset.value !== undefined) return cell.dataset.value;
  if (cell.querySelector(".flag")) return "";
  const named = cell.querySelector(".who, .nameless") ?? cell;
  return head.matches(".number") ? text(cell).replace(/\D/g, "") || "0" : text(named);
}

/** Sorts by "said" or "-said"; without a key the rows stand as at first, under their groups. */
function sort(table, asking) {
  if (asking === (table.dataset.sorted ?? "")) return;
  table.dataset.sorted = asking;
  const key = asking.replace(/^-/, "");
  const heads = [...table.tHead.rows[0].cells];
  const head = heads.find((one) => one.dataset.key === key);
  const bodies = order.get(table);
  table.querySelectorAll("tr.group").forEach((group) => (group.hidden = Boolean(head)));
  for (const one of heads) {
    const now = head ? one === head && (asking === key ? "ascending" : "descending") : one.dataset.first;
    now ? one.setAttribute("aria-sort", now) : one.removeAttribute("aria-sort");
  }
  if (!head) return bodies.forEach((rows, body) => body.replaceChildren(...rows));
  const sign = asking === key ? 1 : -1;
  const keyed = [...bodies.values()].flat().map((row) => [row.matches(".group") ? "" : value(row, head), row]);
  keyed.sort(([one], [other]) => (!one || !other ? !one - !other : sign * compare(one, other)));
  table.tBodies[0].replaceChildren(...keyed.map(([, row]) => row)); // at once: a row at a time is slow
}

/** Makes each header that has a key a button. */
function sortable(table) {
  for (const head of table.tHead.rows[0].cells) {
    if (!head.dataset.key) continue;
    if (head.ariaSort) head.dataset.first = head.ariaSort;
    const button = Object.assign(document.createElement("button"), { type: "button" });
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const descending = head.ariaSort ? head.ariaSort === "ascending" : head.matches(".number, [data-down]");
      keep([[table.dataset.sortable, `${descending ? "-" : ""}${head.dataset.key}`]], true);
    });
  }
}

function fits(line, choices) {
  if (!words.has(line)) words.set(line, text(line).toLowerCase());
  const has = line.dataset.of.split(" ");
  return choices.every(([name, wanted]) => {
    if (name === "q") return wanted.toLowerCase().trim().split(/\s+/).every((word) => words.get(line).includes(word));
    if (name !== "who") return has.includes(wanted);
    const names = line.querySelectorAll(":is(.parties, .source) :is(.who, .nameless)");
    return [...names].some((one) => text(one).toLowerCase().includes(wanted.toLowerCase()));
  });
}

/** Shows what the address asks for. */
async function show() {
  const asking = new URLSearchParams(location.search);
  const choices = [...asking].filter(([name, wanted]) => form?.elements[name] && wanted.trim());
  const sorted = tables.some((table) => asking.has(table.dataset.sortable));
  if ((choices.length || sorted) && list?.dataset.first) return location.replace(list.dataset.first + location.search);
  for (const field of form?.elements ?? []) {
    const wanted = asking.get(field.name) ?? "";
    field.type === "radio" ? (field.checked = field.value === wanted) : field.name && (field.value = wanted);
  }
  if (!choices.length && !sorted && !loading) return;
  await whole();
  for (const table of tables) sort(table, asking.get(table.dataset.sortable) ?? "");
  if (!list) return;
  const all = [...list.querySelectorAll("[data-of]")];
  for (const line of all) line.hidden = !fits(line, choices);
  for (const group of list.querySelectorAll("[data-rows] > :is(section, tbody:has(.group))")) {
    group.hidden = !group.querySelector("[data-of]:not([hidden])");
  }
  const shown = all.filter(({ hidden }) => !hidden).length;
  const by = sorted && list.querySelector("th[aria-sort]");
  const cut = list.dataset.pages > MOST_PAGES ? "the newest " : "";
  says.textContent = `${shown.toLocaleString("en")} of ${cut}${all.length.toLocaleString("en")} ${list.dataset.list}${by ? `, sorted by “${text(by)}”` : ""}`;
}

/** Puts into the address what is asked for, and shows it. */
function keep(pairs, step) {
  const url = new URL(location);
  for (const [name, wanted] of pairs) wanted ? url.searchParams.set(name, wanted) : url.searchParams.delete(name);
  if (url.href === location.href) return;
  history[step ? "pushState" : "replaceState"](null, "", url), show();
}

async function offer() {
  await whole();
  const names = new Set([...list.querySelectorAll(":is(.parties, .source) .who")].map(text));
  document.getElementById("list-names").append(...[...names].sort(compare).map((name) => new Option(name, name)));
}

function typed({ target: { name, type, value } }) {
  clearTimeout(waiting);
  waiting = setTimeout(() => keep([[name, value.trim()]], type === "radio"), type === "radio" ? 0 : 150);
}

form?.querySelectorAll("[hidden]").forEach((field) => (field.hidden = false));
form?.querySelector("[data-who]")?.addEventListener("focus", offer, { once: true });
form?.addEventListener("input", typed);
form?.addEventListener("submit", (event) => event.preventDefault());
form?.addEventListener("reset", () => keep([...form.elements].map(({ name }) => [name, ""]), true));
tables.forEach(sortable);
addEventListener("popstate", show);
show();
