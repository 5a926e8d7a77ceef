"use strict";
// The table of all facts. The filters stand in the address, so that a view of
// the facts can be passed on.
(() => {
  const { t, name, el, $, link, number, within } = zhibiao;
  const table = zhibiao.table("facts");
  const c = table.columns;
  const documents = zhibiao.table("documents").all();
  const byDoc = new Map(documents.map((d) => [d.doc_id, d]));
  // docOf is the document of each value of the column doc_id.
  const docOf = c.doc_id.values.map((id) => byDoc.get(id));
  const form = $("filters");
  const fields = ["q", "region", "from", "to", "indicator", "status", "measure", "scope", "confidence", "headline"];
  const order = { by: "", down: false };
  let shown = new Uint32Array(0);
  let sentences = null;

  const doc = (i) => docOf[c.doc_id.cells[i] - 1];
  const fact = (i) => Object.assign(table.row(i), { sentence: sentences ? sentences.columns.sentence.at(i) : null });

  // ---- filters --------------------------------------------------------------
  function values() {
    const out = {};
    for (const f of fields) {
      const e = form.elements[f];
      out[f] = e.type === "checkbox" ? (e.checked ? "1" : "") : e.value.trim();
    }
    return out;
  }

  // passing tells for each value of a column whether it passes: index 0 is null.
  const passing = (column, test) => Uint8Array.from([null, ...column.values], (v) => (test(v) ? 1 : 0));

  // tests are the columns that a filter looks at: [cells, passes by cell].
  function tests(v) {
    const out = [];
    const on = (column, test) => out.push([column.cells, passing(column, test)]);
    const id = (d) => byDoc.get(d) || {};
    if (v.region || v.from || v.to) {
      on(c.doc_id, (d) => within(id(d).region_code, v.region) && (!v.from || id(d).report_year >= Number(v.from)) && (!v.to || id(d).report_year <= Number(v.to)));
    }
    for (const f of ["status", "measure", "scope"]) if (v[f]) on(c[f], (x) => x === v[f]);
    if (v.indicator) {
      const exact = indicatorIDs.get(v.indicator);
      const part = v.indicator.toLowerCase();
      on(c.indicator, (x) => (exact ? x === exact : x !== null && (x.includes(part) || zhibiao.fact.indicator(x).toLowerCase().includes(part))));
    }
    if (v.confidence) on(c.confidence, v.confidence.startsWith("<") ? (x) => x !== null && x < Number(v.confidence.slice(1)) : (x) => x !== null && x >= Number(v.confidence));
    if (v.headline) on(c.headline, (x) => x === true);
    return out;
  }

  // searches are columns of which one must hold the text.
  function searches(q) {
    if (!q) return [];
    const text = q.toLowerCase();
    const has = (v) => v !== null && String(v).toLowerCase().includes(text);
    const columns = [c.subject, c.quote, c.section];
    if (sentences) columns.push(sentences.columns.sentence);
    return columns.map((column) => [column.cells, passing(column, has)]);
  }

  function update() {
    const v = values();
    const all = tests(v), any = searches(v.q);
    const out = new Uint32Array(table.rows);
    let n = 0;
    rows: for (let i = 0; i < table.rows; i++) {
      for (const [cells, pass] of all) if (!pass[cells[i]]) continue rows;
      if (any.length && !any.some(([cells, pass]) => pass[cells[i]])) continue;
      out[n++] = i;
    }
    shown = out.subarray(0, n);
    sort();
    list.set(n);
    list.redraw();
    detail(-1);
    $("count").textContent = t("facts.count", { shown: number(n), all: number(table.rows) }) + (v.q && !sentences ? " · " + t("facts.loading") : "");
    const hash = new URLSearchParams(Object.entries(v).filter(([, x]) => x)).toString();
    $("clear").hidden = !hash;
    if (location.hash.slice(1) !== hash) location.replace("#" + hash);
    if (v.q && !sentences) needSentences().then(update);
  }

  function needSentences() {
    return zhibiao.load("sentences").then((s) => { sentences = s; });
  }

  // ---- order ----------------------------------------------------------------
  // ranks gives each value of a column its place in the order of texts, null
  // first, so that rows are sorted by numbers.
  function ranks(column, textOf) {
    const compare = new Intl.Collator("zh-CN-u-co-pinyin").compare;
    const order = column.values.map((v, k) => [textOf ? textOf(v) : v, k]).sort((a, b) => compare(a[0], b[0]));
    const out = new Uint32Array(column.values.length + 1);
    order.forEach(([, k], n) => { out[k + 1] = n + 1; });
    return (i) => out[column.cells[i]];
  }
  const numbers = (column) => (i) => (column.cells[i] ? column.values[column.cells[i] - 1] : -Infinity);
  const sortKeys = {
    region: () => ranks(c.doc_id, (id) => (byDoc.get(id).region_code || "999999") + byDoc.get(id).report_year + id),
    year: () => (i) => doc(i).report_year || 0,
    name: () => ranks(c.subject),
    value: () => numbers(c.value),
    measure: () => ranks(c.measure),
    period: () => ranks(c.period),
    status: () => ranks(c.status),
    confidence: () => numbers(c.confidence),
  };
  function sort() {
    if (!order.by) return;
    const key = sortKeys[order.by]();
    const keys = Float64Array.from({ length: table.rows }, (_, i) => key(i));
    const sign = order.down ? -1 : 1;
    shown = shown.slice().sort((a, b) => (keys[a] < keys[b] ? -sign : keys[a] > keys[b] ? sign : a - b));
  }

  // ---- rows -----------------------------------------------------------------
  const columns = [["region", "region"], ["year", "year"], ["name", "fact"], ["value", "value"], ["measure", "measure"], ["period", "period"], ["status", "status"], ["confidence", "confidence.short"]];
  const list = zhibiao.list($("list"), {
    head: () => columns.map(([by, label]) => el("button", {
      type: "button", class: "c-" + by, role: "columnheader", "aria-sort": order.by === by ? (order.down ? "descending" : "ascending") : null,
      onclick: () => {
        if (order.by === by && order.down) order.by = "";
        else { order.down = order.by === by; order.by = by; }
        update();
      },
    }, t(label))),
    draw: (k) => {
      const i = shown[k];
      const f = table.row(i), d = doc(i);
      const [sign, value, unit] = zhibiao.fact.value(f);
      const tick = zhibiao.ticks.get(f.fact_id);
      const id = f.indicator && zhibiao.fact.indicator(f.indicator, f.indicator_name);
      return [
        el("span", { class: "c-region", role: "cell" }, d.region || "—"),
        el("span", { class: "c-year", role: "cell" }, d.report_year || "—"),
        el("span", { class: "c-name", role: "cell" }, tick && el("b", { class: "ticked " + tick.tick, title: t("tick.done." + tick.tick) }, { right: "✓", wrong: "✗", mended: "✎" }[tick.tick]), zhibiao.fact.title(f), id && id !== f.subject && el("small", {}, id)),
        el("span", { class: "c-value", role: "cell" }, f.value === null ? el("em", {}, f.quote) : [el("small", {}, sign), el("b", {}, value), el("small", {}, " " + unit)]),
        el("span", { class: "c-measure", role: "cell" }, f.measure === "level" ? "" : zhibiao.fact.measure(f)),
        el("span", { class: "c-period", role: "cell" }, (f.period || "—").replace("/", "–")),
        el("span", { class: "c-status", role: "cell" }, zhibiao.fact.chip(f.status)),
        el("span", { class: "c-confidence", role: "cell" }, f.confidence === null ? "" : f.confidence.toFixed(2)),
      ];
    },
    pick: (k) => detail(k),
    open: (k) => { location.href = where(shown[k]); },
  });
  const where = (i) => link("doc/" + doc(i).page, c.quote_start.at(i) + "-" + c.quote_end.at(i));

  function detail(k) {
    const box = $("detail");
    document.body.classList.toggle("picked", k >= 0);
    if (k < 0) {
      box.replaceChildren(el("p", { class: "hint" }, t("facts.pick")));
      return;
    }
    const i = shown[k];
    const f = fact(i), d = doc(i);
    box.replaceChildren(
      el("p", { class: "steps" }, el("span", {}, t("n.of", { n: number(k + 1), all: number(shown.length) })), el("button", { type: "button", class: "quiet close", "aria-label": t("report.close"), onclick: () => detail(-1) }, "✕")),
      el("p", { class: "from" }, el("b", {}, d.region || ""), " ", d.report_year || "", " ", name("kind", d.kind)),
      el("blockquote", { lang: "zh-CN" }, f.sentence ? zhibiao.fact.sentence(f, f.sentence) : t("facts.loading")),
      zhibiao.fact.card(f, zhibiao.ticks.buttons(f)),
      el("p", {}, el("a", { class: "go", href: where(i) }, t("open"), " →")));
    if (!sentences) needSentences().then(() => { if (list.at() === k) detail(k); });
  }

  // ---- CSV ------------------------------------------------------------------
  // The columns of the facts table in its order, those of the document added.
  const out = ["fact_id", "doc_id", "region_code", "region", "region_level", "kind", "report_year", "section", "chapter", "paragraph", "sentence_no", "origin", "sentence",
    "quote_start", "quote_end", "quote", "value", "value_low", "value_high", "unit", "unit_written", "dimension", "bound", "modifier", "measure", "base", "subject",
    "qualifier", "action", "indicator", "indicator_name", "scope", "headline", "period", "period_start", "period_end", "status", "rule", "confidence"];
  $("save").addEventListener("click", () => needSentences().then(() => {
    const rows = [out];
    for (const i of shown) {
      const f = fact(i), d = doc(i);
      rows.push(out.map((h) => (h in f ? f[h] : d[h])));
    }
    zhibiao.save("facts.csv", zhibiao.csv(rows));
  }));

  // ---- form -----------------------------------------------------------------
  const indicatorIDs = new Map();
  function fill() {
    const some = (column) => [...column.values].sort();
    zhibiao.options(form.elements.region, zhibiao.regionOptions());
    zhibiao.options(form.elements.status, [["", t("all.status")], ...["actual", "estimate", "target"].map((v) => [v, name("status", v)])]);
    zhibiao.options(form.elements.measure, [["", t("all.measures")], ...some(c.measure).map((v) => [v, name("measure", v)])]);
    zhibiao.options(form.elements.scope, [["", t("all.scopes")], ...some(c.scope).map((v) => [v, name("scope", v)])]);
    zhibiao.options(form.elements.confidence, [["", t("all.confidence")], ["0.9", "≥ 0.9"], ["0.8", "≥ 0.8"], ["<0.8", "< 0.8"], ["<0.6", "< 0.6"]]);
    indicatorIDs.clear();
    const names = c.indicator.values.map((id) => {
      const n = zhibiao.fact.indicator(id);
      indicatorIDs.set(n, id);
      indicatorIDs.set(id, id);
      return [id, n];
    });
    $("indicators").replaceChildren(...names.sort((a, b) => a[1].localeCompare(b[1], "zh-CN-u-co-pinyin")).map(([id, n]) => el("option", { value: n, label: id })));
  }
  function read() {
    const query = new URLSearchParams(location.hash.slice(1));
    for (const f of fields) {
      const e = form.elements[f];
      if (e.type === "checkbox") e.checked = query.get(f) === "1";
      else e.value = query.get(f) || "";
    }
  }
  $("fold").addEventListener("click", () => $("fold").setAttribute("aria-expanded", String(form.classList.toggle("open"))));
  let soon;
  form.addEventListener("input", (e) => {
    clearTimeout(soon);
    soon = setTimeout(update, e.target.name === "q" ? 150 : 0);
  });
  form.addEventListener("submit", (e) => { e.preventDefault(); update(); });
  $("clear").addEventListener("click", () => { form.reset(); update(); });
  zhibiao.ticks.onChange(() => { list.redraw(); if (list.at() >= 0) detail(list.at()); });
  zhibiao.onChange(() => { const at = list.at(); fill(); list.redraw(); detail(at); $("count").textContent = t("facts.count", { shown: number(shown.length), all: number(table.rows) }); });
  fill();
  read();
  update();
})();
