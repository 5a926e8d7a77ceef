"use strict";
// A report: the text with its quantities, the fact beside it.
(() => {
  const { t, name, el, $ } = zhibiao;
  const data = JSON.parse($("data").textContent);
  const facts = unpackFacts(data.facts);
  const quantities = data.quantities || [];
  const text = $("text"), box = $("detail"), article = document.querySelector("article");
  let at = -1;

  function unpackFacts(packed) {
    zhibiao.data("report", packed);
    return zhibiao.table("report").all();
  }

  // marked are the pieces of each quantity and of its subjects.
  const marked = { q: quantities.map(() => []), s: quantities.map(() => []) };
  for (const e of text.querySelectorAll("[data-q]")) marked.q[e.dataset.q].push(e);
  for (const e of text.querySelectorAll("[data-s]")) for (const n of e.dataset.s.split(" ")) marked.s[n].push(e);
  const pieces = (n) => marked.q[n];
  const subjects = (n) => marked.s[n];
  const of = (n) => quantities[n].Facts.map((i) => facts[i]);

  // dress gives each quantity what the page does not hold: doubt, ticks, and a
  // name for those who do not see it.
  function dress() {
    for (let n = 0; n < quantities.length; n++) {
      const first = pieces(n)[0];
      if (!first) continue;
      const mine = of(n);
      const ticks = mine.map((f) => zhibiao.ticks.get(f.fact_id)).filter(Boolean);
      const last = pieces(n)[pieces(n).length - 1];
      last.classList.toggle("doubt", !ticks.length && mine.some((f) => f.confidence !== null && f.confidence < 0.7));
      if (ticks.length) last.dataset.tick = ticks.some((c) => c.tick === "wrong") ? "✗" : ticks.some((c) => c.tick === "mended") ? "✎" : "✓";
      else delete last.dataset.tick;
      first.tabIndex = -1;
      first.setAttribute("role", "button");
      first.setAttribute("aria-label", first.textContent + ", " + mine.map((f) => [zhibiao.fact.title(f), name("status", f.status)].join(", ")).join("; "));
    }
  }

  // ---- light and line ---------------------------------------------------------
  const line = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  line.setAttribute("class", "join");
  line.setAttribute("aria-hidden", "true");
  article.append(line);

  function light(n) {
    for (const e of text.querySelectorAll(".on")) e.classList.remove("on");
    line.replaceChildren();
    if (n < 0) return;
    for (const e of pieces(n)) e.classList.add("on");
    for (const e of subjects(n)) e.classList.add("on");
    const q = pieces(n)[0];
    if (!q) return;
    for (const e of heads(q.closest("td"))) e.classList.add("on");
    for (const run of runs(subjects(n))) if (!run.some((e) => pieces(n).includes(e))) join(run[Math.floor(run.length / 2)], q);
  }

  // heads are what a cell of a table is read by: the first of its row and of its
  // column.
  function heads(cell) {
    if (!cell) return [];
    const row = cell.parentElement, top = row.parentElement.rows[0];
    return [row.cells[0], top.cells[cell.cellIndex]].filter((e) => e && e !== cell);
  }

  // runs are pieces that follow each other without a gap: one subject each.
  function runs(all) {
    const out = [];
    for (const e of all) {
      const last = out.length && out[out.length - 1];
      if (last && last[last.length - 1].nextSibling === e) last.push(e);
      else out.push([e]);
    }
    return out;
  }

  // join draws a line from a subject to its quantity: a bow over the line where
  // both stand in one, else a line between the lines.
  function join(s, q) {
    const frame = article.getBoundingClientRect();
    const lines = [...s.getClientRects()], b = q.getClientRects()[0];
    if (!lines.length || !b) return;
    const a = lines.find((r) => Math.abs(r.top - b.top) < 8) || (lines[0].top < b.top ? lines[lines.length - 1] : lines[0]);
    const x1 = a.left + a.width / 2 - frame.left, x2 = b.left + b.width / 2 - frame.left;
    const same = Math.abs(a.top - b.top) < 8;
    const y1 = (same ? a.top + 3 : a.top < b.top ? a.bottom : a.top) - frame.top;
    const y2 = (same ? b.top + 3 : a.top < b.top ? b.top : b.bottom) - frame.top;
    const lift = same ? Math.min(16, 6 + Math.abs(x2 - x1) / 20) : 0;
    const mid = (y1 + y2) / 2;
    const d = same ? `M${x1} ${y1} C${x1} ${y1 - lift} ${x2} ${y2 - lift} ${x2} ${y2}` : `M${x1} ${y1} C${x1} ${mid} ${x2} ${mid} ${x2} ${y2}`;
    const path = document.createElementNS(line.namespaceURI, "path");
    path.setAttribute("d", d);
    const end = document.createElementNS(line.namespaceURI, "circle");
    for (const [k, v] of [["cx", x1], ["cy", y1], ["r", 2.5]]) end.setAttribute(k, v);
    line.append(path, end);
  }

  // ---- the fact beside --------------------------------------------------------
  function show(n) {
    at = n;
    document.body.classList.toggle("picked", n >= 0);
    light(n);
    if (n < 0) {
      box.replaceChildren(el("p", { class: "hint" }, t("report.pick")), el("p", { class: "keys" }, t("report.keys")));
      return;
    }
    const mine = of(n);
    const step = (by, sign, label) => el("button", { type: "button", class: "quiet", "aria-label": t(label), onclick: () => go(by) }, sign);
    box.replaceChildren(
      el("p", { class: "steps" }, step(-1, "←", "report.prev"), step(1, "→", "report.next"), el("span", {}, t("n.of", { n: n + 1, all: quantities.length })), el("button", { type: "button", class: "quiet close", "aria-label": t("report.close"), onclick: () => show(-1) }, "✕")),
      mine.length > 1 && el("p", { class: "hint" }, t("n.subjects", { n: mine.length })) || "",
      ...mine.map((f) => zhibiao.fact.card(f, zhibiao.ticks.buttons(f))));
    box.scrollTop = 0;
  }

  function go(by) {
    const visible = (n) => { const p = pieces(n)[0]; return p && !text.classList.contains("no-" + of(n)[0].status); };
    let n = at < 0 ? (by > 0 ? nearest() - 1 : nearest()) : at;
    do n += by; while (n >= 0 && n < quantities.length && !visible(n));
    if (n < 0 || n >= quantities.length) return;
    choose(n, true);
  }
  // nearest is the first quantity that is in sight or below.
  function nearest() {
    for (let n = 0; n < quantities.length; n++) {
      const p = pieces(n)[0];
      if (p && p.getBoundingClientRect().top > 60) return n;
    }
    return 0;
  }
  function choose(n, scroll) {
    show(n);
    const p = pieces(n)[0];
    if (!p) return;
    p.focus({ preventScroll: true });
    if (scroll) {
      const r = p.getBoundingClientRect();
      if (r.top < 120 || r.bottom > innerHeight * (innerWidth < 900 ? 0.4 : 0.8)) p.scrollIntoView({ block: innerWidth < 900 ? "start" : "center" });
      light(n);
    }
  }

  // ---- what is done -----------------------------------------------------------
  const number = (e) => { const q = e.target.closest && e.target.closest("[data-q]"); return q ? Number(q.dataset.q) : -1; };
  text.addEventListener("mouseover", (e) => { const n = number(e); if (n >= 0) light(n); tip(e.target.closest("[data-why]")); });
  text.addEventListener("mouseout", (e) => { if (number(e) >= 0) light(at); tip(null); });
  text.addEventListener("click", (e) => {
    const n = number(e);
    if (n >= 0) { choose(n, false); return; }
    const s = e.target.closest("[data-s]");
    if (s) { choose(Number(s.dataset.s.split(" ")[0]), false); return; }
    tip(e.target.closest("[data-why]"));
  });
  text.addEventListener("focusin", (e) => { tip(e.target.closest("[data-why]")); const n = number(e); if (n >= 0 && n !== at) show(n); });

  // tip says why a number was left out.
  const label = el("div", { class: "tip", role: "tooltip", hidden: true });
  article.append(label);
  function tip(e) {
    label.hidden = !e || !text.classList.contains("with-left");
    if (label.hidden) return;
    label.textContent = t("left") + "：" + name("why", e.dataset.why);
    const r = e.getClientRects()[0], frame = article.getBoundingClientRect();
    label.style.left = Math.max(0, Math.min(frame.width - label.offsetWidth, r.left - frame.left)) + "px";
    label.style.top = r.bottom - frame.top + 4 + "px";
  }

  document.addEventListener("keydown", (e) => {
    if (e.target.closest("input, select, textarea") || e.ctrlKey || e.metaKey || e.altKey) {
      if (e.key === "Escape") e.target.blur();
      return;
    }
    if (e.key === "j") go(1);
    else if (e.key === "k") go(-1);
    else if (e.key === "Enter" && at >= 0 && !e.target.closest("button, a, summary")) { const b = box.querySelector("button.tick"); e.preventDefault(); if (b) b.focus(); }
    else if (e.key === "Escape") { if (box.contains(document.activeElement)) choose(at, false); else show(-1); }
    else if (at >= 0) {
      const mine = of(at);
      const bar = document.activeElement.closest(".ticks") || box.querySelector(".ticks");
      const f = mine.find((f) => bar && f.fact_id === bar.dataset.fact) || mine[0];
      if (zhibiao.ticks.press(e.key, f, bar)) e.preventDefault();
    }
  });

  for (const b of document.querySelectorAll("[data-show]")) {
    b.addEventListener("click", () => {
      const on = b.getAttribute("aria-pressed") !== "true";
      b.setAttribute("aria-pressed", String(on));
      if (b.dataset.show === "left") {
        text.classList.toggle("with-left", on);
        for (const e of text.querySelectorAll("[data-why]")) e.tabIndex = on ? 0 : -1;
      }
      else text.classList.toggle("no-" + b.dataset.show, !on);
      light(at);
    });
  }

  function follow() {
    const m = /^#(\d+)-(\d+)$/.exec(location.hash);
    if (!m) return;
    const n = quantities.findIndex((q) => q.Start === Number(m[1]) && q.End === Number(m[2]));
    if (n >= 0) choose(n, true);
  }

  for (const e of document.querySelectorAll("[data-kind]")) e.textContent = name("kind", e.dataset.kind);
  zhibiao.ticks.onChange(() => {
    dress();
    if (at < 0) return;
    const bars = [...box.querySelectorAll(".ticks")];
    const bar = bars.findIndex((e) => e.contains(document.activeElement)), tick = document.activeElement.dataset.tick;
    const top = box.scrollTop;
    show(at);
    box.scrollTop = top;
    if (bar >= 0 && tick) box.querySelectorAll(".ticks")[bar].querySelector('[data-tick="' + tick + '"]').focus();
  });
  zhibiao.onChange(() => { for (const e of document.querySelectorAll("[data-kind]")) e.textContent = name("kind", e.dataset.kind); dress(); show(at); });
  addEventListener("resize", () => light(at));
  addEventListener("hashchange", follow);
  dress();
  show(-1);
  follow();
})();
