"use strict";
// What every page needs: data, labels, language, theme, elements. Text reaches
// the page as text nodes only, so that no report can bring markup with it.
const zhibiao = (() => {
  const root = document.documentElement;
  const tables = {};
  const waiting = {};

  // ---- data -------------------------------------------------------------
  function bytes(base64) {
    const text = atob(base64);
    const out = new Uint8Array(text.length);
    for (let i = 0; i < out.length; i++) out[i] = text.charCodeAt(i);
    return out;
  }

  // unpack makes a table of what view/table.go packed.
  function unpack(packed) {
    const columns = {};
    for (const [name, c] of Object.entries(packed.columns)) {
      const raw = bytes(c.cells);
      const cells = c.bytes === 1 ? raw : c.bytes === 2 ? new Uint16Array(raw.buffer) : new Uint32Array(raw.buffer);
      columns[name] = { values: c.values, cells, at: (i) => (cells[i] ? c.values[cells[i] - 1] : null) };
    }
    const { id_end: end, doc_id: doc, quote_start: from, quote_end: to } = columns;
    if (end) columns.fact_id = { at: (i) => doc.at(i) + ":" + from.at(i) + "-" + to.at(i) + (end.at(i) || "") };
    delete columns.id_end;
    const names = Object.keys(columns);
    const row = (i) => {
      const out = {};
      for (const name of names) out[name] = columns[name].at(i);
      return out;
    };
    return { rows: packed.rows, columns, names, row, all: () => Array.from({ length: packed.rows }, (_, i) => row(i)) };
  }

  function data(name, value) {
    tables[name] = value && value.columns ? unpack(value) : value;
    if (name === "labels") translate();
    if (waiting[name]) waiting[name](tables[name]);
  }

  // load fetches a data file by a script element: file:// knows no fetch.
  function load(name) {
    if (tables[name]) return Promise.resolve(tables[name]);
    return new Promise((resolve, reject) => {
      waiting[name] = resolve;
      const script = el("script", { src: root.dataset.root + "data/" + name + ".js" });
      script.onerror = () => reject(new Error("data/" + name + ".js"));
      document.head.append(script);
    });
  }

  // ---- what the browser keeps --------------------------------------------
  const keep = {
    get(key) {
      try { return localStorage.getItem("zhibiao." + key); } catch { return null; }
    },
    set(key, value) {
      try { localStorage.setItem("zhibiao." + key, value); return true; } catch { return false; }
    },
  };

  // ---- language and theme -------------------------------------------------
  const asked = new URLSearchParams(location.search).get("lang");
  let lang = (asked || keep.get("lang")) === "en" ? "en" : "zh";
  if (asked) keep.set("lang", lang);
  root.lang = lang === "en" ? "en" : "zh-CN";
  let theme = keep.get("theme") || "auto";
  root.dataset.theme = theme;

  // t is a label, {name} filled in from values; the key where there is none.
  function t(key, values) {
    const label = tables.labels && tables.labels[key];
    if (!label) return key;
    return label[lang === "en" ? 1 : 0].replace(/\{(\w+)\}/g, (all, name) => (values && name in values ? values[name] : all));
  }
  // name is the label of a value of a column, the value where there is none.
  function name(prefix, value) {
    if (value === null || value === undefined) return "";
    const key = prefix + "." + value;
    return tables.labels && tables.labels[key] ? t(key) : String(value);
  }

  // said is a cell that is there in both languages: reason and reason_zh.
  function said(row, column) { return row[lang === "en" ? column : column + "_zh"] || ""; }

  function translate() {
    for (const e of document.querySelectorAll("[data-t]")) e.textContent = t(e.dataset.t);
    for (const e of document.querySelectorAll("[data-zh]")) e.textContent = lang === "en" ? e.dataset.en : e.dataset.zh;
    for (const attribute of ["placeholder", "title", "aria-label"]) {
      for (const e of document.querySelectorAll("[data-t-" + attribute + "]")) {
        e.setAttribute(attribute, t(e.getAttribute("data-t-" + attribute)));
      }
    }
    const button = document.getElementById("lang");
    if (button) button.textContent = lang === "en" ? "中文" : "EN";
    for (const a of document.querySelectorAll("header.bar a")) {
      a.setAttribute("href", link(a.getAttribute("href").split("?")[0]));
    }
  }

  // link is the address of a page; the language goes along, since some browsers
  // keep what a file stores from other files.
  function link(page, hash) {
    return page + (lang === "en" ? "?lang=en" : "") + (hash ? "#" + hash : "");
  }

  const changed = [];
  function onChange(f) { changed.push(f); }
  function redraw() { for (const f of changed) f(); }

  document.addEventListener("DOMContentLoaded", () => {
    translate();
    document.getElementById("lang").addEventListener("click", () => {
      lang = lang === "en" ? "zh" : "en";
      keep.set("lang", lang);
      root.lang = lang === "en" ? "en" : "zh-CN";
      translate();
      redraw();
    });
    document.getElementById("theme").addEventListener("click", () => {
      theme = dark() ? "light" : "dark";
      keep.set("theme", theme);
      root.dataset.theme = theme;
      redraw();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  });
  function dark() {
    return theme === "dark" || (theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  }

  // ---- elements -----------------------------------------------------------
  // el makes an element. Attributes: on… is a listener, false and null are left
  // out. Children: nodes, text, lists, null.
  function el(tag, attributes, ...children) {
    const e = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (key.startsWith("on")) e.addEventListener(key.slice(2), value);
      else e.setAttribute(key, value === true ? "" : value);
    }
    e.append(...children.flat(3).filter((c) => c !== null && c !== undefined && c !== false));
    return e;
  }
  const $ = (id) => document.getElementById(id);

  // toTab shows the chosen one of tabs that are wider than a phone.
  function toTab(tabs) {
    const on = tabs.querySelector("[aria-selected=true]");
    if (on) tabs.scrollLeft = on.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - on.offsetWidth) / 2;
  }

  // notice tells something that should not go unseen.
  function notice(text) {
    const old = document.querySelector(".notice");
    if (old) old.remove();
    const box = el("div", { class: "notice", role: "alert" }, text, " ", el("button", { type: "button", class: "quiet", "aria-label": t("report.close"), onclick: () => box.remove() }, "✕"));
    document.body.append(box);
  }

  // options fills a select: [value, text] each; the choice stays.
  function options(select, list) {
    const chosen = select.value;
    select.replaceChildren(...list.map(([value, text]) => el("option", { value }, text)));
    if (list.some(([value]) => value === chosen)) select.value = chosen;
  }

  // ---- files --------------------------------------------------------------
  // cell is a cell of CSV. What a spreadsheet would take for a formula gets an
  // apostrophe before it, numbers excepted.
  function cell(value) {
    let s = value === null || value === undefined ? "" : String(value);
    if (/^[=+\-@\t\r＝＋－＠]/.test(s) && !/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?%?$/i.test(s)) s = "'" + s;
    return /[",\r\n]/.test(s) ? '"' + s.replaceAll('"', '""') + '"' : s;
  }
  // csv is a table with the mark that Excel wants.
  function csv(rows) { return "\uFEFF" + rows.map((r) => r.map(cell).join(",") + "\r\n").join(""); }

  function save(file, content, type) {
    const url = typeof content === "string" && content.startsWith("data:") ? content
      : URL.createObjectURL(new Blob([content], { type: type || "text/csv;charset=utf-8" }));
    const a = el("a", { href: url, download: file });
    document.body.append(a);
    a.click();
    a.remove();
    if (url.startsWith("blob:")) setTimeout(() => URL.revokeObjectURL(url), 10000);
  }

  // ---- regions ------------------------------------------------------------
  // above is the code of the region that a region lies in, "" at the top.
  function above(code) {
    if (!code || code === "100000") return "";
    if (code.slice(2) === "0000") return "100000";
    if (code.slice(4) === "00") return code.slice(0, 2) + "0000";
    return code.slice(0, 4) + "00";
  }
  // within tells whether a region is another or lies in it.
  function within(code, outer) {
    if (!outer || outer === code) return true;
    if (!code || outer === "100000") return false; // the State Council's reports are the country's alone
    return code.startsWith(outer.replace(/(00){1,2}$/, ""));
  }
  // regionTree nests the regions: [{code, name, children, depth}].
  function regionTree() {
    const nodes = new Map();
    for (const r of tables.regions.all()) nodes.set(r.code, { code: r.code, name: r.name, children: [] });
    const top = [];
    for (const n of nodes.values()) {
      let up = above(n.code);
      while (up && !nodes.has(up)) up = above(up);
      (up && up !== "100000" ? nodes.get(up).children : top).push(n);
    }
    return top;
  }
  // regionOptions are the regions as options, children indented.
  function regionOptions(keepIf) {
    const out = [["", t("all.regions")]];
    const walk = (nodes, depth) => {
      for (const n of nodes) {
        if (!keepIf || keepIf(n.code)) out.push([n.code, "\u3000".repeat(depth) + n.name]);
        walk(n.children, depth + 1);
      }
    };
    walk(regionTree(), 0);
    return out;
  }

  const number = (n) => Number(n).toLocaleString("en-US");

  return {
    data, load, t, name, said, toTab, link, notice, onChange, el, $, options, csv, save, keep, within, above, regionTree, regionOptions, number, dark,
    table: (name) => tables[name],
    english: () => lang === "en",
  };
})();
