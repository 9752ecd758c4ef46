// The search of names, and what belongs together on a map. Everything can be read without it.
"use strict";

const root = document.body.dataset.root;

const box = document.querySelector("search");
if (box) {
  const field = box.querySelector("input");
  const found = box.querySelector("ul");
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const known = NAMES.map(([name, id, doubts]) => ({ name, id, doubts, plain: plain(name) }));
  const search = () => {
    const wanted = plain(field.value.trim());
    found.replaceChildren();
    if (!wanted) return;
    const rank = (entry) => (entry.plain.startsWith(wanted) ? 0 : 1);
    const hits = known.filter((entry) => entry.plain.includes(wanted)).sort((a, b) => rank(a) - rank(b)).slice(0, 20);
    for (const { name, id, doubts } of hits) {
      const link = document.createElement("a");
      link.href = `${root}${id}.html`;
      link.textContent = name;
      const item = document.createElement("li");
      item.append(link);
      if (doubts) item.append(` (${doubts})`);
      found.append(item);
    }
    if (!hits.length) {
      const item = document.createElement("li");
      item.textContent = "No name like that";
      found.append(item);
    }
  };
  field.addEventListener("input", search);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      field.value = "";
      search();
    }
  });
  box.hidden = false;
}

for (const map of document.querySelectorAll("svg.map")) {
  const frame = map.parentElement;
  frame.scrollTo((frame.scrollWidth - frame.clientWidth) / 2, (frame.scrollHeight - frame.clientHeight) / 2);
  const ties = [...map.querySelectorAll(".tie[data-from]")];
  const marks = [...map.querySelectorAll(".mark[data-tie]")];
  const actors = [...map.querySelectorAll(".actor")];
  const show = (id) => {
    const near = new Set([id]);
    for (const tie of ties) {
      const own = tie.dataset.from === id || tie.dataset.to === id;
      tie.classList.toggle("faded", id !== null && !own);
      if (own) near.add(tie.dataset.from).add(tie.dataset.to);
    }
    for (const mark of marks) mark.classList.toggle("faded", ties[mark.dataset.tie].classList.contains("faded"));
    for (const actor of actors) actor.classList.toggle("faded", id !== null && !near.has(actor.dataset.id));
  };
  for (const actor of actors) {
    actor.addEventListener("pointerenter", () => show(actor.dataset.id));
    actor.addEventListener("pointerleave", () => show(null));
    actor.addEventListener("focusin", () => show(actor.dataset.id));
    actor.addEventListener("focusout", () => show(null));
  }
}
