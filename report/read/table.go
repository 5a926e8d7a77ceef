package read

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"zhibiao/message"
	"zhibiao/report"
)

// fields are the places of what a table tells of each report; -1 where it
// has no such column.
type fields struct {
	text, title, date, year, kind int
	region                        []int // province, city, county: all that there are
}

// Names under which columns are known, best first.
var (
	textNames   = []string{"full_text", "fulltext", "content", "text", "正文", "全文", "内容", "报告全文", "报告正文", "报告内容", "文本", "body"}
	titleNames  = []string{"title", "标题", "名称", "报告标题", "题目"}
	dateNames   = []string{"date", "日期", "时间", "发布日期", "发布时间", "报告日期", "成文日期", "发文日期", "公布日期", "公布时间", "publish date", "publish time", "pub date", "release date", "release time", "issue date", "datetime"}
	yearNames   = []string{"year", "年份", "年度", "报告年份", "年"}
	kindNames   = []string{"kind", "类型", "文种"}
	regionNames = [][]string{
		{"province", "省份", "省", "省级", "所属省份", "prov", "province_name"},
		{"prefecture", "city", "城市", "地级市", "市", "地市", "city_name"},
		{"county", "区县", "县", "县区", "district", "县（区）", "county_name"},
	}
	placeNames = []string{"region", "place", "地区", "区域", "地名", "地方", "行政区", "area"}
)

// maxColumns is more than any table of reports has.
const maxColumns = 1000

// columnsOf finds the columns of a header. Its text column is the named one,
// if a name is given.
func columnsOf(header []string, textColumn string) fields {
	header = slices.Clone(header[:min(len(header), maxColumns)])
	for i, h := range header {
		header[i] = columnName(h)
	}
	c := fields{
		title: findColumn(header, titleNames), date: findColumn(header, dateNames),
		year: findColumn(header, yearNames), kind: findColumn(header, kindNames),
	}
	if textColumn != "" {
		c.text = findColumn(header, []string{textColumn})
	} else {
		c.text = findColumn(header, textNames)
	}
	for _, names := range regionNames {
		if i := findColumn(header, names); i >= 0 {
			c.region = append(c.region, i)
		}
	}
	// A column of whole places comes last: it is the most precise.
	if i := findColumn(header, placeNames); i >= 0 {
		c.region = append(c.region, i)
	}
	return c
}

// findColumn is the first of names that a header has, whose columns are named as
// columnName does.
func findColumn(header, names []string) int {
	for _, n := range names {
		if i := slices.Index(header, columnName(n)); i >= 0 {
			return i
		}
	}
	return -1
}

// columnName is a header as names are compared: Release Time is release_time.
func columnName(s string) string { return gaps.Replace(strings.ToLower(strings.TrimSpace(s))) }

var gaps = strings.NewReplacer(" ", "", "_", "", "-", "")

// noTextColumn is the refusal of a table in which no column is the text.
func (f *file) noTextColumn(header []string) *report.Error {
	var names []string
	for i, h := range header {
		if i == 20 {
			names = append(names, "…")
			break
		}
		h = oneLine(h)
		if r := []rune(h); len(r) > 30 {
			h = string(r[:30]) + "…"
		}
		names = append(names, strconv.Quote(h))
	}
	reason := "no column holds the reports' text; its columns are " + strings.Join(names, ", ")
	if t := f.opt.TextColumn; t != "" {
		reason = fmt.Sprintf("no column is named %q; its columns are %s", t, strings.Join(names, ", "))
	}
	return f.fail("read", reason, fmt.Sprintf("name the column, as in: zhibiao extract %s --text-column %s", quoted(f.source), quoted(likelyText(header))))
}

// likelyText is the column that most likely holds the reports' text: one whose
// name speaks of it, else the last.
func likelyText(header []string) string {
	for _, w := range [...]string{"正文", "全文", "原文", "文本", "内容", "text", "content"} {
		for _, h := range header {
			if strings.Contains(strings.ToLower(h), w) {
				return oneLine(h)
			}
		}
	}
	if len(header) == 0 {
		return "NAME"
	}
	return oneLine(header[len(header)-1])
}

// quoted is s as a shell takes it for one word.
func quoted(s string) string {
	if !strings.ContainsAny(s, " \t'\"$\\*?&|;<>()`!#") && s != "" {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// rowSource names a row: table.csv#12.
func (f *file) rowSource(n int) string { return f.source + "#" + strconv.Itoa(n) }

// rowError is a broken row.
func (f *file) rowError(n int, reason, remedy string) *report.Error {
	return &report.Error{Source: f.rowSource(n), Stage: "read", Reason: reason, Remedy: remedy}
}

// rowRaw makes a report of one row. cell gives a column's content.
func (f *file) rowRaw(format kind, n int, c fields, cell func(i int) string) (report.Raw, *report.Error) {
	get := func(i int) string {
		if i < 0 {
			return ""
		}
		s, _ := tidy(unmarked(cell(i)))
		return strings.TrimSpace(s)
	}
	text, bad := tidy(unmarked(cell(c.text)))
	if strings.TrimSpace(text) == "" {
		return report.Raw{}, f.rowError(n, "the row has no text", "fill the text column or delete the row")
	}
	r := report.Raw{Source: f.rowSource(n), Format: string(format), Bytes: len(text), Text: cellText(text)}
	if bad > 0 {
		r.Warnings = append(r.Warnings, message.New("warn.undecoded", bad))
	}
	r.Title, r.Kind = oneLine(get(c.title)), get(c.kind)
	r.Date = cellDate(get(c.date))
	r.Year = cellYear(get(c.year))
	if r.Year == 0 && r.Date == "" { // a column 时间 that holds years
		r.Year = cellYear(get(c.date))
	}
	for _, i := range c.region {
		part := oneLine(get(i))
		if part == "" || part == "-" || strings.EqualFold(part, "nan") || strings.EqualFold(part, "null") || strings.EqualFold(part, "none") {
			continue
		}
		if isDigits(part) { // a code is no name
			continue
		}
		if strings.HasPrefix(part, r.Region) { // 河北省, then 河北省保定市
			r.Region = part
		} else if !strings.HasSuffix(r.Region, part) { // 北京市, then 北京市
			r.Region += part
		}
	}
	return r, nil
}

// cellText undoes what scrapers leave in cells: line breaks written as \n,
// and whole pages of HTML.
func cellText(s string) string {
	if !strings.Contains(s, "\n") && strings.Count(s, `\n`) >= 3 {
		s = strings.NewReplacer(`\r\n`, "\n", `\n`, "\n", `\t`, "\t").Replace(s)
	}
	if len(htmlBlock.FindAllStringIndex(s, 6)) == 6 {
		if t := flatArticle(s); hanCount(t)*2 > hanCount(s) {
			return t
		}
	}
	return s
}

var yearForm = regexp.MustCompile(`(?:^|\D)((?:19|20)\d{2})(?:\D|$)`)

// cellYear reads a year as tables hold it: 2023, 2023年, 2023.0.
func cellYear(s string) int {
	m := yearForm.FindStringSubmatch(s)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

// cellDate reads a date as tables hold it, to YYYY-MM-DD.
func cellDate(s string) string {
	if m := dateForm.FindStringSubmatch(s); m != nil {
		return m[1] + "-" + pad2(m[2]) + "-" + pad2(m[3])
	}
	if len(s) == 8 && isDigits(s) && (s[:2] == "19" || s[:2] == "20") {
		return s[:4] + "-" + s[4:6] + "-" + s[6:]
	}
	return ""
}

func isDigits(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
}
