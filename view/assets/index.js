"use strict";
// The index: documents by region, year, kind, words.
(() => {
  const { t, name, el, $, link, number, within } = zhibiao;
  const documents = zhibiao.table("documents").all();
  const query = new URLSearchParams(location.hash.slice(1));
  const chosen = { region: query.get("region") || "", year: Number(query.get("year")) || 0, kind: query.get("kind") || "", find: query.get("q") || "", warned: query.get("warned") === "1" };
  const order = { by: "region", down: false };
  let shown = [];

  const facts = (d) => d.actual + d.estimate + d.target;
  const titleOf = (d) => d.title || d.doc_id;
  const keys = {
    region: (d) => (d.region_code || "999999") + String(d.report_year || 0),
    year: (d) => d.report_year || 0,
    title: titleOf,
    kind: (d) => d.kind || "",
    facts,
    chars: (d) => d.chars,
    warnings: (d) => (d.warnings ? d.warnings.split("\n").length : 0),
  };

  // matches tells whether a document passes all filters but one.
  function matches(d, but) {
    return (but === "region" || within(d.region_code, chosen.region))
      && (but === "year" || !chosen.year || d.report_year === chosen.year)
      && (!chosen.kind || d.kind === chosen.kind)
      && (!chosen.warned || d.warnings)
      && (!chosen.find || [d.region, d.title, d.source, d.doc_id].join("\n").toLowerCase().includes(chosen.find.toLowerCase()));
  }

  const list = zhibiao.list($("list"), {
    head: () => [["region", "region"], ["year", "year"], ["title", "title"], ["kind", "kind"], ["facts", "count.facts"], ["warnings", "warnings"]].map(([by, label]) =>
      el("button", {
        type: "button", class: "c-" + by, role: "columnheader", "aria-sort": order.by === by ? (order.down ? "descending" : "ascending") : null,
        onclick: () => { order.down = order.by === by ? !order.down : by === "facts" || by === "warnings"; order.by = by; update(); },
      }, t(label))),
    draw: (i) => {
      const d = shown[i];
      const sum = facts(d);
      const part = (status) => d[status] > 0 && el("i", { class: status, "data-share": d[status] / largest });
      const bar = el("span", { class: "bar3", title: ["actual", "estimate", "target"].map((s) => name("status", s) + " " + d[s]).join("  ") }, part("actual"), part("estimate"), part("target"));
      for (const i of bar.children) i.style.width = 100 * i.dataset.share + "%";
      return [
        el("span", { class: "c-region", role: "cell" }, d.region || t("unknown")),
        el("span", { class: "c-year", role: "cell" }, d.report_year || "—"),
        el("span", { class: "c-title", role: "cell" }, el("a", { href: link("doc/" + d.page) }, titleOf(d))),
        el("span", { class: "c-kind", role: "cell" }, name("kind", d.kind)),
        el("span", { class: "c-facts", role: "cell" }, el("b", {}, number(sum)), bar),
        el("span", { class: "c-warnings", role: "cell", title: zhibiao.said(d, "warnings") }, d.warnings ? [el("span", { class: "flag", "aria-hidden": "true" }, "⚑"), " ", d.warnings.split("\n").length] : ""),
      ];
    },
    open: (i) => { location.href = link("doc/" + shown[i].page); },
  });
  const largest = Math.max(1, ...documents.map(facts));

  function update() {
    shown = documents.filter((d) => matches(d));
    const key = keys[order.by];
    shown.sort((a, b) => {
      const x = key(a), y = key(b);
      const c = typeof x === "number" ? x - y : String(x).localeCompare(String(y), "zh-CN-u-co-pinyin");
      return (order.down ? -c : c) || (a.doc_id < b.doc_id ? -1 : 1);
    });
    list.set(shown.length);
    list.redraw();
    drawTree();
    drawYears();
    $("region").value = chosen.region;
    const years = new Set(shown.map((d) => d.report_year)), regions = new Set(shown.map((d) => d.region_code || d.region));
    $("sum").textContent = documents.length
      ? t("index.sum", { documents: number(shown.length), regions: number(regions.size), years: years.size, facts: number(shown.reduce((n, d) => n + facts(d), 0)) })
      : t("none.documents");
    const on = { region: chosen.region, year: chosen.year || "", kind: chosen.kind, q: chosen.find, warned: chosen.warned ? "1" : "" };
    const hash = new URLSearchParams(Object.entries(on).filter(([, v]) => v)).toString();
    $("clear").hidden = !hash;
    if (location.hash.slice(1) !== hash) location.replace("#" + hash);
  }

  const opened = new Set();
  function drawTree() {
    const pool = documents.filter((d) => matches(d, "region"));
    const counts = new Map();
    for (const d of pool) {
      for (let code = d.region_code; code; code = code === "100000" ? "" : zhibiao.above(code)) {
        if (code !== "100000" || d.region_code === code) counts.set(code, (counts.get(code) || 0) + 1);
      }
    }
    const node = (n) => {
      const here = counts.get(n.code) || 0;
      const button = el("button", { type: "button", role: "treeitem", "aria-selected": String(chosen.region === n.code), onclick: () => { chosen.region = chosen.region === n.code ? "" : n.code; update(); } }, n.name, el("i", {}, here));
      if (!n.children.length) return el("div", { class: "leaf" }, button);
      const open = opened.has(n.code) || within(chosen.region, n.code) && chosen.region !== "";
      return el("details", { open, ontoggle: (e) => { if (e.target.open) opened.add(n.code); else opened.delete(n.code); } }, el("summary", {}, button), n.children.map(node));
    };
    $("tree").replaceChildren(
      el("div", { class: "leaf" }, el("button", { type: "button", role: "treeitem", "aria-selected": String(!chosen.region), onclick: () => { chosen.region = ""; update(); } }, t("all.regions"), el("i", {}, pool.length))),
      ...zhibiao.regionTree().map(node));
  }

  function drawYears() {
    const counts = new Map();
    for (const d of documents) if (d.report_year) counts.set(d.report_year, 0);
    for (const d of documents) if (matches(d, "year") && d.report_year) counts.set(d.report_year, counts.get(d.report_year) + 1);
    const most = Math.max(1, ...counts.values());
    const years = [...counts.keys()].sort();
    $("years").replaceChildren(...years.map((y, i) => {
      const n = counts.get(y);
      const bar = el("i", {});
      bar.style.height = n ? Math.max(8, (100 * n) / most) + "%" : "0";
      const gap = i && y - years[i - 1] > 1;
      return el("button", { type: "button", class: gap ? "gap" : null, "aria-pressed": String(chosen.year === y), title: y + " · " + n, "aria-label": y + ": " + n, onclick: () => { chosen.year = chosen.year === y ? 0 : y; update(); } },
        el("span", { class: "room" }, bar), el("span", { class: "label" }, String(y).slice(2)));
    }));
  }

  function form() {
    zhibiao.options($("region"), zhibiao.regionOptions());
    $("region").value = chosen.region;
    const kinds = [...new Set(documents.map((d) => d.kind).filter(Boolean))].sort();
    zhibiao.options($("kind"), [["", t("all.kinds")], ...kinds.map((k) => [k, name("kind", k)])]);
    $("kind").value = chosen.kind;
    $("find").value = chosen.find;
    $("warned").checked = chosen.warned;
  }
  $("find").addEventListener("input", (e) => { chosen.find = e.target.value.trim(); update(); });
  $("region").addEventListener("change", (e) => { chosen.region = e.target.value; update(); });
  $("kind").addEventListener("change", (e) => { chosen.kind = e.target.value; update(); });
  $("warned").addEventListener("change", (e) => { chosen.warned = e.target.checked; update(); });
  $("clear").addEventListener("click", () => { Object.assign(chosen, { region: "", year: 0, kind: "", find: "", warned: false }); form(); update(); });
  zhibiao.onChange(() => { form(); update(); });
  form();
  update();
  $("years").scrollLeft = $("years").scrollWidth; // the newest, where not all fit
})();
