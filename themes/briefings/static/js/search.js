// The search page: the form's state is the address, what is found is a list of briefings and actors with their facts.
// Pagefind is loaded when the form is first used.  Licence: MIT, as all of the theme.

const form = document.querySelector("[data-search]");
const [found, status, more, offered] = ["found", "status", "more", "offered"].map((name) => document.querySelector(`[data-${name}]`));
const root = new URL(form.dataset.root, location.href);
const FACTS = ["kind", "type", "status"]; // what a fact's heading ends with: a quote's doubts and kind, a measure's type and status
const FACETS = ["actor", ...FACTS, "year", "outlet"];
const [AT_ONCE, PLACES] = [10, 5]; // pages, and facts of one page
let [asked, tries] = [0, 0]; // a module that did not come is tried by another address: a browser remembers that it did not

const once = (make) => {
  let made;
  return () => (made ??= make().catch((error) => ((made = undefined), Promise.reject(error)))); // what failed is tried again
};

const engine = once(async () => {
  const pagefind = await import(new URL(`pagefind/pagefind.js${tries++ ? `?${tries}` : ""}`, root));
  await pagefind.options({ baseUrl: root.pathname });
  const parts = Array.from({ length: form.dataset.parts - 1 }, (_, at) => new URL(`pagefind/${at + 2}/`, root).pathname);
  await Promise.all(parts.map((part) => pagefind.mergeIndex(part, { baseUrl: root.pathname })));
  return pagefind;
});

const names = once(async () => {
  const all = await (await fetch(form.dataset.names)).json();
  document.getElementById("search-names").append(...all.map(([name]) => new Option(name, name)));
  return all;
});

function element(name, ...inside) {
  const made = document.createElement(name);
  made.append(...inside);
  return made;
}

function link(address, text, words) {
  const to = new URL(address, root);
  words.forEach((word) => to.searchParams.append("highlight", word));
  return Object.assign(element("a", text), { href: to.href });
}

/** Whether a heading, "Norland → Sudland · Aid · planned" or "Carver · did not say · negated · direct", has all that was asked. */
function fits(heading, asking) {
  const [who, ...parts] = heading.split(" · ");
  const quote = /^(direct|mixed|indirect)$/.test(parts.at(-1));
  const told = quote ? { kind: parts } : { type: parts.slice(-2, -1), status: parts.slice(-1) };
  const chosen = FACTS.every((facet) => !asking[facet] || told[facet]?.includes(asking[facet]));
  return chosen && (!asking.actor || who.split(/; | → /).includes(asking.actor));
}

/** The facts of a result that fit, with the words found in them marked; where no words were asked for, all that fit. */
function places(data, asking) {
  const words = data.content.split(/\s+/);
  const hits = new Set(asking.q ? data.locations : []);
  const anchors = data.anchors.filter((anchor) => /h\d/i.test(anchor.element)).sort((a, b) => a.location - b.location);
  return anchors.flatMap((anchor, at) => {
    const heading = anchor.text.replace(/\.$/, "");
    const all = words.slice(anchor.location, anchors[at + 1]?.location).map((word, place) => [word, hits.has(anchor.location + place)]);
    if (!fits(heading, asking) || (asking.q && !all.some(([, hit]) => hit))) return [];
    const text = all.slice(anchor.text.split(/\s+/).length);
    return [{ id: anchor.id, heading, text: text.flatMap(([word, hit]) => [hit ? element("mark", word) : word, " "]) }];
  });
}

function shown(data, asking, words) {
  const facts = places(data, asking);
  if (!facts.length && FACTS.some((facet) => asking[facet])) return null;
  const item = element("li", Object.assign(link(data.url, data.meta.title, words), { className: "headline" }));
  if (data.meta.about) item.append(" ", Object.assign(element("span", data.meta.about), { className: "where" }));
  const list = element("ul");
  for (const fact of facts.slice(0, PLACES)) {
    list.append(element("li", link(`${data.url}#${fact.id}`, fact.heading, words), element("p", ...fact.text)));
  }
  if (facts.length > PLACES) list.append(element("li", `and ${facts.length - PLACES} more there`));
  if (facts.length) item.append(list);
  return item;
}

/** Shows ten more of the results, and how many there are; a page may have all that was asked, but no fact that has. */
async function show(results, asking, mine) {
  const words = asking.q.split(/\s+/).filter(Boolean);
  const items = [];
  while (items.length < AT_ONCE && results.length) {
    const some = await Promise.all(results.slice(0, AT_ONCE).map((result) => result.data()));
    if (mine !== asked) return;
    results = results.slice(AT_ONCE);
    items.push(...some.map((data) => shown(data, asking, words)).filter(Boolean));
  }
  found.append(...items);
  more.hidden = !results.length;
  more.firstElementChild.onclick = () => show(results, asking, mine);
  const sure = !results.length || !FACTS.some((facet) => asking[facet]);
  const count = found.children.length + (sure ? results.length : 0);
  const pages = count === 1 && sure ? "page has" : "pages have";
  status.textContent = count ? `${count}${sure ? "" : " or more"} ${pages} it` : "Nothing is found";
}

async function offer(typed) {
  const start = typed.toLowerCase();
  const fitting = start.length < 2 ? [] : (await names()).filter(([name]) => ` ${name.toLowerCase()}`.includes(` ${start}`));
  offered.hidden = !fitting.length;
  offered.firstElementChild.replaceChildren(...fitting.slice(0, 6).map(([name, path]) => element("li", link(path, name, []))));
}

async function search() {
  const mine = ++asked;
  const asking = Object.fromEntries(["q", ...FACETS].map((name) => [name, form.elements[name]?.value.trim() ?? ""]));
  const filters = Object.fromEntries(FACETS.filter((facet) => asking[facet]).map((facet) => [facet, asking[facet]]));
  offer(asking.q);
  if (!asking.q && !Object.keys(filters).length) {
    found.replaceChildren();
    status.textContent = "";
    more.hidden = true;
    return;
  }
  const pagefind = await engine().catch(() => null);
  if (!pagefind) {
    status.textContent = "The index could not be loaded; try again, or use the lists above";
    return;
  }
  const answer = await pagefind.search(asking.q || null, { filters, ...(asking.q ? {} : { sort: { day: "desc" } }) });
  if (mine !== asked) return;
  found.replaceChildren();
  await show(answer.results, asking, mine);
}

/** The address of what the form asks; what is empty is left out. */
function address() {
  const asking = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
  return `${location.pathname}${asking.size ? `?${asking}` : ""}`;
}

function restore() {
  const asking = new URLSearchParams(location.search);
  for (const name of ["q", ...FACETS]) if (form.elements[name]) form.elements[name].value = asking.get(name) ?? "";
  search();
}

let waiting;
form.addEventListener("focusin", () => [engine, names].forEach((load) => load().catch(() => {})), { once: true });
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", () => {
  clearTimeout(waiting);
  if (form.elements.q.value) engine().then((pagefind) => pagefind.preload(form.elements.q.value), () => {}); // in the pause
  waiting = setTimeout(() => (history.replaceState(null, "", address()), search()), 150);
});
addEventListener("popstate", restore);
form.hidden = false;
restore();
