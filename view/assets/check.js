"use strict";
// What a person should look at: facts of low confidence, breaks in series,
// warnings, inputs that were not read. Ticks are kept by ticks.js.
(() => {
  const { t, name, said, el, $, link, number, within, options } = zhibiao;
  const facts = zhibiao.table("facts"), sentences = zhibiao.table("sentences");
  const documents = zhibiao.table("documents").all();
  const byDoc = new Map(documents.map((d) => [d.doc_id, d]));
  const goals = zhibiao.table("goals").all();
  const form = $("filters");
  const page = 30;
  let tab = "facts", items = [], drawn = 0, at = -1;

  // ---- breaks -----------------------------------------------------------------
  // breaks finds, for each series of results, what jumps more than threefold,
  // what has a hole though the report that should fill it is there, and goals
  // whose results are in another unit.
  function breaks() {
    const reports = new Map();
    for (const d of documents) if (d.kind === "work_report") reports.set((d.region_code || d.region) + "|" + d.report_year, d);
    const series = new Map();
    for (const r of goals) {
      const key = [r.region_code || r.region, r.indicator, r.measure].join("|");
      if (!series.has(key)) series.set(key, []);
      series.get(key).push(r);
    }
    const out = [];
    for (const rows of series.values()) {
      rows.sort((a, b) => a.year - b.year);
      const results = rows.filter((r) => r.actual !== null);
      for (let i = 1; i < results.length; i++) {
        const a = results[i - 1], b = results[i];
        const years = b.year - a.year;
        const year = a.year + 1;
        const report = years === 2 && reports.get((b.region_code || b.region) + "|" + (year + 1));
        if (report) out.push({ row: { ...b, year }, ids: [], report, text: () => t("break.gap", { year }), weak: true });
        const q = b.actual / a.actual;
        if (years === 1 && a.measure === "level" && a.unit === b.unit && a.actual > 0 && b.actual > 0 && (q > 3 || q < 1 / 3)) {
          out.push({ row: b, ids: [a.actual_fact_id, b.actual_fact_id], text: () => t("break.jump", { year: a.year, times: zhibiao.fact.plain(Number(q.toPrecision(3))) }) });
        }
      }
      for (const a of rows) for (const b of rows) {
        if (a.year === b.year && a.target !== null && a.actual === null && b.target === null && b.actual !== null) {
          out.push({ row: a, ids: [a.target_fact_id, b.actual_fact_id], text: () => t("break.unit", { a: a.unit || "—", b: b.unit || "—" }) });
        }
      }
    }
    return out.sort((a, b) => Boolean(a.weak) - Boolean(b.weak));
  }

  const found = { facts: null, breaks: breaks(), warnings: documents.filter((d) => d.warnings), rejected: zhibiao.table("rejected").all() };
  const rowOf = { get: (id) => zhibiao.fact.find(facts, id), has: (id) => zhibiao.fact.find(facts, id) !== undefined };
  const factAt = (i) => Object.assign(facts.row(i), { sentence: sentences.columns.sentence.at(i) });

  // ---- choice -----------------------------------------------------------------
  function chosen() {
    const region = form.elements.region.value, state = form.elements.state.value;
    const here = (d) => !region || within(d && d.region_code, region);
    const done = (ids) => ids.length > 0 && ids.every((id) => zhibiao.ticks.get(id));
    const right = (ids) => !state || (state === "done") === done(ids);
    if (tab === "rejected") return found.rejected;
    if (tab === "warnings") return found.warnings.filter(here);
    if (tab === "breaks") return found.breaks.filter((b) => here(b.row) && right(b.ids.filter(Boolean)));
    const below = Number(form.elements.below.value);
    const c = facts.columns;
    const low = Uint8Array.from([null, ...c.confidence.values], (v) => (v !== null && v < below ? 1 : 0));
    const place = Uint8Array.from([null, ...c.doc_id.values], (id) => (here(byDoc.get(id)) ? 1 : 0));
    const out = [];
    for (let i = 0; i < facts.rows; i++) {
      if (low[c.confidence.cells[i]] && place[c.doc_id.cells[i]] && right([c.fact_id.at(i)])) out.push(i);
    }
    return out.sort((a, b) => c.confidence.at(a) - c.confidence.at(b) || a - b);
  }

  // ---- cards ------------------------------------------------------------------
  function from(d, f) {
    return el("p", { class: "from" }, el("b", {}, d.region || ""), " ", d.report_year || "", " ", name("kind", d.kind), " ",
      el("a", { class: "go", href: link("doc/" + d.page, f && f.quote_start + "-" + f.quote_end) }, t("open")));
  }
  function one(f) {
    const d = byDoc.get(f.doc_id) || {};
    return el("div", { class: "one", "data-fact": f.fact_id },
      el("div", { class: "said" }, from(d, f), el("blockquote", { lang: "zh-CN" }, zhibiao.fact.sentence(f, f.sentence))),
      el("div", { class: "read" },
        el("p", { class: "kind" }, zhibiao.fact.chip(f.status), el("span", { class: "what" }, zhibiao.fact.measure(f)), zhibiao.fact.meter(f.confidence)),
        el("p", { class: "value" }, f.value === null ? el("em", {}, t("quote")) : zhibiao.fact.valueText(f)),
        el("p", { class: "name" }, zhibiao.fact.title(f), f.indicator && zhibiao.fact.indicator(f.indicator, f.indicator_name) !== f.subject && el("small", {}, zhibiao.fact.indicator(f.indicator, f.indicator_name))),
        el("p", { class: "more" }, [f.period && f.period.replace("/", "–"), name("scope", f.scope), f.qualifier, f.action].filter(Boolean).join(" · ")),
        zhibiao.ticks.buttons(f)));
  }
  function card(item) {
    if (tab === "facts") return el("section", { class: "item" }, one(factAt(item)));
    if (tab === "warnings") return el("section", { class: "item" }, from(item), el("ul", { class: "warnings" }, said(item, "warnings").split("\n").map((w) => el("li", {}, w))));
    if (tab === "rejected") return el("section", { class: "item" }, el("h2", { class: "path" }, item.source), el("p", { class: "reason" }, said(item, "reason")), item.remedy && el("p", { class: "from" }, t("remedy"), " ", said(item, "remedy")));
    const r = item.row;
    return el("section", { class: "item" },
      el("h2", {}, (r.region || "") + " " + r.year + " · " + zhibiao.fact.indicator(r.indicator, r.indicator_name) + (r.measure === "level" ? "" : " · " + name("measure", r.measure))),
      el("p", { class: "reason" }, item.text(), " ",
        item.report && [el("a", { class: "go", href: link("doc/" + item.report.page) }, item.report.region + " " + item.report.report_year + " " + name("kind", item.report.kind)), " "], el("a", { class: "go", href: link("charts.html", new URLSearchParams({ tab: "goals", region: r.region_code || r.region, indicator: [r.indicator, r.measure, r.unit || ""].join("|") })) }, t("charts"))),
      item.ids.filter((id) => rowOf.has(id)).map((id) => one(factAt(rowOf.get(id)))));
  }

  function more() {
    const next = items.slice(drawn, drawn + page);
    $("list").append(...next.map(card));
    drawn += next.length;
    $("more").hidden = drawn >= items.length;
  }
  function update() {
    form.elements.below.hidden = tab !== "facts";
    form.elements.state.hidden = tab === "warnings" || tab === "rejected";
    form.elements.region.hidden = tab === "rejected";
    items = chosen();
    drawn = 0;
    at = -1;
    $("list").replaceChildren();
    if (!items.length) $("list").append(el("p", { class: "empty" }, t("empty")));
    more();
    progress();
  }
  function progress() {
    const done = tab === "facts" ? items.filter((i) => zhibiao.ticks.get(facts.columns.fact_id.at(i))).length : tab === "breaks" ? items.filter((b) => b.ids.length && b.ids.every((id) => zhibiao.ticks.get(id))).length : 0;
    $("progress").textContent = t("check.progress", { shown: number(items.length), done: number(done), ticks: number(zhibiao.ticks.ids().length) });
    $("tabs").replaceChildren(...["facts", "breaks", "warnings", "rejected"].map((k) => el("button", { type: "button", role: "tab", "aria-selected": String(k === tab), onclick: () => { tab = k; update(); } },
      t("check." + k), k === "facts" ? "" : el("i", {}, found[k].length))));
    zhibiao.toTab($("tabs"));
  }

  // ticked redraws the one fact that was ticked, so that the list stays put.
  function ticked() {
    for (const e of document.querySelectorAll(".one[data-fact]")) {
      const i = rowOf.get(e.dataset.fact);
      const ticks = e.querySelector(".ticks");
      const focused = ticks.contains(document.activeElement) && document.activeElement.dataset.tick;
      const fresh = zhibiao.ticks.buttons(factAt(i));
      e.classList.toggle("done", Boolean(zhibiao.ticks.get(e.dataset.fact)));
      ticks.replaceWith(fresh);
      if (focused) fresh.querySelector('[data-tick="' + focused + '"]').focus();
    }
    progress();
  }

  // ---- keyboard -----------------------------------------------------------------
  function move(by) {
    const all = [...document.querySelectorAll(tab === "warnings" || tab === "rejected" ? ".item" : ".one")];
    if (at + by >= all.length && !$("more").hidden) { more(); return move(by); }
    const next = Math.max(0, Math.min(all.length - 1, at + by));
    if (!all[next]) return;
    for (const e of all) e.classList.remove("on");
    at = next;
    all[at].classList.add("on");
    all[at].scrollIntoView({ block: "center" });
  }
  document.addEventListener("keydown", (e) => {
    if (e.target.closest("input, select, textarea") || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === "j") move(1);
    else if (e.key === "k") move(-1);
    else {
      const on = document.querySelector(".one.on");
      if (!on) return;
      if (e.key === "Enter" && !e.target.closest("a, button")) { e.preventDefault(); location.href = on.querySelector("a.go").href; return; }
      if (zhibiao.ticks.press(e.key, factAt(rowOf.get(on.dataset.fact)), on.querySelector(".ticks"))) e.preventDefault();
    }
  });

  // ---- form -----------------------------------------------------------------------
  function fill() {
    options(form.elements.region, zhibiao.regionOptions());
    options(form.elements.below, [0.6, 0.7, 0.8, 0.9, 0.95].map((n) => [String(n), t("check.below", { n })]));
    options(form.elements.state, [["", t("all.states")], ["open", t("check.open")], ["done", t("check.done")]]);
  }
  fill();
  form.elements.below.value = "0.8";
  $("who").value = zhibiao.ticks.who();
  $("who").addEventListener("input", (e) => zhibiao.ticks.setWho(e.target.value.trim()));
  form.addEventListener("change", (e) => { if (e.target.tagName === "SELECT") update(); });
  form.addEventListener("submit", (e) => e.preventDefault());
  $("more").addEventListener("click", more);
  $("save").addEventListener("click", () => zhibiao.save("corrections.csv", zhibiao.ticks.csv()));
  $("load").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", async (e) => {
    const n = zhibiao.ticks.load(zhibiao.ticks.decode(await e.target.files[0].arrayBuffer()));
    e.target.value = "";
    update();
    const lost = zhibiao.ticks.ids().filter((id) => !rowOf.has(id)).length;
    $("progress").textContent = n < 0 ? t("check.bad") : t("check.loaded", { n }) + (lost ? "；" + t("check.lost", { n: lost }) : "");
  });
  zhibiao.ticks.onChange(ticked);
  zhibiao.onChange(() => { fill(); update(); });
  update();
})();
