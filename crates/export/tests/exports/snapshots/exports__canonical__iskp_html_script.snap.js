const NAMES = [["AAOs","actor/aaos",""],["Afghan Shia","actor/afghan-shia","read in"],["Afghan forces","actor/afghan-forces","read in"],["Afghanistan","place/afghanistan",""],["Afghans","actor/afghans",""],["Amu Darya","place/amu-darya",""],["Armed forces of Tajikistan","actor/tajik-armed-forces","read in"],["Authorities in Dushanbe","actor/tajik-authorities","read in"],["Border of Afghanistan with Pakistan","place/afghanistan-pakistan-border",""],["Border of Uzbekistan with Afghanistan","place/uzbekistan-afghanistan-border","read in"],["Civilians","actor/civilians",""],["Dushanbe","place/dushanbe","read in"],["Eastern Afghanistan","place/eastern-afghanistan","read in"],["France","actor/france","read in"],["Germany","actor/germany","read in"],["Hafiz Khan Saeed","actor/hafiz-khan-saeed",""],["Hairatan","place/hairatan",""],["Haqqani Network","actor/haqqani-network","read in"],["IEA","actor/iea",""],["IMU","actor/imu",""],["ISIS","actor/isis","read in"],["ISKP","actor/iskp","read in"],["International forces","actor/international-forces","read in"],["Iran","actor/iran","read in"],["Iran","place/iran",""],["Islamic State","actor/isis","read in"],["Islamic State - Khorasan Province","actor/iskp","read in"],["Islamic State in Iraq and Syria","actor/isis","read in"],["Kabul","place/kabul","read in"],["Kabul University","place/kabul-university","read in"],["Kabul airport","place/kabul-airport","read in"],["Kabul government","actor/kabul-government","read in"],["Khorasan","place/khorasan",""],["Maternity ward in Kabul","place/kabul-maternity-ward","read in"],["Mazar-i-Sharif","place/mazar-i-sharif","read in"],["Minority groups","actor/minority-groups",""],["NATO forces","actor/nato-forces",""],["Northern provinces of Afghanistan","place/northern-provinces","read in"],["Pakistan","actor/pakistan","read in"],["Pakistan","place/pakistan",""],["Qatar","actor/qatar","read in"],["Russia","actor/russia","read in"],["Saudi Arabia","actor/saudi-arabia","read in"],["Shia minority","actor/afghan-shia","read in"],["TTP","actor/ttp",""],["Tajikistan","actor/tajikistan","read in"],["Tajikistan","place/tajikistan",""],["Taliban","actor/taliban",""],["Termez","place/termez",""],["The Uzbeks","actor/uzbek-side","read in"],["The West","actor/the-west",""],["Those whom ISKP calls apostates","actor/those-called-apostates-by-iskp","read in"],["Turkmenistan","place/turkmenistan",""],["U.S. forces","actor/us-forces","read in"],["UN","actor/united-nations","read in"],["United Arab Emirates","actor/united-arab-emirates","read in"],["United Kingdom","actor/united-kingdom","read in"],["United Nations","actor/united-nations","read in"],["United States","actor/united-states","read in"],["Uzbek armed forces","actor/uzbek-armed-forces","inferred"],["Uzbekistan","actor/uzbekistan","read in"],["Uzbekistan","place/uzbekistan",""],["al Qaeda","actor/al-qaeda","read in"],["international troops","actor/international-forces","read in"]];

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
