package report

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// topLine is a line before a report's text, or one of its first.
type topLine struct {
	text string
	head bool // it stands before the text
}

// joinTitles puts titles together that are set in several lines: the place
// above (阳谷县⏎2022年…统计公报), or a break within (2022年国民经济和⏎社会发展统计公报).
func joinTitles(lines []topLine) []topLine {
	out := make([]topLine, 0, len(lines))
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		for n := min(3, len(lines)-i); n > 1; n-- {
			if s, ok := oneTitle(lines[i : i+n]); ok {
				l.text = s
				i += n - 1
				break
			}
		}
		out = append(out, l)
	}
	return out
}

// oneTitle joins lines into a title; ok is false where they are none, or where
// the last of them is whole and the first says something else.
func oneTitle(lines []topLine) (string, bool) {
	var b strings.Builder
	for _, l := range lines[:len(lines)-1] {
		if !opensTitle(l.text) {
			return "", false
		}
		b.WriteString(l.text)
	}
	b.WriteString(lines[len(lines)-1].text)
	s := b.String()
	return s, titled(s)
}

// opensTitle tells a line that a title may begin with: a place, a year, what the
// economy's reports are called.
func opensTitle(s string) bool {
	n := utf8.RuneCountInString(s)
	if n < 2 || n > 30 || titled(s) || strings.ContainsAny(s, "，。：；、（(") {
		return false
	}
	if n <= 12 && isPlaceName(s) || strings.HasSuffix(s, "人民政府") {
		return true
	}
	return len(years(s)) > 0 || containsAny(s, "国民经济", "社会发展", "年政府", "关于")
}

// isPlaceName tells a name that ends as those of regions do, and that no title
// of a person or an office does.
func isPlaceName(s string) bool {
	return s == "中华人民共和国" || strings.ContainsAny(lastOf(s), "省市县区州盟旗镇乡") && !strings.Contains(s, "各位")
}

// titleMarks stand behind titles: 统计公报[1], 公报①, 公报*.
var titleMarks = []string{"[1]", "［1］", "〔1〕", "①", "*", "＊", "1"}

// withoutMarks cuts a note's mark off a title.
func withoutMarks(s string) string {
	for _, m := range titleMarks {
		if t, ok := strings.CutSuffix(s, m); ok && strings.HasSuffix(t, "报") {
			return t
		}
	}
	return s
}

// issuers are what those who issue reports are called, behind their place.
var issuers = []string{"统计局", "调查队", "人民政府", "人民政府办公室", "人民政府办公厅", "财政局", "发展和改革委员会"}

// cutIssuer parts a title from its issuer that stands in the same line:
// 2022年…统计公报阳谷县统计局.
func cutIssuer(s string) (title, issuer string) {
	i := strings.LastIndex(s, "公报")
	if i < 0 {
		return s, ""
	}
	i += len("公报")
	if issuer = strings.Trim(s[i:], " —-"); isIssuer(issuer) {
		return s[:i], issuer
	}
	return s, ""
}

// isIssuer tells the name of an office that issues reports.
func isIssuer(s string) bool {
	return utf8.RuneCountInString(s) <= 40 && !strings.ContainsAny(s, "，。：；") &&
		slices.ContainsFunc(issuers, func(w string) bool { return strings.HasSuffix(s, w) })
}

// issuer takes the place out of the name of an office: 阳谷县统计局, and of
// 阳谷县统计局 国家统计局阳谷调查队 the first.
func (h *headInfo) issuer(s string) {
	if s == "国家统计局" {
		h.place("全国")
		return
	}
	if i := strings.Index(s, "国家统计局"); i > 0 {
		s = strings.TrimSpace(s[:i])
	}
	s = strings.TrimPrefix(s, "国家统计局")
	for _, w := range issuers {
		if i := strings.Index(s, w); i > 0 {
			h.place(s[:i])
			return
		}
	}
}
