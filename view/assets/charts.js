"use strict";
// The charts page: choose what to draw, draw it, save it. What is chosen stands
// in the address.
(() => {
  const { t, name, el, $, link, options } = zhibiao;
  const goals = zhibiao.table("goals").all();
  const terms = zhibiao.table("terms").all();
  const documents = new Map(zhibiao.table("documents").all().map((d) => [d.doc_id, d]));
  const controls = $("controls");
  const state = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  const tabs = ["goals", "regions", "spread", "met", "terms"];
  let chart, drawn = { rows: [], head: [] };

  // Goals by indicator, measure and unit.
  const keyOf = (r) => [r.indicator, r.measure, r.unit || ""].join("|");
  const regionOf = (r) => r.region_code || r.region || "";
  const series = new Map();
  for (const r of goals) {
    const key = keyOf(r);
    if (!series.has(key)) series.set(key, []);
    series.get(key).push(r);
  }
  const text = (key) => {
    const [indicator, measure, unit] = key.split("|");
    const known = series.get(key)[0];
    return zhibiao.fact.indicator(indicator, known.indicator_name) + (measure === "level" ? "" : " · " + name("measure", measure)) + (unit ? "（" + unit + "）" : "");
  };
  // choices are the series of which some rows pass, those with most rows first.
  function choices(test) {
    const out = [];
    for (const [key, rows] of series) {
      const n = rows.filter(test).length;
      if (n) out.push([key, n]);
    }
    return out.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);
  }
  const group = (list, key) => list.reduce((m, r) => { const k = key(r); if (!m.has(k)) m.set(k, []); m.get(k).push(r); return m; }, new Map());
  const regionNames = new Map(goals.map((r) => [regionOf(r), r.region || r.region_code]));
  const sortedRegions = () => [...regionNames.keys()].sort();

  // pick keeps the state's choice where it is one of the list, else takes first.
  function pick(field, list, first) {
    if (!list.includes(state[field])) state[field] = first !== undefined && list.includes(first) ? first : list[0];
    return state[field];
  }
  const select = (field, list, label) => el("label", {}, el("span", {}, label), el("select", {
    name: field, onchange: (e) => { state[field] = e.target.value; update(); },
  }, list.map(([value, text]) => el("option", { value, selected: value === state[field] }, text))));

  // tokens are what is drawn, each to be taken away, and a list to add from.
  function tokens(field, all, first, textOf) {
    let chosen = (state[field] || "").split(",").filter((v) => all.includes(v));
    if (!chosen.length) chosen = all.slice(0, first);
    state[field] = chosen.join(",");
    const choose = (list) => { state[field] = list.join(","); update(); };
    const rest = all.filter((v) => !chosen.includes(v));
    const box = el("span", { class: "chosen" },
      chosen.map((v) => el("button", { type: "button", class: "token", onclick: () => choose(chosen.filter((c) => c !== v)) }, textOf(v), el("span", { "aria-hidden": "true" }, " ×"))),
      rest.length ? el("select", { "aria-label": t("charts.add"), onchange: (e) => choose([...chosen, e.target.value]) }, el("option", { value: "" }, t("charts.add") + "…"), rest.map((v) => el("option", { value: v }, textOf(v)))) : null);
    return [chosen, box];
  }

  const both = (r) => r.target !== null && r.actual !== null;
  const narrow = () => innerWidth < 700;

  // Each chart: its controls, its option, its rows as a table, its height, the width
  // that it needs at least; null where there is nothing to draw.
  const charts = {
    goals() {
      const regions = sortedRegions();
      const most = [...group(goals.filter(both), regionOf)].sort((a, b) => b[1].length - a[1].length)[0];
      const region = pick("region", regions, most && most[0]);
      const keys = choices((r) => regionOf(r) === region);
      const key = pick("indicator", keys, "gdp|growth|%");
      const rows = series.get(key).filter((r) => regionOf(r) === region).sort((a, b) => a.year - b.year);
      return {
        controls: [select("region", regions.map((r) => [r, regionNames.get(r)]), t("region")), select("indicator", keys.map((k) => [k, text(k)]), t("indicator"))],
        title: regionNames.get(region) + " · " + text(key), note: "charts.note.goals",
        option: zhibiao.draw.goals(rows, rows[0].unit, narrow()), rows, least: zhibiao.draw.room(rows), key: ["goal", "result"],
      };
    },
    regions() {
      const sides = ["actual", "target"].filter((s) => goals.some((r) => r[s] !== null));
      const side = pick("side", sides);
      const keys = choices((r) => r[side] !== null);
      const key = pick("indicator", keys, "gdp|growth|%");
      const found = group(series.get(key).filter((r) => r[side] !== null), regionOf);
      const most = [...found].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1)).map(([r]) => r);
      const [chosen, box] = tokens("regions", most, 5, (r) => regionNames.get(r));
      const rows = chosen.flatMap((r) => found.get(r)).sort((a, b) => a.year - b.year);
      return {
        controls: [
          select("indicator", keys.map((k) => [k, text(k)]), t("indicator")),
          select("side", sides.map((s) => [s, t(s === "actual" ? "charts.result" : "charts.goal")]), t("charts.side")),
          box,
        ],
        title: text(key) + " · " + t(side === "actual" ? "charts.result" : "charts.goal"), note: "charts.note.regions",
        option: zhibiao.draw.lines(chosen.map((r) => ({ name: regionNames.get(r), points: found.get(r).map((row) => ({ year: row.year, value: row[side], row, hollow: side === "actual" && row.actual_status === "estimate" })) })), series.get(key)[0].unit, narrow()),
        rows, least: zhibiao.draw.room(rows),
      };
    },
    spread() {
      const goal = goals.filter((r) => r.target !== null && r.region_level);
      if (!goal.length) return null;
      const levels = [...group(goal, (r) => r.region_level).keys()].sort((a, b) => ["province", "prefecture", "county", "township", "national"].indexOf(a) - ["province", "prefecture", "county", "township", "national"].indexOf(b));
      const l = pick("level", levels, "province");
      const keys = choices((r) => r.target !== null && r.region_level === l);
      const key = pick("indicator", keys, "gdp|growth|%");
      const byYear = group(series.get(key).filter((r) => r.target !== null && r.region_level === l), (r) => String(r.year));
      const list = [...byYear.keys()].sort().reverse();
      const fullest = list.reduce((a, b) => (byYear.get(b).length > byYear.get(a).length ? b : a), list[0]);
      const rows = byYear.get(pick("year", list, fullest));
      return {
        controls: [select("level", levels.map((v) => [v, name("level", v)]), t("level")), select("indicator", keys.map((k) => [k, text(k)]), t("indicator")), select("year", list.map((y) => [y, y + "（" + byYear.get(y).length + "）"]), t("year"))],
        title: state.year + " · " + text(key), note: "charts.note.spread",
        option: zhibiao.draw.spread(rows, rows[0].unit, narrow()), rows, height: Math.max(260, rows.length * 26 + 70), key: ["goal"],
      };
    },
    met() {
      const layout = pick("layout", ["indicator", "region"]);
      const list = [["indicator", t("charts.by.indicator")], ["region", t("charts.by.region")]];
      const known = (r) => r.target !== null;
      if (!goals.some(known)) return null;
      // decided keeps the rows of which some year has a verdict, if any has.
      const decided = (all, key) => {
        const some = new Set(all.filter((r) => r.met !== null).map(key));
        return some.size ? all.filter((r) => some.has(key(r))) : all;
      };
      let rows, nameOf, title, own;
      if (layout === "indicator") {
        const keys = choices(known);
        const key = pick("indicator", keys, "gdp|growth|%");
        rows = decided(series.get(key).filter(known), regionOf).sort((a, b) => (regionOf(a) < regionOf(b) ? -1 : regionOf(a) > regionOf(b) ? 1 : a.year - b.year));
        nameOf = (r) => r.region || r.region_code;
        title = text(key);
        own = select("indicator", keys.map((k) => [k, text(k)]), t("indicator"));
      } else {
        const regions = [...group(goals.filter(known), regionOf).keys()].sort();
        const most = [...group(goals.filter(both), regionOf)].sort((a, b) => b[1].length - a[1].length)[0];
        const region = pick("region", regions, most && most[0]);
        rows = decided(goals.filter((r) => known(r) && regionOf(r) === region), keyOf);
        const order = new Map([...group(rows, keyOf)].sort((a, b) => b[1].length - a[1].length).map(([k], i) => [k, i]));
        rows = rows.filter((r) => order.get(keyOf(r)) < 40).sort((a, b) => order.get(keyOf(a)) - order.get(keyOf(b)) || a.year - b.year);
        nameOf = (r) => text(keyOf(r));
        title = regionNames.get(region);
        own = select("region", regions.map((r) => [r, regionNames.get(r)]), t("region"));
      }
      // A phone has room for so many years only.
      const last = Math.max(...rows.map((r) => r.year));
      if (narrow()) rows = rows.filter((r) => r.year > last - 9);
      const count = (v) => rows.filter((r) => r.met === v).length;
      return {
        controls: [select("layout", list, t("charts.layout")), own], title, note: "charts.note.met", rows,
        option: zhibiao.draw.met(rows, nameOf, (r) => r.unit, narrow()), height: new Set(rows.map(nameOf)).size * 28 + 60,
        wide: (Math.max(...rows.map((r) => r.year)) - Math.min(...rows.map((r) => r.year)) + 1) * 90 + 260,
        key: [["✓ " + t("met"), count(true)], ["✗ " + t("missed"), count(false)], ["· " + t("unsure"), count(null)]],
      };
    },
    terms() {
      const groups = [...group(terms, (r) => r.group).keys()];
      const g = pick("group", groups);
      const inGroup = terms.filter((r) => r.group === g);
      const regions = ["", ...new Set(terms.map((r) => (documents.get(r.doc_id) || {}).region_code).filter(Boolean))].sort();
      const region = pick("region", regions, "");
      const here = inGroup.filter((r) => { const d = documents.get(r.doc_id); return d && d.report_year && (!region || d.region_code === region); });
      // Each report has a row of the group: a term that has none is not used.
      const reports = group(here.filter((r) => r.term === null), (r) => documents.get(r.doc_id).report_year);
      const total = [...group(here, (r) => r.term || "")].map(([k, rows]) => [k, rows.reduce((n, r) => n + r.count, 0)]).sort((a, b) => b[1] - a[1]);
      const termOf = (term) => term || t("group.sum");
      const [terms5, box] = tokens("terms", total.map(([k]) => k).filter(Boolean), 5, termOf);
      const chosen = ["", ...terms5];
      const rows = [];
      const lines = chosen.map((term) => {
        const byYear = group(here.filter((r) => (r.term || "") === term), (r) => documents.get(r.doc_id).report_year);
        const points = [...reports].sort((a, b) => a[0] - b[0]).map(([year, all]) => {
          const list = byYear.get(year) || [];
          const row = { group: g, term: termOf(term), year, reports: all.length, count: list.reduce((n, r) => n + r.count, 0), per_10k_chars: list.reduce((n, r) => n + r.per_10k_chars, 0) / all.length };
          rows.push(row);
          return { year, value: row.per_10k_chars, row };
        });
        return { name: termOf(term), points, main: !term };
      }).filter((s) => s.points.length);
      return {
        controls: [select("group", groups.map((v) => [v, v]), t("group")), select("region", regions.map((r) => [r, r ? regionNames.get(r) || ([...documents.values()].find((d) => d.region_code === r) || {}).region || r : t("all.regions")]), t("region")), box],
        title: g + (region ? " · " + (regionNames.get(region) || region) : ""), note: "charts.note.terms",
        option: zhibiao.draw.lines(lines, t("unit.per10k"), narrow()), rows, least: zhibiao.draw.room(rows),
      };
    },
  };

  const columns = ["region_code", "region", "region_level", "indicator", "measure", "year", "unit", "target", "target_low", "target_high", "target_bound", "actual", "actual_low", "actual_high", "actual_bound", "actual_status", "met", "target_fact_id", "actual_fact_id"];

  function update() {
    const tab = tabs.includes(state.tab) ? state.tab : "goals";
    $("tabs").replaceChildren(...tabs.filter((k) => k !== "terms" || terms.length).map((k) => el("button", { type: "button", role: "tab", "aria-selected": String(k === tab), onclick: () => { state.tab = k; update(); } }, t("charts." + k))));
    zhibiao.toTab($("tabs"));
    $("source").replaceChildren();
    const c = (tab === "terms" ? terms : goals).length ? charts[tab]() : null;
    $("chart").hidden = !c;
    for (const id of ["png", "csv"]) $(id).disabled = !c;
    if (!c) {
      controls.replaceChildren();
      $("title").textContent = t("charts." + tab);
      $("note").textContent = t(tab === "terms" ? "charts.none.terms" : "charts.none");
      for (const id of ["key", "numbers"]) $(id).replaceChildren();
      return;
    }
    controls.replaceChildren(...c.controls.filter(Boolean));
    $("title").textContent = c.title;
    $("note").textContent = t(c.note);
    $("key").replaceChildren(...(c.key || []).map((k) => (Array.isArray(k) ? el("span", {}, k[0], " ", el("b", {}, k[1])) : el("span", { class: "k-" + k }, t("charts." + k)))));
    $("chart").style.height = c.height ? c.height + "px" : "";
    $("chart").style.maxWidth = c.wide ? c.wide + "px" : "";
    $("chart").style.minWidth = c.least ? c.least + "px" : "";
    $("chart").setAttribute("aria-label", c.title);
    if (!chart) {
      chart = echarts.init($("chart"), null, { renderer: "canvas" });
      chart.on("click", (p) => source(p.data && p.data.row));
      new ResizeObserver(() => chart.resize()).observe($("chart"));
    }
    chart.resize();
    chart.setOption(c.option, { notMerge: true });
    $("chart").parentElement.scrollLeft = c.least || 0; // to the latest years
    drawn = { name: tab + "_" + c.title.replace(/[^\p{L}\p{N}]+/gu, "_"), head: tab === "terms" ? ["group", "term", "year", "reports", "count", "per_10k_chars"] : columns, rows: c.rows };
    if (tab !== "terms") $("source").replaceChildren(el("p", { class: "hint" }, t("charts.pick")));
    numbers();
    const hash = new URLSearchParams(Object.entries({ ...state, tab }).filter(([, v]) => v)).toString();
    if (location.hash.slice(1) !== hash) location.replace("#" + hash);
  }

  function numbers() {
    const few = drawn.head.filter((h) => !/_fact_id$|region_code|region_level|_low$|_high$/.test(h));
    const cell = (r, h) => (r[h] === null || r[h] === undefined ? "" : h === "indicator" ? zhibiao.fact.indicator(r[h]) : typeof r[h] === "number" && h !== "year" ? zhibiao.fact.plain(r[h]) : h === "met" ? (r[h] ? "✓" : "✗") : h === "measure" ? name("measure", r[h]) : h.endsWith("_bound") ? name("bound", r[h]) : h.endsWith("_status") ? name("status", r[h]) : String(r[h]));
    const label = { target: t("charts.goal"), actual: t("charts.result"), target_bound: t("bound"), actual_bound: t("bound"), actual_status: t("status"), met: t("met") };
    $("numbers").replaceChildren(el("table", {}, el("thead", {}, el("tr", {}, few.map((h) => el("th", {}, label[h] || t(h))))), el("tbody", {}, drawn.rows.slice(0, 500).map((r) => el("tr", {}, few.map((h) => el("td", { class: typeof r[h] === "number" ? "n" : null }, cell(r, h))))))));
  }

  // source shows the sentences that a point comes from.
  async function source(row) {
    if (!row || !row.indicator) return;
    const [facts, sentences] = await Promise.all([zhibiao.load("facts"), zhibiao.load("sentences")]);
    const part = (id, label) => {
      const i = zhibiao.fact.find(facts, id);
      if (i === undefined) return null;
      const f = facts.row(i), d = documents.get(f.doc_id) || {};
      return el("div", {}, el("h3", {}, zhibiao.fact.chip(f.status), " ", label, " ", el("b", {}, zhibiao.fact.valueText(f))),
        el("blockquote", { lang: "zh-CN" }, zhibiao.fact.sentence(f, sentences.columns.sentence.at(i))),
        el("p", {}, el("a", { class: "go", href: link("doc/" + d.page, f.quote_start + "-" + f.quote_end) }, (d.region || "") + " " + (d.report_year || "") + " " + name("kind", d.kind) + " →")));
    };
    const found = [part(row.target_fact_id, t("charts.goal")), part(row.actual_fact_id, t("charts.result"))].filter(Boolean);
    $("source").replaceChildren(el("h2", {}, (row.region || "") + " " + row.year + " · " + text(keyOf(row))), el("div", { class: "pairs" }, found));
  }

  $("png").addEventListener("click", () => {
    zhibiao.save(drawn.name + ".png", chart.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: getComputedStyle(document.documentElement).getPropertyValue("--paper").trim() }));
  });
  $("csv").addEventListener("click", () => zhibiao.save(drawn.name + ".csv", zhibiao.csv([drawn.head, ...drawn.rows.map((r) => drawn.head.map((h) => r[h]))])));
  controls.addEventListener("submit", (e) => e.preventDefault());
  zhibiao.onChange(update);
  let wide = !narrow();
  addEventListener("resize", () => { if (wide === narrow()) { wide = !narrow(); update(); } });
  update();
})();
