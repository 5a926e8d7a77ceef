"use strict";
// The charts' looks: each function makes ECharts' option of prepared rows.
zhibiao.draw = (() => {
  const { t, el } = zhibiao;
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  // Colours that stay apart for the colour-blind (Paul Tol's vibrant scheme),
  // each with its own symbol.
  const palette = ["#0077bb", "#ee7733", "#009988", "#cc3311", "#33a6dd", "#ee3377", "#998800", "#888888"];
  const symbols = ["circle", "rect", "triangle", "diamond"];
  const sans = () => getComputedStyle(document.body).fontFamily;

  // scale chooses the unit that a chart's numbers are read in.
  function scale(unit, values) {
    const most = Math.max(0, ...values.map(Math.abs));
    if (/^[%‰]|百分点/.test(unit || "")) return [1, unit];
    const step = most >= 1e8 ? ["亿", 1e8] : most >= 1e4 ? ["万", 1e4] : ["", 1];
    return [step[1], step[0] + (unit || "")];
  }

  function base() {
    const ink = css("--ink"), soft = css("--ink-2"), rule = css("--rule");
    return {
      animation: false,
      textStyle: { fontFamily: sans(), color: ink },
      grid: { left: 12, right: 24, top: 40, bottom: 12, containLabel: true },
      tooltip: {
        trigger: "item", confine: true, backgroundColor: css("--paper"), borderColor: rule, textStyle: { color: ink, fontSize: 13 }, extraCssText: "box-shadow: 0 2px 10px rgba(0,0,0,.15)",
      },
      axis: {
        axisLine: { lineStyle: { color: rule } }, axisTick: { show: false }, axisLabel: { color: soft, fontSize: 12, hideOverlap: true }, splitLine: { lineStyle: { color: rule, opacity: 0.6 } },
        nameTextStyle: { color: soft, fontSize: 12, align: "left" },
      },
    };
  }

  // tip is a tooltip's content: lines of text, the first in bold.
  const tip = (lines) => el("div", { class: "charttip" }, lines.filter(Boolean).map((l, i) => el("div", {}, i ? l : el("b", {}, l))));

  const years = (rows) => {
    const all = rows.map((r) => r.year);
    const first = Math.min(...all), last = Math.max(...all);
    return Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
  };

  // yearly labels every year of an axis: '21 where room is scarce, upright where
  // it is scarcer still. write adds what stands below a year.
  function yearly(label, x, narrow, write = (y) => y) {
    const all = { ...label, interval: 0, hideOverlap: false };
    if (x.length > (narrow ? 14 : 48)) return { ...all, rotate: 90, formatter: (y) => write(y, y).replace("\n", " ") };
    const short = x.length > (narrow ? 5 : 24);
    return { ...all, formatter: (y) => write(short ? "'" + y.slice(2) : y, y) };
  }

  // room is how wide a chart of these rows has to be, in pixels, for every year to
  // have its label; a chart that has less is moved sideways, its scale at the right,
  // where the latest years are.
  const room = (rows) => years(rows).length * 14 + 90;
  const side = (rows) => (room(rows) > innerWidth ? "right" : "left");

  // goal draws a goal at (x, y): along is the direction of larger values in
  // pixels, across the width of the dash.
  function goalShape(api, g, position, vertical, across, color, tint, label) {
    const at = (v) => position(v);
    const line = (a, b, dashed) => ({ type: "line", shape: { x1: a[0], y1: a[1], x2: b[0], y2: b[1] }, style: { stroke: color, lineWidth: 2.5, lineDash: dashed ? [4, 3] : null } });
    const p = at(g.value);
    const cross = (q, k) => (vertical ? [q[0] + k, q[1]] : [q[0], q[1] + k]);
    const children = [];
    if (g.bound === "range" && g.low !== null && g.high !== null) {
      const a = at(g.low), b = at(g.high), w = across * 0.7;
      children.push({ type: "rect", shape: vertical ? { x: a[0] - w, y: Math.min(a[1], b[1]), width: 2 * w, height: Math.max(2, Math.abs(a[1] - b[1])) } : { x: Math.min(a[0], b[0]), y: a[1] - w, width: Math.max(2, Math.abs(a[0] - b[0])), height: 2 * w }, style: { fill: tint, stroke: color, lineWidth: 1.5 } });
    } else {
      children.push(line(cross(p, -across), cross(p, across), g.bound === "approx"));
    }
    if (g.bound === "ge" || g.bound === "le") {
      const sign = g.bound === "ge" ? 1 : -1, long = 15;
      const tip = vertical ? [p[0], p[1] - sign * long] : [p[0] + sign * long, p[1]];
      children.push(line(p, tip));
      const back = vertical ? [[tip[0] - 4, tip[1] + sign * 6], [tip[0] + 4, tip[1] + sign * 6]] : [[tip[0] - sign * 6, tip[1] - 4], [tip[0] - sign * 6, tip[1] + 4]];
      children.push({ type: "polygon", shape: { points: [tip, ...back] }, style: { fill: color } });
    }
    if (label) {
      const right = g.bound === "range" && g.high !== null ? at(g.high) : p;
      if (label.beside) children.push({ type: "text", style: { text: label.text, x: right[0] + (g.bound === "ge" ? 20 : 8), y: p[1], align: "left", verticalAlign: "middle", fill: color, fontSize: 12, fontFamily: sans() } });
      const far = (g.bound === "ge" && !label.below) || (g.bound === "le" && label.below) ? 20 : 6;
      const edge = g.bound === "range" && g.low !== null ? at(label.below ? g.low : g.high) : p;
      if (!label.beside) children.push({ type: "text", style: { text: label.text, x: edge[0], y: edge[1] + (label.below ? far : -far), align: "center", verticalAlign: label.below ? "top" : "bottom", fill: color, fontSize: 12, fontFamily: sans() } });
    }
    // An invisible pad makes thin shapes easy to hit.
    children.push({ type: "circle", shape: { cx: p[0], cy: p[1], r: Math.max(9, across) }, style: { fill: "rgba(0,0,0,0)" } });
    return { type: "group", children };
  }

  const goalNumber = (r, k) => ({ ge: "≥", le: "≤", approx: "≈" }[r.target_bound] || "")
    + (r.target_bound === "range" && r.target_low !== null ? zhibiao.fact.plain(r.target_low / k) + "–" + zhibiao.fact.plain(r.target_high / k) : zhibiao.fact.plain(r.target / k));
  const goalText = (r, k, unit) => t("charts.goal") + " " + goalNumber(r, k) + " " + unit;
  const resultText = (r, k, unit) => t(r.actual_status === "estimate" ? "status.estimate" : "charts.result") + " " + ({ ge: "≥ ", le: "≤ ", approx: "≈ " }[r.actual_bound] || "") + zhibiao.fact.plain(r.actual / k) + " " + unit;
  const metText = (r) => (r.met === true ? "✓ " + t("met") : r.met === false ? "✗ " + t("missed") : null);

  const goalOf = (r, k) => ({ value: r.target / k, low: r.target_low === null ? null : r.target_low / k, high: r.target_high === null ? null : r.target_high / k, bound: r.target_bound });

  // goals: one region's indicator over the years.
  function goals(rows, unit, narrow) {
    const o = base();
    const numbers = rows.flatMap((r) => [r.target, r.target_low, r.target_high, r.actual]).filter((v) => v !== null);
    const [k, label] = scale(unit, numbers);
    const x = years(rows), byYear = new Map(rows.map((r) => [String(r.year), r]));
    const withGoal = rows.filter((r) => r.target !== null);
    const wide = narrow ? x.length <= 4 : x.length <= 14;
    const above = (r) => r.target === null || r.actual === null || r.actual >= r.target;
    return {
      ...o,
      xAxis: {
        ...o.axis, type: "category", data: x, splitLine: { show: false },
        axisLabel: {
          ...yearly(o.axis.axisLabel, x, narrow, (label, y) => { const r = byYear.get(y); return label + "\n" + (r && r.met === true ? "{met|✓}" : r && r.met === false ? "{missed|✗}" : " "); }),
          lineHeight: 18,
          rich: { met: { color: css("--actual"), fontWeight: 700 }, missed: { color: css("--target"), fontWeight: 700 } },
        },
      },
      yAxis: { ...o.axis, type: "value", name: label, position: side(rows), ...ends(numbers.map((v) => v / k)) },
      tooltip: { ...o.tooltip, formatter: (p) => tip([String(p.data.row.year), p.data.row.target !== null && goalText(p.data.row, k, label), p.data.row.actual !== null && resultText(p.data.row, k, label), metText(p.data.row)]) },
      series: [
        {
          type: "line", name: t("charts.result"), symbol: "circle", symbolSize: narrow && x.length > 14 ? 6 : 9, showAllSymbol: true, lineStyle: { color: css("--actual"), width: 2 }, z: 3,
          data: x.map((y) => {
            const r = byYear.get(y);
            if (!r || r.actual === null) return { value: null, row: r || null };
            return { value: r.actual / k, row: r, label: { show: wide, position: above(r) ? "top" : "bottom", color: css("--actual"), formatter: zhibiao.fact.plain(r.actual / k), fontWeight: 600 }, itemStyle: { color: r.actual_status === "estimate" ? css("--paper") : css("--actual"), borderColor: css("--actual"), borderWidth: 2 } };
          }),
        },
        {
          type: "custom", name: t("charts.goal"), z: 4, encode: { x: 0, y: 1 },
          data: withGoal.map((r) => ({ value: [x.indexOf(String(r.year)), r.target / k], row: r })),
          renderItem: (params, api) => {
            const i = api.value(0);
            return goalShape(api, goalOf(withGoal[params.dataIndex], k), (v) => api.coord([i, v]), true, Math.min(16, api.size([1, 0])[0] * 0.3), css("--target"), css("--target-tint"), wide && { text: goalNumber(withGoal[params.dataIndex], k), below: above(withGoal[params.dataIndex]) });
          },
        },
      ],
    };
  }
  // ends are an axis' ends around numbers, with room for what is drawn at them.
  function ends(numbers, most = 6) {
    const low = Math.min(...numbers), high = Math.max(...numbers);
    const span = high - low || Math.abs(high) || 1;
    const power = 10 ** Math.floor(Math.log10(span / 5));
    const step = [1, 2, 5, 10, 20].map((n) => n * power).find((n) => span / n <= most);
    const round = (v, f) => Number((f(v / step) * step).toPrecision(10));
    let min = round(low - span * 0.12, Math.floor);
    if (low >= 0 && min < 0) min = 0;
    return { min, max: round(high + span * 0.12, Math.ceil), interval: step };
  }

  // lines: a line a name; series are [{name, points: [{year, value, row, hollow}]}].
  function lines(series, unit, narrow) {
    const o = base();
    const all = series.flatMap((s) => s.points);
    const [k, label] = scale(unit, all.map((p) => p.value));
    const x = years(all);
    return {
      ...o,
      grid: { ...o.grid, right: narrow ? 16 : 96, bottom: narrow ? 48 : 12 },
      legend: narrow ? { bottom: 0, type: "scroll", textStyle: { color: css("--ink-2") }, pageTextStyle: { color: css("--ink-2") } } : { show: false },
      xAxis: { ...o.axis, type: "category", data: x, boundaryGap: false, splitLine: { show: false }, axisLabel: yearly(o.axis.axisLabel, x, narrow) },
      yAxis: { ...o.axis, type: "value", name: label, position: side(all), ...ends(all.map((p) => p.value / k)) },
      tooltip: { ...o.tooltip, formatter: (p) => tip([p.seriesName + " " + p.name, zhibiao.fact.plain(p.value) + " " + label]) },
      series: series.map((s, i) => {
        const color = s.main ? css("--ink") : palette[i % palette.length], byYear = new Map(s.points.map((p) => [String(p.year), p]));
        return {
          type: "line", name: s.name, symbol: symbols[i % symbols.length], symbolSize: x.length > 25 ? 5 : 7, showAllSymbol: true, color, lineStyle: { width: s.main ? 3 : 2, type: i < palette.length ? "solid" : "dashed" }, connectNulls: false,
          endLabel: { show: !narrow, formatter: s.name, color, fontSize: 12, lineHeight: 17, distance: 6 }, labelLayout: { moveOverlap: "shiftY" }, emphasis: { focus: "series" },
          data: x.map((y) => { const p = byYear.get(y); return p ? { value: p.value / k, row: p.row, itemStyle: p.hollow ? { color: css("--paper"), borderColor: color, borderWidth: 2 } : { color } } : { value: null }; }),
        };
      }),
    };
  }

  // spread: the goals of all regions in one year, sorted.
  function spread(rows, unit, narrow) {
    const o = base();
    const [k, label] = scale(unit, rows.map((r) => r.target));
    const sorted = [...rows].sort((a, b) => a.target - b.target || (a.region_code < b.region_code ? 1 : -1));
    const values = sorted.map((r) => r.target / k);
    const all = sorted.flatMap((r) => [r.target, r.target_low, r.target_high]).filter((v) => v !== null).map((v) => v / k);
    const middle = values.length % 2 ? values[(values.length - 1) / 2] : (values[values.length / 2 - 1] + values[values.length / 2]) / 2;
    return {
      ...o,
      grid: { ...o.grid, top: 28, bottom: label === "%" ? 8 : 30, right: 60 },
      xAxis: { ...o.axis, type: "value", axisLabel: { ...o.axis.axisLabel, formatter: (v) => zhibiao.fact.plain(v) + (label === "%" ? "%" : "") }, name: label === "%" ? "" : label, nameLocation: "middle", nameGap: 26, nameTextStyle: { ...o.axis.nameTextStyle, align: "center" }, ...ends(all, narrow ? 3 : 6) },
      yAxis: { ...o.axis, type: "category", data: sorted.map((r) => r.region || "—"), axisLabel: { ...o.axis.axisLabel, color: css("--ink"), interval: 0 }, splitLine: { show: true, lineStyle: { color: css("--rule"), opacity: 0.5, type: "dotted" } } },
      tooltip: { ...o.tooltip, formatter: (p) => (p.data && p.data.row ? tip([p.data.row.region + " " + p.data.row.year, goalText(p.data.row, k, label), p.data.row.actual !== null && resultText(p.data.row, k, label), metText(p.data.row)]) : "") },
      series: [{
        type: "custom", encode: { x: 0, y: 1 }, data: sorted.map((r, i) => ({ value: [r.target / k, i], row: r })),
        renderItem: (params, api) => {
          const i = api.value(1);
          return goalShape(api, goalOf(sorted[i], k), (v) => api.coord([v, i]), false, 8, css("--target"), css("--target-tint"), { text: goalNumber(sorted[i], k), beside: true });
        },
        z: 5,
        markLine: { z: 1, silent: true, symbol: "none", animation: false, lineStyle: { color: css("--ink-3"), type: "solid", width: 1 }, label: { color: css("--ink-2"), position: "end", formatter: t("charts.median") + " " + zhibiao.fact.plain(middle) }, data: [{ xAxis: middle }] },
      }],
    };
  }

  // met: a field of ticks; rows stand under their name, columns are years.
  function met(rows, nameOf, unitOf, narrow) {
    const o = base();
    const x = years(rows);
    const names = [...new Set(rows.map(nameOf))].reverse();
    const look = (r) => (r.met === true ? ["✓", css("--actual"), css("--actual-tint")] : r.met === false ? ["✗", css("--target"), css("--target-tint")] : ["·", css("--ink-3"), css("--shade")]);
    return {
      ...o,
      grid: { ...o.grid, top: 28 },
      xAxis: { ...o.axis, type: "category", data: x, position: "top", splitLine: { show: false }, axisLine: { show: false } },
      yAxis: { ...o.axis, type: "category", data: names, axisLabel: { ...o.axis.axisLabel, color: css("--ink"), interval: 0, width: narrow ? 110 : 230, overflow: "truncate" }, splitLine: { show: false }, axisLine: { show: false } },
      tooltip: { ...o.tooltip, formatter: (p) => { const r = p.data.row, [k, label] = scale(unitOf(r), [r.target, r.actual].filter((v) => v !== null)); return tip([nameOf(r) + " " + r.year, r.target !== null && goalText(r, k, label), r.actual !== null && resultText(r, k, label), metText(r) || t("unsure")]); } },
      series: [{
        type: "custom", encode: { x: 0, y: 1 }, data: rows.map((r) => ({ value: [x.indexOf(String(r.year)), names.indexOf(nameOf(r))], row: r })),
        renderItem: (params, api) => {
          const [cx, cy] = api.coord([api.value(0), api.value(1)]);
          const [w, h] = api.size([1, 1]);
          const [sign, color, fill] = look(rows[params.dataIndex]);
          const bw = Math.max(4, Math.min(64, w - 2)), bh = Math.max(4, Math.min(26, h - 2));
          return { type: "group", children: [
            { type: "rect", shape: { x: cx - bw / 2, y: cy - bh / 2, width: bw, height: bh, r: 2 }, style: { fill } },
            ...(bw > 9 ? [{ type: "text", style: { text: sign, x: cx, y: cy, align: "center", verticalAlign: "middle", fill: color, fontSize: 14, fontWeight: 700 } }] : []),
          ] };
        },
      }],
    };
  }

  return { goals, lines, spread, met, scale, room };
})();
