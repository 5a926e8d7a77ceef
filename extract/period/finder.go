package period

import (
	"strings"

	"zhibiao/extract/lang"
	"zhibiao/extract/num"
	"zhibiao/extract/word"
	"zhibiao/han"
	"zhibiao/lexicon"
)

// Finder finds periods in text.
type Finder struct {
	words lang.Trie[*lexicon.Period]
	roles *word.Table
	first *han.Table // the characters that a period may begin with
}

// opening are the characters besides those of the table's words that a period may begin
// with.
const opening = "“\"‘'第上本下首前近过今未连这头后来0123456789零〇○一二两三四五六七八九十廿"

// NewFinder compiles the table of periods of lex; roles are those of its words.
func NewFinder(lex *lexicon.Lexicon, roles *word.Table) *Finder {
	f, first := &Finder{roles: roles}, opening
	for i := range lex.Periods {
		p := &lex.Periods[i]
		if !strings.HasPrefix(p.Text, "/") {
			f.words.Add([]rune(p.Text), p)
			first += string([]rune(p.Text)[:1])
		}
	}
	f.first = han.NewTable(first)
	return f
}

// starts is the length of the word of role a that stands at t[i], 0 if none does.
func (f *Finder) starts(t []rune, i int, a word.Affix) int {
	return f.roles.LenAt(t, i, a)
}

// Find lists the periods named in t[from:to], in order. They are put into room where it
// is large enough, over what it holds.
func (f *Finder) Find(room []lang.Mention, t []rune, from, to int, w lang.When) []lang.Mention {
	out := room[:0]
	text := t[:to]
	part := w // with the year named last, which 上半年 and 二季度 go on with
	for i := from; i < to; {
		if !f.first.Has(text[i]) {
			i++
			continue
		}
		m, ok := f.at(text, i, from, w, part)
		if !ok {
			if lang.IsDigit(text[i]) { // never start inside a number
				for i < to && (lang.IsDigit(text[i]) || text[i] == '.') {
					i++
				}
			} else {
				i++
			}
			continue
		}
		m.End += lang.PrefixLen(text, m.End, "之内", "内")
		m.End = throughDuration(text, &m)
		f.context(text, &m, from)
		if n := len(out); n > 0 {
			goesOnAsBase(text, &out[n-1], &m)
		}
		i = m.End
		if n := len(out); n > 0 && lasting(text, &out[n-1], &m) {
			out[n-1].End = m.End
			continue
		}
		out = append(out, m)
		switch {
		case goesOn(text, &m, from):
			part.From, part.To = m.Span.Y1, m.Span.Y1
		case m.Rule == "period.year" && !m.Base:
			part = w // 1984年增加255亿元, 1985年362亿元，全年…
		}
	}
	return out
}

// goesOnAsBase makes m a base where a joint joins it to one: 比上年和[2020年].
func goesOnAsBase(t []rune, before, m *lang.Mention) {
	if before.Base && !m.Base && m.Span.OK() && m.Start == before.End+1 && lang.AnyAt(t, before.End, "和与及、") {
		m.Base, m.Origin = true, false
	}
}

// goesOn tells whether the parts of a year that are named later are of the year
// of m: 今年出口大增，上半年增长9%.
func goesOn(t []rune, m *lang.Mention, from int) bool {
	s := m.Span
	if !s.OK() || s.Y1 != s.Y2 || !namesYear(t[m.Start:m.End]) {
		return false
	}
	if !s.WholeYears() {
		return true
	}
	opens := m.Start == from || lang.AnyAt(t, m.Start, "今去明")
	return opens && !m.Base && !m.Point && !m.Since && !m.Silent && !m.Origin
}

// lasting tells whether m says again how long the years before it last:
// 从1953年至1980年的二十八年间.
func lasting(t []rune, years, m *lang.Mention) bool {
	if m.Rule != "period.duration" || years.Span.Y1 >= years.Span.Y2 || m.Start-years.End > 1 {
		return false
	}
	return m.Start == years.End || lang.AnyAt(t, years.End, "的这")
}

// throughDuration is where m ends with how long it lasts: 1955年至1980年[二十六年中].
func throughDuration(t []rune, m *lang.Mention) int {
	at := m.End
	if m.Rule != "period.year" || m.Span.Y1 >= m.Span.Y2 {
		return at
	}
	if lang.AnyAt(t, at, "的这") {
		at++
	}
	if at >= len(t) {
		return m.End
	}
	if d, ok := durationAt(t, at, at); ok && d.years == m.Span.Y2-m.Span.Y1+1 {
		return d.end
	}
	return m.End
}

// namesYear tells whether the words of a mention say which year: 今年一季度.
func namesYear(words []rune) bool {
	for i, r := range words {
		if r == '年' && i > 0 && words[i-1] != '半' {
			return true
		}
	}
	return false
}

// at reads the period that starts at t[i]. part is w with the year that parts of
// a year belong to.
func (f *Finder) at(t []rune, i, from int, w, part lang.When) (m lang.Mention, ok bool) {
	switch r := t[i]; r {
	case '“', '"', '‘', '\'':
		return f.plan(t, i, true)
	case '第':
		m, ok = f.numbered(t, i)
	case '上', '本', '下':
		if m, ok = f.century(t, i, w); !ok {
			m, ok = f.relative(t, i, from, w)
		}
	case '首':
		return f.months(t, i, part)
	case '前', '头':
		if firstMonths(t, i, from) {
			m, ok = f.months(t, i, part)
		}
		if !ok {
			m, ok = f.duration(t, i, from, w)
		}
	case '近', '过', '今', '未', '连', '这', '后', '来':
		m, ok = f.duration(t, i, from, w)
	default:
		if lang.IsDigit(r) || lang.DigitOf(r) >= 0 || r == '十' || r == '廿' {
			m, ok = f.numeral(t, i, from, w, part)
		}
	}
	if ok {
		return m, true
	}
	return f.word(t, i, from, part)
}

// numeral reads the period that a numeral opens: 2022年, 90年代, 3月, 十四五时期, 五
// 年来.
func (f *Finder) numeral(t []rune, i, from int, w, part lang.When) (m lang.Mention, ok bool) {
	end := num.RunEnd(t, i) // what stands there tells most numerals from those of periods
	if next := lang.At(t, end); !behindNumeral.Has(next) || next == '个' && lang.At(t, end+1) != '年' {
		return f.plan(t, i, false)
	}
	if m, ok = f.numericDate(t, i); ok {
		return m, true
	}
	if lang.PrefixLen(t, end, "年代", "世纪") > 0 {
		if m, ok = f.century(t, i, w); ok {
			return m, true
		}
	}
	if m, ok = f.year(t, i, w); ok {
		return m, true
	}
	if lang.AnyAt(t, end, "月季、和与及") || lang.IsRangeMark(lang.At(t, end)) {
		if m, ok = f.months(t, i, part); ok {
			return m, true
		}
	}
	if m, ok = f.plan(t, i, false); ok || !lang.AnyAt(t, end, "年个余多来") {
		return m, ok
	}
	return f.duration(t, i, from, w)
}

// behindNumeral are the characters that may follow a numeral that a period begins with, but
// for that of a plan.
var behindNumeral = han.NewTable("年世月季、和与及比个余多来-/.—–－~～至到―─")

// word reads a period of the table: 去年, 全年, 上半年, with what narrows it.
func (f *Finder) word(t []rune, i, from int, part lang.When) (m lang.Mention, ok bool) {
	m.Start = i
	if i > from && insideOther(t, i) {
		return m, false
	}
	p, n := f.words.Match(t, i)
	if n == 0 {
		return m, false
	}
	s, ok := f.expect(p.Expect, part, t[i:i+n])
	if !ok {
		return m, false
	}
	m.End, m.Span, m.Rule = i+n, s, "period."+p.Text
	m.Point = lang.AnyAt(t, m.End-1, "底末终")
	if n == 2 && lang.HasPrefix(t, i, "前年") && i > from && (lang.IsDigit(t[i-1]) || t[i-1] == '年') {
		return m, false
	}
	m.End += lang.PrefixLen(t, m.End, "同期")
	if k := lang.PrefixLen(t, m.End, "底", "末", "年底", "年末"); k > 0 && s.M1 == 1 && s.M2 == 12 {
		m.End += k
		m.Point = true
	}
	narrow(t, &m)
	return m, true
}

// insideOther tells whether 前 or 年 at t[i] belongs to what stands before it:
// 提前一年, 学前一年, 三年内.
func insideOther(t []rune, i int) bool {
	switch t[i] {
	case '前':
		return lang.AnyAt(t, i-1, "提学")
	case '年':
		return num.Starts(t[i-1]) || t[i-1] == '半'
	}
	return false
}

// narrow reads the part of the one whole year that m names: 去年上半年.
func narrow(t []rune, m *lang.Mention) {
	s := m.Span
	if s.Y1 != s.Y2 || !s.WholeYears() {
		return
	}
	if !monthPrefix(t, m.End) && !lang.AnyAt(t, m.End, "前后首头第") && lang.PrefixLen(t, m.End, "上半年", "下半年") == 0 {
		return
	}
	if k, part := partOfYear(t, m.End, s.Y1); k > 0 {
		m.End, m.Span = m.End+k, part
		if k := lang.PrefixLen(t, m.End, "底", "末"); k > 0 && lang.AnyAt(t, m.End-1, "月份") {
			m.End, m.Point = m.End+k, true // 今年6月底
		}
	}
}
