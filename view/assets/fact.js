"use strict";
// How a fact is shown: its value as people read it, its name, all of it.
zhibiao.fact = (() => {
  const { t, name, el } = zhibiao;
  const scales = {
    万亿: 1e12, 千亿: 1e11, 百亿: 1e10, 十亿: 1e9, 亿: 1e8, 千万: 1e7, 百万: 1e6, 十万: 1e5, 万: 1e4, 千: 1e3, 百: 1e2,
  };

  // plain writes a number with its thousands apart and without binary dust.
  function plain(x) {
    return Number(Number(x).toPrecision(12)).toLocaleString("en-US", { maximumFractionDigits: 6 }).replace("-", "−");
  }

  // scale is how a fact's number is read: [factor, unit]. That is as it was
  // written, 亿元; where it was written in characters, 八千一百九十九万吨, the scale
  // is in the number, and the largest that leaves few digits is taken.
  function scale(f) {
    const unit = f.unit || "", written = (f.unit_written || "").replace("億", "亿").replace("萬", "万");
    const factor = unit && written.endsWith(unit) && scales[written.slice(0, written.length - unit.length)];
    if (factor) return [factor, written];
    if (/[0-9０-９]/.test(f.quote)) return [1, unit];
    const few = ["亿", "万"].find((s) => Math.abs(f.value) >= scales[s] && Number((f.value / scales[s]).toFixed(2)) === f.value / scales[s]);
    return few ? [scales[few], few + unit] : [1, unit];
  }

  const signs = { ge: "≥ ", le: "≤ ", approx: "≈ " };

  // value is [sign, number, unit].
  function value(f) {
    if (f.value === null) return ["", "", ""];
    if (f.measure === "rank") return ["", f.quote, ""];
    const [factor, unit] = scale(f);
    const signed = (x) => ((f.measure === "growth" || f.measure === "change") && x > 0 ? "+" : "") + plain(x / factor);
    const range = f.bound === "range" && f.value_low !== null && f.value_high !== null;
    return [signs[f.bound] || "", range ? signed(f.value_low) + " – " + signed(f.value_high) : signed(f.value), unit];
  }
  const valueText = (f) => (f.value === null ? f.quote : value(f).join("").trim());

  // indicator is the indicator's name, in English where there is one.
  let names;
  function indicator(id, fallback) {
    if (!id) return "";
    if (!names) {
      names = new Map();
      const table = zhibiao.table("indicators");
      if (table) for (const r of table.all()) names.set(r.id, r);
    }
    const r = names.get(id);
    if (zhibiao.english()) return (r && r.english) || fallback || id;
    return (r && r.name) || fallback || id;
  }
  const title = (f) => f.subject || indicator(f.indicator, f.indicator_name) || "—";

  // measure says what kind of figure it is: 增速, 同比.
  function measure(f) {
    return [name("measure", f.measure), name("base", f.base)].filter(Boolean).join(" · ");
  }

  const chip = (status) => el("span", { class: "chip " + status }, name("status", status));

  function meter(confidence) {
    if (confidence === null) return "—";
    const n = Math.round(confidence * 10);
    return el("span", { class: "meter" + (confidence < 0.8 ? " low" : "") },
      el("span", { class: "bars", "aria-hidden": "true" }, "▮".repeat(n), el("i", {}, "▮".repeat(10 - n))), confidence.toFixed(2));
  }

  // find is the row of a fact in a table, undefined where it is not there.
  const places = new Map();
  function find(table, id) {
    if (!places.has(table)) {
      const rows = new Map();
      for (let i = 0; i < table.rows; i++) rows.set(table.columns.fact_id.at(i), i);
      places.set(table, rows);
    }
    return places.get(table).get(id);
  }

  // card shows all of a fact, with the buttons that tick it.
  function card(f, ticks) {
    const [sign, number, unit] = value(f);
    const rows = [
      ["indicator", f.indicator && [indicator(f.indicator, f.indicator_name), " ", el("code", {}, f.indicator)]],
      ["subject", f.subject],
      ["quote", el("q", {}, f.quote)],
      ["qualifier", f.qualifier], ["action", f.action], ["modifier", f.modifier],
      ["measure", measure(f)],
      ["bound", f.bound !== "eq" && name("bound", f.bound)],
      ["period", f.period && [f.period.replace("/", " – "), f.period_start && f.period.length > 4 && el("small", {}, " " + f.period_start + " – " + f.period_end)]],
      ["scope", name("scope", f.scope)],
      ["chapter", [name("chapter", f.chapter), f.section && el("small", {}, " " + f.section)]],
      ["origin", f.origin === "table" && name("origin", f.origin)],
      ["confidence", meter(f.confidence)],
      ["rule", f.rule && el("span", { class: "rules" }, f.rule.split(",").flatMap((r, i) => (i ? [" → ", el("code", {}, r)] : [el("code", {}, r)])))],
      ["fact_id", el("code", { class: "id" }, f.fact_id)],
    ];
    return el("div", { class: "card " + f.status },
      el("p", { class: "kind" }, chip(f.status), f.headline && el("span", { class: "mark" }, t("headline.yes")), el("span", { class: "what" }, measure(f))),
      el("p", { class: "value" + (f.value === null ? " words" : "") }, f.value === null ? f.quote : [el("small", {}, sign), number, el("small", {}, unit && " " + unit)]),
      el("p", { class: "name" }, title(f)),
      ticks,
      el("dl", {}, rows.filter((r) => r[1] && r[1].length !== 0).map(([key, content]) =>
        el("div", {}, el("dt", {}, key === "fact_id" ? key : t(key)), el("dd", {}, content)))));
  }

  // sentence shows a fact's sentence with its quote and subject marked. The
  // quote's place in it is looked up, since the row holds its place in the text.
  function sentence(f, text) {
    if (!text) return "";
    const at = text.indexOf(f.quote);
    if (at < 0) return text;
    const out = [];
    const before = text.slice(0, at);
    const s = f.subject ? before.lastIndexOf(f.subject) : -1;
    if (s >= 0) out.push(before.slice(0, s), el("span", { class: "s" }, f.subject), before.slice(s + f.subject.length));
    else out.push(before);
    out.push(el("span", { class: "q " + f.status }, f.quote), text.slice(at + f.quote.length));
    return out;
  }

  return { value, valueText, title, measure, indicator, chip, meter, card, find, sentence, plain, scales };
})();
