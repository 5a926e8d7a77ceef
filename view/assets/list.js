"use strict";
// A list of any length: only the rows in sight are in the page. draw(i) makes
// the cells of row i; every row is as high as --row says.
zhibiao.list = (box, { head, draw, open, pick }) => {
  const { el, t } = zhibiao;
  const headRow = el("div", { class: "row head", role: "row" });
  const room = el("div", { class: "room", role: "rowgroup" });
  box.setAttribute("role", "table");
  box.replaceChildren(headRow, room);
  let count = 0, at = -1, from = 0, to = 0, everything = false;

  const height = () => parseFloat(getComputedStyle(box).getPropertyValue("--row")) || 40;

  function show(force) {
    const h = height();
    const first = everything ? 0 : Math.max(0, Math.floor(box.scrollTop / h) - 10);
    const last = everything ? count : Math.min(count, Math.ceil((box.scrollTop + box.clientHeight) / h) + 10);
    if (!force && first === from && last === to) return;
    from = first;
    to = last;
    room.style.height = count * h + "px";
    const rows = [];
    for (let i = first; i < last; i++) {
      const row = el("div", { class: "row" + (i === at ? " on" : ""), role: "row", "data-i": i, "aria-rowindex": i + 2 }, draw(i));
      row.style.top = i * h + "px";
      rows.push(row);
    }
    room.replaceChildren(...rows);
    if (!count) room.replaceChildren(el("p", { class: "empty" }, t("empty")));
  }

  function move(i) {
    if (!count) return;
    at = Math.max(0, Math.min(count - 1, i));
    const h = height(), top = at * h, view = box.clientHeight - headRow.offsetHeight;
    if (top < box.scrollTop) box.scrollTop = top;
    if (top + h > box.scrollTop + view) box.scrollTop = top + h - view;
    show(true);
    if (pick) pick(at);
  }

  box.addEventListener("scroll", () => requestAnimationFrame(() => show(false)), { passive: true });
  new ResizeObserver(() => show(true)).observe(box);
  room.addEventListener("click", (e) => {
    const row = e.target.closest(".row");
    if (row && !e.target.closest("a")) move(Number(row.dataset.i));
  });
  room.addEventListener("dblclick", (e) => {
    const row = e.target.closest(".row");
    if (row && open) open(Number(row.dataset.i));
  });
  document.addEventListener("keydown", (e) => {
    if (e.target.closest("input, select, textarea") || e.ctrlKey || e.metaKey || e.altKey) return;
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, PageDown: 20, PageUp: -20 }[e.key];
    if (step) { e.preventDefault(); move(at + step); }
    else if (e.key === "Enter" && at >= 0 && open && !e.target.closest("a, button, summary")) { e.preventDefault(); open(at); }
  });
  // Paper has no scrollbar: print what there is, up to a length.
  addEventListener("beforeprint", () => { everything = count <= 3000; show(true); });
  addEventListener("afterprint", () => { everything = false; show(true); });

  return {
    set(n) { count = n; at = -1; box.scrollTop = 0; box.setAttribute("aria-rowcount", n + 1); show(true); },
    redraw() { headRow.replaceChildren(...head()); show(true); },
    at: () => at,
    move,
  };
};
