"use strict";
// Ticks: what a person found right, wrong or mended, kept in the browser and
// saved as corrections.csv (fact_id, quote, column, value, note, who):
//   right   column confidence, value 1
//   wrong   column fact, value empty: removes the fact
//   mended  a line for each column that changed
zhibiao.ticks = (() => {
  const { t, name, el, keep } = zhibiao;
  const header = ["fact_id", "quote", "column", "value", "note", "who"];
  const root = new URL(document.documentElement.dataset.root || ".", location.href);
  const key = "ticks." + root.pathname;
  const columns = {
    value: "number", value_low: "number", value_high: "number", unit: "text",
    bound: ["eq", "approx", "ge", "le", "range"],
    measure: ["level", "growth", "change", "multiple", "rank"],
    base: ["", "yoy", "mom", "annual_avg", "other"],
    subject: "text", indicator: "text", period: "text",
    status: ["actual", "estimate", "target"],
    scope: ["whole", "part", "elsewhere"],
  };
  let all = {};
  read();

  // read takes what the browser holds, which another page may have changed.
  function read() {
    try { all = JSON.parse(keep.get(key)) || all; } catch { /* nothing that could be read */ }
  }
  function write() {
    if (!keep.set(key, JSON.stringify(all))) zhibiao.notice(t("tick.lost"));
  }
  addEventListener("storage", (e) => {
    if (e.key === "zhibiao." + key) { read(); tell(); }
  });

  const listeners = [];
  function tell() { for (const f of listeners) f(); }

  // set ticks a fact: tick is right, wrong or mended, null takes it back.
  function set(f, tick, changes, note) {
    read();
    if (tick) all[f.fact_id] = { tick, quote: f.quote, changes: changes || {}, note: note || "", who: who() };
    else delete all[f.fact_id];
    write();
    tell();
  }
  const get = (id) => all[id] || null;

  const who = () => keep.get("who") || "";

  // rows are the lines of corrections.csv.
  function rows() {
    const out = [];
    for (const id of Object.keys(all).sort()) {
      const c = all[id];
      const line = (column, value) => out.push([id, c.quote, column, value, c.note, c.who || who()]);
      if (c.tick === "right") line("confidence", "1");
      else if (c.tick === "wrong") line("fact", "");
      else for (const [column, value] of Object.entries(c.changes)) line(column, value);
    }
    return out;
  }
  const csv = () => zhibiao.csv([header, ...rows()]);

  // parse reads CSV into rows of cells.
  function parse(text) {
    const out = [];
    let row = [], cell = "", quoted = false;
    text = text.replace(/^\uFEFF/, "");
    for (let i = 0; i < text.length; i++) {
      const c = text[i];
      if (quoted) {
        if (c !== '"') cell += c;
        else if (text[i + 1] === '"') { cell += '"'; i++; } else quoted = false;
      } else if (c === '"') quoted = true;
      else if (c === ",") { row.push(cell); cell = ""; }
      else if (c === "\n" || c === "\r") {
        if (c === "\r" && text[i + 1] === "\n") i++;
        row.push(cell); out.push(row); row = []; cell = "";
      } else cell += c;
    }
    if (cell || row.length) { row.push(cell); out.push(row); }
    return out.filter((r) => r.length > 1 || r[0]);
  }

  // decode reads a file's bytes: UTF-8, or as Excel saves CSV in China.
  function decode(bytes) {
    try { return new TextDecoder("utf-8", { fatal: true }).decode(bytes); } catch { return new TextDecoder("gb18030").decode(bytes); }
  }

  // load takes the lines of a corrections.csv over what is there. It returns
  // how many facts they speak of, -1 where the text is no such table.
  function load(text) {
    const [head, ...lines] = parse(text);
    const at = Object.fromEntries(header.map((h) => [h, (head || []).indexOf(h)]));
    if (at.fact_id < 0 || at.column < 0 || at.value < 0) return -1;
    const plain = (line, h) => (line[at[h]] || "").replace(/^'(?=[=+\-@＝＋－＠])/, "");
    const seen = new Set();
    read();
    for (const line of lines) {
      const id = plain(line, "fact_id");
      const column = plain(line, "column");
      if (!column) continue; // a line to be filled in that was not
      const c = { quote: plain(line, "quote"), note: plain(line, "note"), who: plain(line, "who"), changes: {} };
      if (column === "fact") c.tick = "wrong";
      else if (column === "confidence") c.tick = "right";
      else {
        c.tick = "mended";
        if (seen.has(id)) c.changes = all[id].changes;
        c.changes[column] = plain(line, "value");
      }
      seen.add(id);
      all[id] = c;
    }
    write();
    tell();
    return seen.size;
  }

  // ---- the buttons and the form ------------------------------------------
  // buttons are right, wrong, mend for a fact; form is where mend opens.
  function buttons(f) {
    const c = get(f.fact_id);
    const button = (tick, sign) => el("button", {
      type: "button", class: "tick " + tick, "data-tick": tick, "aria-pressed": String(Boolean(c && c.tick === tick)),
      onclick: () => (tick === "mended" ? mend(box, f) : set(f, c && c.tick === tick ? null : tick)),
    }, el("span", { "aria-hidden": "true" }, sign + " "), t("tick." + tick));
    const box = el("div", { class: "ticks", "data-fact": f.fact_id },
      el("div", { class: "buttons" }, button("right", "✓"), button("wrong", "✗"), button("mended", "✎")));
    if (c && c.tick === "mended") box.append(el("p", { class: "changes" }, Object.entries(c.changes).map(([k, v]) => el("span", {}, t(k) + " → ", el("b", {}, v === "" ? "∅" : show(k, v))))));
    if (c && c.note) box.append(el("p", { class: "changes" }, c.note));
    return box;
  }
  const show = (column, value) => (Array.isArray(columns[column]) ? name(column, value) : value);

  function mend(box, f) {
    const room = box.closest(".one") || box; // a wide place where there is one
    if (room.querySelector("form")) return;
    const old = get(f.fact_id);
    const changes = (old && old.tick === "mended" && old.changes) || {};
    const fields = Object.entries(columns).map(([column, kind]) => {
      const now = column in changes ? changes[column] : f[column] === null || f[column] === undefined ? "" : String(f[column]);
      const field = Array.isArray(kind)
        ? el("select", { name: column }, [...new Set(["", ...kind])].map((v) => el("option", { value: v, selected: v === now }, v ? name(column, v) : "—")))
        : el("input", { name: column, value: now, autocomplete: "off", inputmode: kind === "number" ? "decimal" : null, pattern: kind === "number" ? "[\\-+]?[0-9]*[.]?[0-9]*" : null });
      return el("label", {}, el("span", {}, t(column === "value" ? "base.unit" : column)), field);
    });
    const form = el("form", { class: "mend" }, fields,
      el("label", { class: "note" }, el("span", {}, t("tick.note")), el("input", { name: "note", value: (old && old.note) || "" })),
      el("p", {}, el("button", { class: "main" }, t("tick.save")), el("button", { type: "button", class: "quiet", onclick: () => form.remove() }, t("tick.cancel"))));
    form.addEventListener("submit", (e) => {
      e.preventDefault();
      const next = {};
      for (const column of Object.keys(columns)) {
        const value = form.elements[column].value.trim();
        if (value !== (f[column] === null || f[column] === undefined ? "" : String(f[column]))) next[column] = value;
      }
      const note = form.elements.note.value.trim();
      form.remove();
      set(f, Object.keys(next).length ? "mended" : note ? "right" : null, next, note);
    });
    room.append(form);
    form.elements[0].focus();
  }

  // key ticks by keyboard: y right, x wrong, e mend; true where it did.
  function press(k, f, box) {
    const c = get(f.fact_id);
    if (k === "y") set(f, c && c.tick === "right" ? null : "right");
    else if (k === "x") set(f, c && c.tick === "wrong" ? null : "wrong");
    else if (k === "e" && box) mend(box, f);
    else return false;
    return true;
  }

  return {
    get, set, rows, csv, decode, load, buttons, press, who,
    setWho: (name) => keep.set("who", name),
    ids: () => Object.keys(all),
    onChange: (f) => listeners.push(f),
  };
})();
