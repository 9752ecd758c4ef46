const NAMES = [["AAOs","actor/aaos",""],["Afghan Shia","actor/afghan-shia",""],["Afghan forces","actor/afghan-forces",""],["Afghanistan","place/afghanistan",""],["Afghans","actor/afghans",""],["Amu Darya","place/amu-darya",""],["Apostates","actor/apostates",""],["Armed forces of Tajikistan","actor/tajik-armed-forces",""],["Authorities of Tajikistan","actor/tajik-authorities","inferred"],["Border of Afghanistan with Pakistan","place/afghanistan-pakistan-border",""],["Border of Uzbekistan with Afghanistan","place/uzbekistan-afghanistan-border","inferred"],["Civilians","actor/civilians",""],["Dushanbe","place/dushanbe","inferred"],["Eastern Afghanistan","place/eastern-afghanistan",""],["France","actor/france","inferred"],["Germany","actor/germany","inferred"],["Hafiz Khan Saeed","actor/hafiz-khan-saeed",""],["Hairatan","place/hairatan",""],["Haqqani Network","actor/haqqani-network","inferred"],["IMU","actor/imu","inferred"],["ISIS","actor/isis",""],["ISKP","actor/iskp",""],["International forces","actor/international-forces",""],["Iran","actor/iran","inferred"],["Iran","place/iran",""],["Islamic State","actor/isis",""],["Islamic State - Khorasan Province","actor/iskp",""],["Islamic State in Iraq and Syria","actor/isis",""],["Kabul","place/kabul","inferred"],["Kabul University","place/kabul-university","inferred"],["Kabul airport","place/kabul-airport","inferred"],["Kabul government","actor/kabul-government",""],["Khorasan","actor/iskp",""],["Khorasan","place/khorasan",""],["Maternity ward in Kabul","place/kabul-maternity-ward",""],["Mazar-i-Sharif","place/mazar-i-sharif","inferred"],["Minority groups","actor/minority-groups",""],["NATO forces","actor/nato-forces",""],["Northern provinces of Afghanistan","place/northern-provinces","inferred"],["Pakistan","actor/pakistan","inferred"],["Pakistan","place/pakistan",""],["Qatar","actor/qatar","inferred"],["Russia","actor/russia","inferred"],["Saudi Arabia","actor/saudi-arabia","inferred"],["Shia minority","actor/afghan-shia",""],["TTP","actor/ttp","inferred"],["Tajikistan","actor/tajikistan","inferred"],["Tajikistan","place/tajikistan",""],["Taliban","actor/taliban","inferred"],["Termez","place/termez",""],["The West","actor/the-west",""],["Turkmenistan","place/turkmenistan",""],["U.S. forces","actor/us-forces",""],["UN","actor/united-nations","inferred"],["United Arab Emirates","actor/united-arab-emirates","inferred"],["United Kingdom","actor/united-kingdom","inferred"],["United Nations","actor/united-nations","inferred"],["United States","actor/united-states","inferred"],["Uzbek armed forces","actor/uzbek-armed-forces","inferred"],["Uzbek side","actor/uzbek-side","inferred"],["Uzbekistan","actor/uzbekistan","inferred"],["Uzbekistan","place/uzbekistan",""],["al Qaeda","actor/al-qaeda","inferred"],["international troops","actor/international-forces",""]];

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
