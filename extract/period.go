package extract

import (
	"fmt"
	"strconv"
	"strings"

	"zhibiao/lexicon"
)

// span is a stretch of time in months, both ends included.
type span struct {
	y1, m1, y2, m2 int
}

func years(a, b int) span { return span{a, 1, b, 12} }

func (s span) ok() bool { return s.y1 > 0 }

// String is the period as the tables have it: 2022, 2021/2025, 2022-H1,
// 2022-Q1, 2022-03, 2022-01/2022-11.
func (s span) String() string {
	switch {
	case !s.ok():
		return ""
	case s.m1 == 1 && s.m2 == 12 && s.y1 == s.y2:
		return strconv.Itoa(s.y1)
	case s.m1 == 1 && s.m2 == 12:
		return fmt.Sprintf("%d/%d", s.y1, s.y2)
	case s.y1 == s.y2 && s.m1 == 1 && s.m2 == 6:
		return fmt.Sprintf("%d-H1", s.y1)
	case s.y1 == s.y2 && s.m1 == 7 && s.m2 == 12:
		return fmt.Sprintf("%d-H2", s.y1)
	case s.y1 == s.y2 && s.m1 == s.m2:
		return fmt.Sprintf("%d-%02d", s.y1, s.m1)
	case s.y1 == s.y2 && s.m2 == s.m1+2 && s.m1%3 == 1:
		return fmt.Sprintf("%d-Q%d", s.y1, s.m1/3+1)
	}
	return fmt.Sprintf("%d-%02d/%d-%02d", s.y1, s.m1, s.y2, s.m2)
}

// dates are the first and the last day of s, YYYY-MM-DD.
func (s span) dates() (from, to string) {
	if !s.ok() {
		return "", ""
	}
	last := [...]int{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[s.m2]
	if s.m2 == 2 && s.y2%4 == 0 && (s.y2%100 != 0 || s.y2%400 == 0) {
		last = 29
	}
	return date(s.y1, s.m1, 1), date(s.y2, s.m2, last)
}

func date(y, m, d int) string {
	b := [10]byte{4: '-', 7: '-'}
	for i, v := range [...]int{y / 1000 % 10, y / 100 % 10, y / 10 % 10, y % 10, -1, m / 10, m % 10, -1, d / 10, d % 10} {
		if v >= 0 {
			b[i] = byte('0' + v)
		}
	}
	return string(b[:])
}

// mention is a period named in a text.
type mention struct {
	start, end int
	span       span
	point      bool // an end: 到2030年, 年底, “十五五”末
	since      bool // 2018年以来
	base       bool // what something is compared with: 比2012年
	yoy        bool // the base is the period before: 比上年
	origin     bool // 由1952年的X: it governs X alone
	silent     bool // named, but sets nothing: 连续九年, the name of a plan
	mark       int  // how the words said it, for multi-year spans: 近3年
	rule       string
}

// when is what periods are relative to.
type when struct {
	year     int // the report's
	from, to int // the years that the paragraph speaks of
	plan     bool
}

// current is the year that 全年, 年底, 一季度 belong to.
func (w when) current() int {
	if w.to > 0 {
		return w.to
	}
	return w.year
}

// periodFinder finds periods in text.
type periodFinder struct {
	words trie[*lexicon.Period]
}

func newPeriodFinder(lex *lexicon.Lexicon) *periodFinder {
	f := &periodFinder{}
	for i := range lex.Periods {
		p := &lex.Periods[i]
		if !strings.HasPrefix(p.Text, "/") {
			f.words.add([]rune(p.Text), p)
		}
	}
	return f
}

// find lists the periods named in t[from:to], in order.
func (f *periodFinder) find(t []rune, from, to int, w when) []mention {
	var out []mention
	text := t[:to]
	for i := from; i < to; {
		m, ok := f.at(text, i, from, w)
		if !ok {
			if isDigit(text[i]) { // never start inside a number
				for i < to && (isDigit(text[i]) || text[i] == '.') {
					i++
				}
			} else {
				i++
			}
			continue
		}
		m.end += prefixLen(text, m.end, "之内", "内")
		f.context(text, &m, from)
		out = append(out, m)
		i = m.end
	}
	return out
}

func hasPrefix(t []rune, i int, s string) bool {
	for _, r := range s {
		if i >= len(t) || t[i] != r {
			return false
		}
		i++
	}
	return true
}

// prefixLen is the length of the first of words that stands at t[i], 0 if none.
func prefixLen(t []rune, i int, words ...string) int {
	for _, w := range words {
		if hasPrefix(t, i, w) {
			return len([]rune(w))
		}
	}
	return 0
}

func (f *periodFinder) at(t []rune, i, from int, w when) (m mention, ok bool) {
	r := t[i]
	m.start = i
	switch {
	case isDigit(r) || digitOf(r) >= 0 || r == '十' || r == '廿':
		if m, ok = f.year(t, i, w); ok {
			return m, true
		}
		if m, ok = f.months(t, i, w); ok {
			return m, true
		}
		if m, ok = f.plan(t, i); ok {
			return m, true
		}
		if m, ok = f.duration(t, i, from, w); ok {
			return m, true
		}
	case r == '“' || r == '"' || r == '‘' || r == '\'':
		return f.plan(t, i)
	case r == '第':
		if m, ok = f.numbered(t, i); ok {
			return m, true
		}
		m.start = i
	case r == '近' || r == '过' || r == '今' || r == '未' || r == '前' || r == '连' || r == '这' || r == '头' || r == '后' || r == '来':
		if m, ok = f.duration(t, i, from, w); ok {
			return m, true
		}
	}
	if r == '前' && i > from && t[i-1] == '提' { // 提前一年
		return m, false
	}
	p, n := f.words.match(t, i)
	if n == 0 {
		return m, false
	}
	sp, ok := expect(p.Expect, w, t[i:i+n])
	if !ok {
		return m, false
	}
	m.end, m.span, m.rule = i+n, sp, "period."+p.Text
	last := t[m.end-1]
	m.point = last == '底' || last == '末' || last == '终'
	if r == '前' && n == 2 && t[i+1] == '年' && i > from && (isDigit(t[i-1]) || t[i-1] == '年') {
		return m, false
	}
	if k := prefixLen(t, m.end, "同期"); k > 0 {
		m.end += k
	}
	if k := prefixLen(t, m.end, "底", "末", "年底", "年末"); k > 0 && sp.m1 == 1 && sp.m2 == 12 {
		m.end += k
		m.point = true
	}
	if sp.y1 == sp.y2 && sp.m1 == 1 && sp.m2 == 12 && (monthPrefix(t, m.end) || hasPrefix(t, m.end, "前") || hasPrefix(t, m.end, "上半年") || hasPrefix(t, m.end, "下半年")) {
		if k, part := partOfYear(t, m.end, sp.y1); k > 0 {
			m.end, m.span = m.end+k, part
		}
	}
	return m, true
}

func monthPrefix(t []rune, i int) bool {
	_, n := monthAt(t, i)
	return n > 0
}

// relative words: what the lexicon says of Y-1 holds for the year that the
// paragraph speaks of.
func relativeWord(word []rune) bool {
	switch word[0] {
	case '全', '年', '上', '下', '一', '二', '三', '四', '第', '前', '本':
		s := string(word)
		switch s {
		case "上年", "上年度", "上一年", "上一年度", "上年末", "上年底", "一年来", "前年", "前一年", "下年", "下一年":
			return false
		}
		return !strings.HasSuffix(s, "来") && !strings.Contains(s, "五年") && !strings.Contains(s, "届")
	}
	return false
}

// expect reads the lexicon's notation: Y, Y-1, Y-5/Y-1, Y-1-H1, Y-1-Q1,
// Y-1-03, 2021/2025.
func expect(e string, w when, word []rune) (span, bool) {
	if strings.Contains(e, "$") || w.year == 0 && strings.Contains(e, "Y") {
		return span{}, false
	}
	year := w.year
	if relativeWord(word) && strings.HasPrefix(e, "Y-1") {
		year = w.current() + 1
	}
	a, b, two := strings.Cut(e, "/")
	s, ok := expectOne(a, year)
	if !ok || !two {
		return s, ok
	}
	s2, ok := expectOne(b, year)
	return span{s.y1, s.m1, s2.y2, s2.m2}, ok
}

func expectOne(e string, year int) (span, bool) {
	var y int
	if strings.HasPrefix(e, "Y") {
		e = e[1:]
		y = year
		if len(e) >= 2 && (e[0] == '-' || e[0] == '+') {
			j := 1
			for j < len(e) && e[j] >= '0' && e[j] <= '9' {
				j++
			}
			if j == 2 || j == 3 && e[0] == '+' || j == 3 && e[1] != '0' && len(e) == 3 && e[1:3] == "10" {
				d, _ := strconv.Atoi(e[1:j])
				if e[0] == '-' {
					d = -d
				}
				y += d
				e = e[j:]
			}
		}
	} else {
		if len(e) < 4 {
			return span{}, false
		}
		v, err := strconv.Atoi(e[:4])
		if err != nil {
			return span{}, false
		}
		y, e = v, e[4:]
	}
	switch {
	case e == "":
		return years(y, y), true
	case strings.HasPrefix(e, "-H1"):
		return span{y, 1, y, 6}, true
	case strings.HasPrefix(e, "-H2"):
		return span{y, 7, y, 12}, true
	case strings.HasPrefix(e, "-Q") && len(e) == 3:
		q := int(e[2] - '0')
		return span{y, q*3 - 2, y, q * 3}, q >= 1 && q <= 4
	case strings.HasPrefix(e, "-"):
		mm, err := strconv.Atoi(e[1:])
		return span{y, mm, y, mm}, err == nil && mm >= 1 && mm <= 12
	}
	return span{}, false
}

// fourYear reads 2022 or 二〇二二 at t[i].
func fourYear(t []rune, i int) (y, n int) {
	for n < 5 && i+n < len(t) {
		d := digitOf(t[i+n])
		if isDigit(t[i+n]) {
			d = int64(t[i+n] - '0')
		}
		if d < 0 {
			break
		}
		y = y*10 + int(d)
		n++
	}
	if n != 4 || y < 1900 || y > 2100 {
		return 0, 0
	}
	return y, n
}

// year reads 2022年, 2016—2020年, 2018年以来, 2025年底, 98年, 2022年1—11月.
func (f *periodFinder) year(t []rune, i int, w when) (m mention, ok bool) {
	m.start = i
	if i > 0 && (isDigit(t[i-1]) || t[i-1] == '.' || isLatin(t[i-1])) {
		return m, false
	}
	y, n := fourYear(t, i)
	if n == 0 { // 98年, 九八年: of the century before the report's
		if i+2 < len(t) && t[i+2] == '年' && isDigit(t[i]) && isDigit(t[i+1]) {
			d := int(t[i]-'0')*10 + int(t[i+1]-'0')
			if d >= 49 && d+1900 >= w.year-25 && w.year > 0 && w.year < 2012 && d+1900 <= w.year+5 {
				y, n = 1900+d, 2
			}
		}
		if n == 0 {
			return m, false
		}
	}
	j := i + n
	y2 := y
	if j < len(t) && isRangeMark(t[j]) || hasPrefix(t, j, "年") && j+1 < len(t) && isRangeMark(t[j+1]) {
		k := j
		for k < len(t) && (isRangeMark(t[k]) || t[k] == '年') && k-j < 4 {
			k++
		}
		if v, n2 := fourYear(t, k); n2 > 0 && v > y && hasPrefix(t, k+n2, "年") {
			y2, j = v, k+n2
		} else if k+2 < len(t) && t[k+2] == '年' && isDigit(t[k]) && isDigit(t[k+1]) && k > j {
			v := y/100*100 + int(t[k]-'0')*10 + int(t[k+1]-'0')
			if v > y {
				y2, j = v, k+2
			}
		}
	}
	if j >= len(t) || t[j] != '年' {
		return m, false
	}
	j++
	m.rule = "period.year"
	m.span = years(y, y2)
	if hasPrefix(t, j, "代") { // 2000年代
		m.silent, m.end = true, j+1
		return m, true
	}
	if y == y2 {
		if k, part := partOfYear(t, j, y); k > 0 {
			m.span, m.end = part, j+k
			if k2 := prefixLen(t, m.end, "底", "末"); k2 > 0 {
				m.end += k2
				m.point = true
			}
			if k2 := prefixLen(t, m.end, "以来", "以后"); k2 > 0 {
				m.end += k2
				m.since = true
				m.span = sinceSpan(y, w)
			}
			return m, true
		}
	}
	m.end = j
	if prefixLen(t, j, "不变价", "可比价", "价格", "版") > 0 {
		m.silent = true
		return m, true
	}
	if k := prefixLen(t, j, "底", "末", "年底", "年末"); k > 0 {
		m.end, m.point = j+k, true
	} else if k := prefixLen(t, j, "以来", "来"); k > 0 && y == y2 {
		m.end, m.since, m.span = j+k, true, sinceSpan(y, w)
	} else if k := prefixLen(t, j, "度"); k > 0 {
		m.end = j + k
	} else if k := prefixLen(t, j, "同期"); k > 0 {
		m.end = j + k
	}
	return m, true
}

func sinceSpan(y int, w when) span {
	end := w.to
	if end == 0 || w.plan {
		end = w.year - 1
	}
	if end < y {
		end = y
	}
	return years(y, end)
}

// partOfYear reads what narrows a year: 上半年, 一季度, 前三季度, 3月, 1—11月.
func partOfYear(t []rune, j, y int) (n int, s span) {
	for _, p := range []struct {
		w      string
		m1, m2 int
	}{
		{"上半年", 1, 6},
		{"下半年", 7, 12},
		{"前三季度", 1, 9},
		{"前3季度", 1, 9},
		{"一季度", 1, 3},
		{"二季度", 4, 6},
		{"三季度", 7, 9},
		{"四季度", 10, 12},
		{"第一季度", 1, 3},
		{"第二季度", 4, 6},
		{"第三季度", 7, 9},
		{"第四季度", 10, 12},
		{"1季度", 1, 3},
	} {
		if k := prefixLen(t, j, p.w); k > 0 {
			return k, span{y, p.m1, y, p.m2}
		}
	}
	a, k := monthAt(t, j)
	if k == 0 {
		return 0, s
	}
	e := j + k
	if e < len(t) && isRangeMark(t[e]) || hasPrefix(t, e, "月") && e+1 < len(t) && isRangeMark(t[e+1]) {
		x := e
		for x < len(t) && (isRangeMark(t[x]) || t[x] == '月') && x-e < 4 {
			x++
		}
		if b, kb := monthAt(t, x); kb > 0 && b > a && hasPrefix(t, x+kb, "月") {
			x += kb + 1
			x += prefixLen(t, x, "份")
			return x - j, span{y, a, y, b}
		}
	}
	if !hasPrefix(t, e, "月") {
		return 0, s
	}
	e++
	e += prefixLen(t, e, "份")
	if d := e; d < len(t) && isDigit(t[d]) { // a day: the date is a point, no period
		for d < len(t) && isDigit(t[d]) {
			d++
		}
		if hasPrefix(t, d, "日") {
			e = d + 1
		}
	}
	return e - j, span{y, a, y, a}
}

func monthAt(t []rune, j int) (m, n int) {
	for n < 3 && j+n < len(t) && isDigit(t[j+n]) {
		m = m*10 + int(t[j+n]-'0')
		n++
	}
	if n == 0 {
		switch {
		case hasPrefix(t, j, "十一"):
			return 11, 2
		case hasPrefix(t, j, "十二"):
			return 12, 2
		case hasPrefix(t, j, "十"):
			return 10, 1
		case j < len(t) && digitOf(t[j]) > 0:
			return int(digitOf(t[j])), 1
		}
		return 0, 0
	}
	if m < 1 || m > 12 || n > 2 {
		return 0, 0
	}
	return m, n
}

// months reads 1—11月, 3月份, 11月底 without a year.
func (f *periodFinder) months(t []rune, i int, w when) (m mention, ok bool) {
	m.start = i
	if i > 0 && (isDigit(t[i-1]) || t[i-1] == '.' || t[i-1] == '个') {
		return m, false
	}
	y := w.current()
	k, s := partOfYear(t, i, y)
	if k == 0 || y == 0 {
		return m, false
	}
	m.end, m.span, m.rule = i+k, s, "period.month"
	if s.m1 == s.m2 {
		// A bare month tells when something happened, not what a figure covers,
		// unless it says so.
		m.silent = t[m.end-1] != '份' && !hasPrefix(t, m.end, "底") && !hasPrefix(t, m.end, "末")
		if k := prefixLen(t, m.end, "底", "末", "初", "中旬", "上旬", "下旬", "起"); k > 0 {
			m.end += k
		}
	}
	return m, true
}

// plan reads “十四五”期间, “十五五”末, 十三五时期.
func (f *periodFinder) plan(t []rune, i int) (m mention, ok bool) {
	m.start = i
	j := i
	quoted := t[j] == '“' || t[j] == '"' || t[j] == '‘' || t[j] == '\''
	if quoted {
		j++
	}
	k := j
	for k < len(t) && k-j < 3 && (digitOf(t[k]) > 0 || t[k] == '十') {
		k++
	}
	if k == j || t[k-1] != '五' {
		return m, false
	}
	if k-j == 1 {
		return m, false
	}
	v, good := hanValue(t[j : k-1])
	if !good || v < 1 || v > 18 {
		return m, false
	}
	n := int(v)
	if quoted {
		if k >= len(t) || t[k] != '”' && t[k] != '"' && t[k] != '’' && t[k] != '\'' {
			return m, false
		}
		k++
	}
	a := 1953 + (n-1)*5
	if n > 2 { // 1963 to 1965 belonged to no plan
		a = 1966 + (n-3)*5
	}
	m.span = years(a, a+4)
	m.rule = "period.plan"
	m.end = k
	switch x := prefixLen(t, k, "时期末", "期末", "末期", "末年", "规划末", "末", "收官之年"); {
	case x > 0:
		m.end, m.point = k+x, true
		m.span = years(a+4, a+4)
	case prefixLen(t, k, "初期", "初", "开局之年", "开局") > 0:
		m.end += prefixLen(t, k, "初期", "初", "开局之年", "开局")
		m.silent = true
	default:
		x := prefixLen(t, k, "时期以来", "期间", "时期", "以来", "五年间", "五年来", "五年", "这五年", "前四年", "头三年", "计划期间", "规划期间", "计划时期")
		m.end = k + x
		m.silent = x == 0
		if !quoted && x == 0 {
			return m, false
		}
	}
	return m, true
}

// numbered reads 第六个五年计划期间.
func (f *periodFinder) numbered(t []rune, i int) (m mention, ok bool) {
	k := i + 1
	for k < len(t) && k-i < 4 && (digitOf(t[k]) > 0 || t[k] == '十') {
		k++
	}
	v, good := hanValue(t[i+1 : k])
	if k == i+1 || !good || v < 1 || v > 18 || !hasPrefix(t, k, "个五年计划") && !hasPrefix(t, k, "個五年計劃") {
		return m, false
	}
	a := 1953 + (int(v)-1)*5
	if v > 2 {
		a = 1966 + (int(v)-3)*5
	}
	m = mention{start: i, end: k + 5, span: years(a, a+4), rule: "period.plan"}
	if x := prefixLen(t, m.end, "期末", "末期", "末"); x > 0 {
		m.end, m.point, m.span = m.end+x, true, years(a+4, a+4)
	} else if x := prefixLen(t, m.end, "期间", "时期", "期内"); x > 0 {
		m.end += x
	} else {
		m.silent = true
	}
	return m, true
}

// duration reads 近3年, 五年来, 过去五年, 今后三年, 这五年, 5年, 三年间.
func (f *periodFinder) duration(t []rune, i, from int, w when) (m mention, ok bool) {
	m.start = i
	j := i
	pre := ""
	for _, p := range []string{"连续", "过去的", "过去", "近", "今后的", "今后", "未来的", "未来", "前", "这", "头", "后", "最近"} {
		if hasPrefix(t, j, p) {
			pre = p
			j += len([]rune(p))
			break
		}
	}
	if pre == "前" && i > from && t[i-1] == '提' {
		return m, false
	}
	if pre == "" && !isDigit(t[i]) && digitOf(t[i]) < 0 && t[i] != '十' {
		return m, false
	}
	if j >= len(t) || !numeralStart(t[j]) {
		return m, false
	}
	num, good := parseNumeral(t, j, noUnits)
	if !good || num.point || num.seq || num.scale > 1 && !num.han || num.val.exp != 0 {
		return m, false
	}
	k := num.end
	if hasPrefix(t, k, "个年头") {
		k += 2
	}
	if k >= len(t) || t[k] != '年' {
		return m, false
	}
	k++
	n := int(num.val.float())
	if n < 1 || n > 100 || num.pair {
		return m, false
	}
	suf := ""
	for _, p := range []string{"多来", "以来", "来", "间", "累计", "内", "时间", "共", "总计", "中"} {
		if hasPrefix(t, k, p) {
			suf = p
			break
		}
	}
	end := w.to
	if end == 0 {
		end = w.year - 1
	}
	m.mark = n
	m.rule = "period.duration"
	m.end = k
	switch {
	case pre == "连续":
		m.silent = true
	case strings.HasPrefix(pre, "今后") || strings.HasPrefix(pre, "未来"):
		if w.year == 0 {
			return m, false
		}
		m.span = years(w.year, w.year+n-1)
	case pre == "近" || pre == "这" || strings.HasPrefix(pre, "过去") || suf == "来" || suf == "以来" || suf == "间" && !w.plan || suf == "累计" || suf == "共":
		if w.plan && (pre == "近" || strings.HasPrefix(pre, "过去") || suf == "来" || suf == "以来") && w.from == w.to {
			end = w.year - 1
		}
		if pre == "" && (suf == "来" || suf == "以来") && w.from > 0 && w.to-w.from+1 == n {
			end = w.to
		}
		m.span = years(end-n+1, end)
		m.end = k + len([]rune(suf))
	case pre == "" && w.from > 0 && w.to-w.from+1 == n:
		m.span = years(w.from, w.to)
	case pre == "" && !w.plan && (hasPrefix(t, k, "增长") || hasPrefix(t, k, "投资") || hasPrefix(t, k, "投入") || hasPrefix(t, k, "新增") || hasPrefix(t, k, "完成") || hasPrefix(t, k, "年均")):
		m.span = years(end-n+1, end)
	case w.plan && (suf == "内" || suf == "时间") && w.year > 0:
		m.span = years(w.year, w.year+n-1)
		m.silent = true
	default:
		return m, false
	}
	if w.year == 0 {
		return m, false
	}
	return m, true
}

func noUnits(int) int { return 0 }

// context reads the words before a mention: 到, 截至, 比, 较, 高于.
func (f *periodFinder) context(t []rune, m *mention, from int) {
	i := m.start
	before := func(n int) string {
		if i-n < from {
			return ""
		}
		return string(t[i-n : i])
	}
	switch before(1) {
	case "比", "较", "于":
		m.base = true
	case "到", "至":
		m.point = true
	case "是", "为":
		m.base = hasPrefix(t, m.end, "的") // 是1978年的12倍
	case "由", "从":
		m.origin = !m.since
	}
	switch before(2) {
	case "等于", "当于":
		m.base = true
	case "投产", "建成", "达产":
		m.silent = true // 投产后年产值
	case "相比", "对比", "相较", "高于", "低于", "超过", "截至", "截止", "同比":
		m.base = before(2) != "截至" && before(2) != "截止"
		if !m.base {
			m.point = true
		}
	}
	if before(1) == "与" || before(1) == "同" || before(1) == "和" {
		e := m.end
		if e > len(t) {
			e = len(t)
		}
		if n := min(len(t), e+8); strings.Contains(string(t[e:n]), "相比") || hasPrefix(t, e, "比较") || prefixLen(t, e, "持平", "大体", "基本持平", "相当", "对比") > 0 || hasPrefix(t, e, "比") && !hasPrefix(t, e, "比重") {
			m.base = true
		}
	}
	if prefixLen(t, m.end, "基数", "基础上") > 0 {
		m.base = true
	}
	if k := prefixLen(t, m.end, "新高", "新低", "来新高", "最", "首次", "来最", "以来最", "来首"); k > 0 || m.start > from && t[m.start-1] == '创' {
		m.silent = true
	}
	if m.base {
		w := string(t[m.start:m.end])
		m.yoy = strings.HasPrefix(w, "上年") || strings.HasPrefix(w, "去年") || strings.HasPrefix(w, "上一年") || strings.HasPrefix(w, "年初") || strings.HasPrefix(w, "前一年")
	}
}
