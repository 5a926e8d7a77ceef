package view

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"zhibiao/dataset"
)

// chromium is the browser that the pages are tested in.
func chromium(t *testing.T) string {
	if testing.Short() {
		t.Skip("a short run leaves out the browser")
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("there is no Chromium: install it (Debian, Ubuntu: apt-get install chromium fonts-wqy-microhei) to test the pages")
	return ""
}

// tab is a browser's tab, with what went wrong in it and what it asked for.
type tab struct {
	t   *testing.T
	ctx context.Context
	out string // folder of the pages

	mu       sync.Mutex
	problems []string
	requests []string
}

// open starts the browser.
func open(t *testing.T) *tab {
	opts := []chromedp.ExecAllocatorOption{chromedp.ExecPath(chromium(t))}
	for _, f := range []string{"headless", "no-sandbox", "disable-gpu", "no-first-run", "disable-background-networking", "disable-component-update", "disable-sync"} {
		opts = append(opts, chromedp.Flag(f, true))
	}
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, opts...)
	t.Cleanup(cancel)
	b := &tab{t: t}
	b.ctx, cancel = chromedp.NewContext(ctx, chromedp.WithListener(b.hear))
	t.Cleanup(cancel)
	b.do(chromedp.EmulateViewport(1440, 900))
	if _, err := chromedp.Call(b.ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	return b
}

// hear takes what the browser reports.
func (b *tab) hear(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		text, _ := json.Marshal(e.ExceptionDetails)
		b.problems = append(b.problems, string(text))
	case *log.EventEntryAdded:
		b.problems = append(b.problems, e.Entry.Text)
	case *runtime.EventConsoleAPICalled:
		b.problems = append(b.problems, fmt.Sprint("console ", e.Type))
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e.Request.URL)
	}
}

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.t.Fatal(err)
	}
}

// goTo opens a page of the folder.
func (b *tab) goTo(page string) {
	b.t.Helper()
	b.do(chromedp.Navigate("about:blank"), chromedp.Navigate("file://"+filepath.ToSlash(b.out)+"/"+page))
}

func (b *tab) click(selector string) { b.t.Helper(); b.do(chromedp.Click(selector)) }
func (b *tab) press(keys string)     { b.t.Helper(); b.do(chromedp.KeyEvent(keys)) }

// enter presses Enter as a keyboard does: one event with its character, which
// a page that handles it can stop.
func (b *tab) enter() {
	b.t.Helper()
	for _, p := range []input.DispatchKeyEventParams{
		{Type: input.DispatchKeyEventTypeKeyDown, Key: "Enter", Code: "Enter", WindowsVirtualKeyCode: 13, Text: "\r"},
		{Type: input.DispatchKeyEventTypeKeyUp, Key: "Enter", Code: "Enter", WindowsVirtualKeyCode: 13},
	} {
		if _, err := chromedp.Call(b.ctx, input.DispatchKeyEvent, p); err != nil {
			b.t.Fatal(err)
		}
	}
}

// ask evaluates an expression in the page.
func ask[T any](b *tab, expression string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// expect waits until an expression gives what is wanted.
func expect[T comparable](b *tab, expression string, want T) {
	b.t.Helper()
	var got T
	var err error
	for range 60 {
		got, err = chromedp.Run(b.ctx, chromedp.Evaluate[T](expression))
		if err == nil && got == want {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	b.t.Errorf("%s is %v, want %v (%v)", expression, got, want, err)
}

// saved clicks on what saves a file and returns it.
func (b *tab) saved(selector, pattern string) string {
	b.t.Helper()
	dir := b.t.TempDir()
	if _, err := chromedp.CallBrowser(b.ctx, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: dir,
	}); err != nil {
		b.t.Fatal(err)
	}
	b.click(selector)
	before := ""
	for range 100 {
		// Whole is what has not grown since the last look.
		if files, _ := filepath.Glob(filepath.Join(dir, pattern)); len(files) == 1 {
			now := read(b.t, files[0])
			if now != "" && now == before {
				return now
			}
			before = now
		}
		time.Sleep(50 * time.Millisecond)
	}
	entries, _ := os.ReadDir(dir)
	b.t.Fatalf("%s saved no %s, there is %v", selector, pattern, entries)
	return ""
}

// rowsOf reads a saved CSV.
func rowsOf(t *testing.T, text string) [][]string {
	t.Helper()
	text, ok := strings.CutPrefix(text, "\uFEFF")
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || !ok {
		t.Fatalf("CSV with the mark that Excel wants (%v): %v", ok, err)
	}
	return rows
}

// goals are two regions over some years, with every kind of bound.
func goals() []Goal {
	var out []Goal
	for i, bound := range []string{"ge", "le", "approx", "range", "eq"} {
		year := int32(2019 + i)
		for r, region := range []string{"青云县", "白河区"} {
			g := Goal{
				RegionCode: []string{"990001", "990002"}[r], Region: region, RegionLevel: "county", Indicator: "gdp", Measure: "growth", Year: year, Unit: "%",
				Target: ptr(6.0 + float64(r)), TargetBound: bound, Actual: ptr(5 + float64(i)), ActualBound: "eq", ActualStatus: "actual", Met: ptr(i > 1),
			}
			if bound == "range" {
				g.TargetLow, g.TargetHigh = ptr(5.5), ptr(6.5)
			}
			out = append(out, g)
			g.Measure, g.Unit, g.Met, g.Target, g.TargetLow, g.TargetHigh, g.TargetBound = "level", "元", nil, nil, nil, nil, ""
			g.Actual = ptr(100e8 * float64(1+3*(i%2)))
			if r == 0 || year != 2021 {
				out = append(out, g)
			}
		}
	}
	for i := range 32 { // more years than a phone has room for
		out = append(out, Goal{
			RegionCode: "990002", Region: "白河区", RegionLevel: "county", Indicator: "cpi", Measure: "growth", Year: int32(1990 + i), Unit: "%",
			Actual: ptr(1 + float64(i%5)), ActualBound: "eq", ActualStatus: "actual",
		})
	}
	out[4].TargetFactID = "990001-2023-work_report:0-0" // no such fact
	return out
}

// TestPages drives the pages as a person would.
func TestPages(t *testing.T) {
	b := open(t)
	doc, facts, outline := sample()
	second, more := doc, slices.Clone(facts)
	second.DocID, second.Source, second.Region, second.RegionCode, second.ReportYear = "990002-2022-work_report", "b.txt", "白河区", "990002", 2022
	second.Title, second.Warnings = "白河区政府工作报告", nil
	for i := range more {
		more[i].FactID = strings.Replace(more[i].FactID, doc.DocID, second.DocID, 1)
		more[i].DocID, more[i].Region, more[i].RegionCode, more[i].ReportYear = second.DocID, second.Region, second.RegionCode, 2022
	}
	panel := goals()
	panel[0].TargetFactID = facts[5].FactID
	b.out = build(t, Options{
		Outline:    func(dataset.DocumentRow) (Outline, error) { return outline, nil },
		RegionName: func(code string, _ int) string { return map[string]string{"990000": "云上省"}[code] },
		Indicators: []Indicator{{ID: "gdp", Name: "地区生产总值", English: "gross domestic product"}},
		Goals:      panel,
		Terms:      []Term{{doc.DocID, "数字经济", "", 12, ptr(8.0)}, {doc.DocID, "数字经济", "人工智能", 12, ptr(8.0)}, {second.DocID, "数字经济", "", 0, ptr(0.0)}},
	}, report{doc, facts}, report{second, more})

	sub := func(name string, test func(b *tab)) {
		t.Run(name, func(t *testing.T) {
			was := b.t
			b.t = t
			defer func() { b.t = was }()
			test(b)
		})
	}
	sub("index", testIndex)
	sub("report", testReport)
	sub("facts", testFacts)
	sub("charts", testCharts)
	sub("check", testCheck)
	sub("empty", testEmpty)
	sub("many", testMany)
	sub("phone", testPhone)
	sub("clean", testClean)
}

func testIndex(b *tab) {
	b.goTo("index.html")
	expect(b, `document.querySelectorAll("#list .row:not(.head)").length`, 2)
	expect(b, `document.querySelector("#tree summary button").textContent`, "云上省2")
	expect(b, `[["990002", "990000"], ["990002", "990002"], ["100000", "100000"], ["990002", "100000"], ["990002", "990100"], ["990102", "990100"]].map((p) => zhibiao.within(...p)).join()`, "true,true,true,false,false,true")
	b.do(chromedp.SendKeys("#find", "白河"))
	expect(b, `document.querySelector("#list .row:not(.head) .c-title").textContent`, "白河区政府工作报告")
	expect(b, `document.querySelectorAll("#list .row:not(.head)").length`, 1)
	b.click("#clear")
	expect(b, `document.querySelectorAll("#list .row:not(.head)").length`, 2)
	b.click("#warned")
	expect(b, `document.querySelectorAll("#list .row:not(.head)").length`, 1)
	expect(b, `document.querySelector("#list .row:not(.head) .c-title").textContent`, "青云县政府工作报告 <script>window.broken=3</script>")
	b.click("#clear")
	b.click(`#list .c-year[role=columnheader]`)
	expect(b, `document.querySelector("#list .row:not(.head) .c-year").textContent`, "2022")
	// Numbers are read as they were written; in characters, by their scale.
	expect(b, `[[27942e6, "元", "亿元", "279.42亿元"], [8199e4, "吨", "噸", "八千一百九十九萬噸"], [1080e7, "度", "億度", "一百零八億度"], [1743846000, "元", "元", "1743846000元"]].map(([value, unit, unit_written, quote]) => zhibiao.fact.valueText({ value, unit, unit_written, quote, measure: "level", bound: "eq" })).join()`,
		"279.42亿元,8,199万吨,108亿度,1,743,846,000元")
	b.click("#lang")
	expect(b, `document.querySelector("h1").textContent`, "Documents")
	expect(b, `document.documentElement.lang`, "en")
	b.click("#lang")
	expect(b, `document.querySelector("h1").textContent`, "文档")
	b.goTo("index.html?lang=en")
	expect(b, `document.querySelector("h1").textContent`, "Documents")
	b.goTo("index.html?lang=zh")
	b.click("#theme")
	expect(b, `getComputedStyle(document.body).backgroundColor`, "rgb(22, 23, 26)")
	b.click("#theme")
}

func testReport(b *tab) {
	b.goTo("doc/990001-2023-work_report.html")
	expect(b, `document.querySelectorAll(".text table tr").length`, 2)
	expect(b, `document.title`, "青云县政府工作报告 <script>window.broken=3</script> · 指标")
	// Hover joins a quantity and its subject.
	at := ask[[]float64](b, `(r => [r.x + r.width / 2, r.y + r.height / 2])(document.querySelector('[data-q="1"]').getBoundingClientRect())`)
	b.do(chromedp.MouseEvent("mouseMoved", at[0], at[1]))
	expect(b, `document.querySelector('[data-s~="1"]').classList.contains("on")`, true)
	expect(b, `document.querySelectorAll("svg.join path").length`, 1)
	b.do(chromedp.MouseEvent("mouseMoved", 5, 300))
	expect(b, `document.querySelectorAll("svg.join path").length`, 0)
	// Keyboard: the next quantity, the fact beside it.
	b.press("j")
	expect(b, `document.querySelector("#detail .value").textContent`, "150 亿元")
	expect(b, `document.activeElement.dataset.q`, "0")
	b.press("jj")
	expect(b, `document.querySelectorAll("#detail .card").length`, 2)
	b.press("k")
	expect(b, `document.querySelector("#detail .value").textContent`, "+5.2 %")
	b.enter()
	expect(b, `document.activeElement.dataset.tick`, "right")
	b.press("\x1b")
	b.press("\x1b")
	expect(b, `document.querySelectorAll("#detail .card").length`, 0)
	// A click, the legend, the reason of a number left out.
	b.click(`[data-q="5"]`)
	expect(b, `document.querySelector("#detail .value").textContent`, "居民收入增长与经济增长同步")
	b.click(`[data-show=left]`)
	ask[bool](b, `document.querySelector("[data-why]").focus() || true`)
	expect(b, `document.querySelector(".tip").textContent`, "未取：口号或简称")
	// A number of a table is read by the heads of its row and column.
	b.click(`[data-q="3"]`)
	expect(b, `[...document.querySelectorAll("td.on")].map((e) => e.textContent).join()`, "2021年,地区生产总值")
	// A link leads to its quantity.
	page := ask[string](b, `"#" + JSON.parse(document.getElementById("data").textContent).quantities.map((q) => q.Start + "-" + q.End)[3]`)
	b.goTo("doc/990001-2023-work_report.html" + page)
	expect(b, `document.querySelector("#detail .value").textContent`, "140 亿元")
}

func testFacts(b *tab) {
	count := func(want string) { b.t.Helper(); expect(b, `document.getElementById("count").textContent`, want) }
	b.goTo("facts.html")
	count("14 / 14 条")
	set := func(name, value string) {
		ask[bool](b, fmt.Sprintf(`(e => { e.value = %q; e.dispatchEvent(new Event("input", {bubbles: true})); return true })(document.getElementById("filters").elements[%q])`, value, name))
	}
	for _, f := range [][3]string{
		{"status", "target", "4"},
		{"region", "990001", "7"},
		{"region", "990000", "14"},
		{"from", "2023", "7"},
		{"to", "2021", "0"},
		{"measure", "level", "4"},
		{"confidence", "<0.8", "6"},
		{"indicator", "地区生产总值", "2"},
		{"scope", "part", "2"},
		{"q", "城乡居民", "2"},
		{"q", "全县城乡", "2"}, // the second stands in the sentence alone
	} {
		set(f[0], f[1])
		count(f[2] + " / 14 条")
		set(f[0], "")
	}
	set("status", "target")
	set("from", "2023")
	count("2 / 14 条")
	// What is shown is saved, and the address keeps it.
	rows := rowsOf(b.t, b.saved("#save", "*.csv"))
	if len(rows) != 3 || rows[1][0] != "990001-2023-work_report:83-85" && !strings.HasPrefix(rows[1][0], "990001-2023-work_report:") || rows[0][0] != "fact_id" || rows[1][3] != "青云县" {
		b.t.Errorf("saved %q", rows)
	}
	expect(b, `location.hash`, "#from=2023&status=target")
	b.goTo("facts.html#status=actual")
	count("6 / 14 条")
	for by, want := range map[string]string{"value": "+5.2 %", "confidence": "140 亿元", "year": "150 亿元"} {
		b.goTo("facts.html#status=actual")
		b.click("#list .c-" + by + "[role=columnheader]")
		expect(b, `document.querySelector("#list .row:not(.head) .c-value").textContent`, want)
	}
	b.goTo("facts.html")
	b.click("#list .c-year[role=columnheader]")
	b.click("#list .c-year[role=columnheader]")
	expect(b, `document.querySelector("#list .row:not(.head) .c-year").textContent`, "2023")
	b.goTo("facts.html#status=actual")
	b.press("jj")
	expect(b, `document.querySelector("#list .row.on .c-value").textContent`, "+5.2 %")
	expect(b, `document.querySelector("#detail blockquote").textContent`, "全县地区生产总值5.2%。")
	b.enter()
	expect(b, `document.querySelector("#detail .value") && location.pathname.split("/").pop() + document.querySelector("#detail .value").textContent`, "990002-2022-work_report.html+5.2 %")
}

// colours counts the canvas' pixels that are near a colour of the style.
const colours = `((name) => {
  const chart = document.querySelector("#chart canvas"), c = document.createElement("canvas");
  c.width = chart.width;
  c.height = chart.height;
  const x = c.getContext("2d", { willReadFrequently: true });
  x.drawImage(chart, 0, 0);
  x.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const [r, g, b] = x.fillStyle.match(/\w\w/g).map((h) => parseInt(h, 16));
  const d = x.getImageData(0, 0, c.width, c.height).data;
  let n = 0;
  for (let i = 0; i < d.length; i += 4) if (d[i + 3] > 200 && Math.abs(d[i] - r) + Math.abs(d[i + 1] - g) + Math.abs(d[i + 2] - b) < 12) n++;
  return n;
})`

func testCharts(b *tab) {
	drawn := func(name string) { b.t.Helper(); expect(b, colours+`("`+name+`") > 60`, true) }
	b.goTo("charts.html")
	expect(b, `document.getElementById("title").textContent`, "青云县 · 地区生产总值 · 增速（%）")
	drawn("--actual")
	drawn("--target")
	if png := b.saved("#png", "*.png"); !strings.HasPrefix(png, "\x89PNG") || len(png) < 5000 {
		b.t.Errorf("the saved picture has %d bytes and begins with %q", len(png), png[:min(8, len(png))])
	}
	rows := rowsOf(b.t, b.saved("#csv", "*.csv"))
	if len(rows) != 6 || !slices.Equal(rows[4][5:11], []string{"2022", "%", "6", "5.5", "6.5", "range"}) {
		b.t.Errorf("saved %q", rows)
	}
	// A click on a goal leads to its sentence.
	at := ask[[]float64](b, `(r => { const [x, y] = echarts.getInstanceByDom(document.getElementById("chart")).convertToPixel({ seriesIndex: 1 }, [0, 6]); return [r.left + x, r.top + y] })(document.getElementById("chart").getBoundingClientRect())`)
	b.do(chromedp.MouseEvent("mouseMoved", at[0], at[1]))
	expect(b, `document.querySelector(".charttip").textContent`, "2019目标值 ≥6 %实际值 5 %✗ 未完成")
	b.do(chromedp.MouseClickXY(at[0], at[1]))
	expect(b, `document.querySelector("#source blockquote").textContent`, "全县地区生产总值6%。")
	expect(b, `document.querySelector("#source a").getAttribute("href").split("#")[0]`, "doc/990001-2023-work_report.html")
	b.goTo("charts.html#tab=regions")
	expect(b, `document.querySelectorAll(".token").length`, 2)
	b.click(".token")
	expect(b, `document.querySelectorAll(".token").length`, 1)
	b.goTo("charts.html#tab=spread&year=2020")
	expect(b, `document.getElementById("title").textContent`, "2020 · 地区生产总值 · 增速（%）")
	drawn("--target")
	b.goTo("charts.html#tab=met")
	expect(b, `document.getElementById("key").textContent`, "✓ 完成 6✗ 未完成 4· 无法判断 0")
	drawn("--actual-tint")
	drawn("--target-tint")
	b.goTo("charts.html#tab=terms")
	expect(b, `[...document.querySelectorAll("#numbers tbody tr")].map((e) => e.textContent).join(" ")`, "数字经济合计2022100 数字经济合计20231128 数字经济人工智能2022100 数字经济人工智能20231128")
}

func testCheck(b *tab) {
	b.goTo("check.html")
	expect(b, `document.querySelectorAll("#list .one").length`, 6)
	b.do(chromedp.SendKeys("#who", "李"))
	ask[bool](b, `document.activeElement.blur() || true`)
	b.press("j")
	b.press("y")
	b.press("j")
	b.press("x")
	expect(b, `document.querySelectorAll("#list .one.done").length`, 2)
	b.press("j")
	b.press("e")
	b.do(chromedp.SetValue("#list .one.on [name=value]", "6.5"), chromedp.SetValue("#list .one.on [name=note]", `=1+1 "甲"`))
	b.click("#list .one.on .mend .main")
	expect(b, `document.querySelectorAll(".mend").length`, 0)
	expect(b, `document.querySelectorAll("#list .one.done").length`, 3)
	text := b.saved("#save", "corrections.csv")
	rows := rowsOf(b.t, text)
	// The form of SPEC 6a: what is right has confidence 1, what is wrong goes,
	// what is mended has a line for each column.
	ids := ask[[]string](b, `[...document.querySelectorAll("#list .one")].slice(0, 3).map((e) => e.dataset.fact).sort()`)
	if len(rows) != 4 || !slices.Equal(rows[0], []string{"fact_id", "quote", "column", "value", "note", "who"}) {
		b.t.Fatalf("saved %q", rows)
	}
	var kinds []string
	for i, r := range rows[1:] {
		if r[0] != ids[i] || r[1] != "6%" || r[5] != "李" {
			b.t.Errorf("line %d is %q, want the fact %s", i+1, r, ids[i])
		}
		kinds = append(kinds, strings.Join(r[2:5], "|"))
	}
	slices.Sort(kinds)
	if want := []string{"confidence|1|", "fact||", `value|6.5|'=1+1 "甲"`}; !slices.Equal(kinds, want) {
		b.t.Errorf("saved %q, want %q", kinds, want)
	}
	// The ticks are still there, on the report's page too, and can be loaded.
	b.goTo("check.html")
	expect(b, `document.getElementById("progress").textContent`, "6 条，其中 3 条已核查；共记下 3 条核查结果")
	b.goTo("doc/" + strings.Split(ids[0], ":")[0] + ".html")
	expect(b, `document.querySelectorAll(".text [data-tick]").length > 0`, true)
	ask[bool](b, `localStorage.clear() || true`)
	b.goTo("check.html")
	file := filepath.Join(b.t.TempDir(), "corrections.csv")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		b.t.Fatal(err)
	}
	// A browser that keeps nothing says so.
	ask[bool](b, `(Storage.prototype.setItem = () => { throw new Error("full") }) && true`)
	b.press("jy")
	expect(b, `document.querySelector(".notice").textContent.slice(0, 8)`, "浏览器没有存下这")
	b.goTo("check.html")
	b.do(chromedp.SetUploadFiles("#file", []string{file}))
	expect(b, `document.getElementById("progress").textContent`, "载入 3 条")
	if again := b.saved("#save", "corrections.csv"); again != text {
		b.t.Errorf("loaded and saved again:\n%s\nwant\n%s", again, text)
	}
	// What export --doubtful gave and Excel saved is loaded as well: further
	// columns, lines that nobody filled in, GB18030.
	filled := "fact_id,quote,column,value,note,who,sentence\r\n" + ids[1] + ",6%,subject,居民收入,,王,全县\r\n" + ids[2] + ",6%,,,,,全县\r\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(filled)
	if err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(gb), 0o600); err != nil {
		b.t.Fatal(err)
	}
	b.do(chromedp.SetUploadFiles("#file", []string{file}))
	expect(b, `document.getElementById("progress").textContent`, "载入 1 条")
	expect(b, fmt.Sprintf(`zhibiao.ticks.get(%q).changes.subject + zhibiao.ticks.get(%q).who`, ids[1], ids[1]), "居民收入王")
	b.click("#tabs button:nth-child(2)")
	expect(b, `document.querySelector("#list h2").textContent + document.querySelector("#list .reason").textContent`, "青云县 2020 · 地区生产总值与 2019 年相比为 4 倍 图表")
	// 2021 is missing though the report of 2022 is there.
	expect(b, `[...document.querySelectorAll("#list .item")].filter((e) => e.querySelector("h2").textContent === "白河区 2021 · 地区生产总值").map((e) => e.querySelector("a").getAttribute("href")).join()`, "doc/990002-2022-work_report.html")
	b.click("#tabs button:nth-child(3)")
	expect(b, `document.querySelector("#list .warnings").textContent`, `a <i>warning</i> "here"统计公报里有 3 个目标`)
	b.click("#tabs button:nth-child(4)")
	expect(b, `document.querySelector("#list .item").textContent`, "公报<b>.png是图片办法： 请先做文字识别（OCR），或取得文字版")
	b.click("#lang")
	expect(b, `document.querySelector("#list .item .reason").textContent`, "is a picture")
	b.click("#tabs button:nth-child(3)")
	expect(b, `document.querySelector("#list .warnings").textContent`, `a <i>warning</i> "here"a communiqué with 3 goals`)
	b.click("#lang")
}

// Where a folder holds little, the pages say so.
func testEmpty(b *tab) {
	full := b.out
	defer func() { b.out = full }()
	doc, _, _ := sample()
	b.out = build(b.t, Options{Goals: []Goal{{Region: "青云县", Indicator: "gdp", Measure: "level", Year: 2022, Actual: ptr(1.0)}}}, report{doc, nil})
	for tab, want := range map[string]bool{"goals": false, "regions": false, "spread": true, "met": true} {
		b.goTo("charts.html#tab=" + tab)
		expect(b, `document.getElementById("chart").hidden`, want)
	}
	for _, page := range []string{"facts.html", "check.html"} {
		b.goTo(page)
		expect(b, `document.querySelector(".empty").textContent`, "没有符合条件的内容。")
	}
	b.goTo("doc/990001-2023-work_report.html")
	b.press("j")
	b.goTo("index.html")
	expect(b, `document.getElementById("sum").textContent`, "1 份报告，1 个地区，1 个年份，0 条数据")
	b.out = build(b.t, Options{}, report{doc, nil})
	b.goTo("charts.html")
	expect(b, `document.getElementById("note").textContent`, "没有可画的数据：面板里没有这样的行。")
}

// No page scrolls sideways on a phone.
func testPhone(b *tab) {
	b.do(chromedp.EmulateViewport(390, 844, func(p *emulation.SetDeviceMetricsOverrideParams, _ *emulation.SetTouchEmulationEnabledParams) {
		p.Mobile = true
	}))
	for _, page := range []string{"index.html", "facts.html", "charts.html", "charts.html#tab=met", "charts.html#tab=spread", "check.html", "index.html?lang=en", "facts.html?lang=en", "charts.html?lang=en", "check.html?lang=en", "index.html?lang=zh", "doc/990001-2023-work_report.html"} {
		b.goTo(page)
		if width := ask[int](b, `document.documentElement.scrollWidth`); width > 390 {
			b.t.Errorf("%s is %d pixels wide", page, width)
		}
	}
	// Every year has its label, and the tab that is open is in sight.
	b.goTo("charts.html#tab=goals")
	expect(b, `(() => { const l = echarts.getInstanceByDom(document.getElementById("chart")).getOption().xAxis[0].axisLabel; return l.interval + " " + l.formatter("2021").split("\n")[0]; })()`, "0 2021")
	// Many years stand upright, and the chart is moved sideways, not the page.
	b.goTo("charts.html#tab=goals&region=990002&indicator=cpi%7Cgrowth%7C%25")
	expect(b, `(() => { const l = echarts.getInstanceByDom(document.getElementById("chart")).getOption().xAxis[0].axisLabel; return [l.interval, l.rotate, l.formatter("2021").trim()].join(" "); })()`, "0 90 2021")
	expect(b, `(() => { const c = document.getElementById("chart"), p = c.parentElement; return c.clientWidth >= 32 * 14 && p.scrollWidth > p.clientWidth && p.scrollLeft + p.clientWidth >= p.scrollWidth - 1 && document.documentElement.scrollWidth <= 390; })()`, true)
	b.goTo("charts.html#tab=met")
	expect(b, `(() => { const a = document.querySelector("#tabs [aria-selected=true]").getBoundingClientRect(); return a.left >= 0 && a.right <= innerWidth; })()`, true)
	b.goTo("doc/990001-2023-work_report.html")
	b.click(`[data-q="0"]`)
	expect(b, `getComputedStyle(document.getElementById("detail")).position`, "fixed")
	b.do(chromedp.EmulateViewport(1440, 900))
}

// Nothing in the texts ran, nothing failed, nothing left the disk.
func testClean(b *tab) {
	expect(b, `typeof window.broken`, "undefined")
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, p := range b.problems {
		b.t.Errorf("the browser says: %s", p)
	}
	local := 0
	for _, url := range b.requests {
		switch {
		case strings.HasPrefix(url, "file:///"):
			local++
		case strings.HasPrefix(url, "data:"), strings.HasPrefix(url, "blob:"), url == "about:blank":
		default:
			b.t.Errorf("a request leaves the disk: %s", url)
		}
	}
	if local < 100 {
		b.t.Errorf("only %d requests were seen", local)
	}
}

// testMany measures the pages of 300 reports with 100,000 facts. Times are
// reported, not asserted: how long a page takes is the machine's.
func testMany(b *tab) {
	t := b.t
	small := b.out
	defer func() { b.out = small }()
	doc, facts, _ := sample()
	var reports []report
	for n := range 300 {
		d := doc
		d.DocID = fmt.Sprintf("99%04d-%d-work_report", n%30+1, 2014+n/30)
		d.Source, d.Region, d.RegionCode, d.ReportYear = fmt.Sprint(n), fmt.Sprint("第", n%30+1, "县"), fmt.Sprintf("99%04d", n%30+1), int32(2014+n/30)
		d.Text = strings.Repeat("全县地区生产总值150亿元，增长5.2%。\n", 340)
		own := make([]dataset.FactRow, 334)
		for i := range own {
			f := facts[i%2]
			f.DocID, f.RegionCode, f.Region, f.ReportYear = d.DocID, d.RegionCode, d.Region, d.ReportYear
			f.QuoteStart, f.QuoteEnd = int32(21*i+8), int32(21*i+13)
			f.FactID = fmt.Sprintf("%s:%d-%d", d.DocID, f.QuoteStart, f.QuoteEnd)
			f.Value = ptr(float64(n*1000 + i))
			f.Sentence = fmt.Sprintf("第%d县第%d句：地区生产总值150亿元，增长5.2%%。", n, i)
			own[i] = f
		}
		reports = append(reports, report{d, own})
	}
	dir := write(t, reports...)
	b.out = filepath.Join(dir, "view")
	start := time.Now()
	if _, err := Build(t.Context(), dir, b.out, Options{}); err != nil {
		t.Fatal(err)
	}
	size := func(name string) int64 {
		info, err := os.Stat(filepath.Join(b.out, "data", name))
		if err != nil {
			t.Fatal(err)
		}
		return info.Size() / 1000
	}
	t.Logf("300 reports, 100,200 facts written in %v: facts.js %d kB, sentences.js %d kB", time.Since(start).Round(time.Millisecond), size("facts.js"), size("sentences.js"))

	b.goTo("index.html")
	expect(b, `document.querySelectorAll("#list .row").length > 10`, true)
	painted := func() int {
		expect(b, `performance.getEntriesByName("first-contentful-paint").length`, 1)
		return ask[int](b, `Math.round(performance.getEntriesByName("first-contentful-paint")[0].startTime)`)
	}
	t.Logf("index: first paint after %d ms", painted())
	b.goTo("facts.html")
	expect(b, `document.getElementById("count").textContent`, "100,200 / 100,200 条")
	t.Logf("facts: first paint after %d ms, loaded after %d ms", painted(), ask[int](b, `Math.round(performance.timing.loadEventEnd - performance.timing.navigationStart)`))
	t.Logf("a filter takes %d ms", ask[int](b, `(() => { const a = performance.now(); const e = document.getElementById("filters").elements.status; e.value = "actual"; document.getElementById("filters").requestSubmit(); return Math.round(performance.now() - a) })()`))
	ask[bool](b, `(e => { e.scrollTop = e.scrollHeight / 2; return true })(document.getElementById("list"))`)
	expect(b, `Number(document.querySelector("#list .row:not(.head)").dataset.i) > 40000`, true)
	if n := ask[int](b, `document.querySelectorAll("#list .row").length`); n > 100 {
		t.Errorf("%d rows are in the page at once", n)
	}
	ask[bool](b, `(e => { e.value = "第299县第333句"; document.getElementById("filters").requestSubmit(); return true })(document.getElementById("filters").elements.q)`)
	expect(b, `document.getElementById("count").textContent`, "1 / 100,200 条")
}
