package ignore

import (
	"zhibiao/extract/lang"
	"zhibiao/extract/word"
)

// place is a number with the runes around it, up to the end of its sentence.
type place struct {
	words      *word.Table
	t          []rune
	q          *lang.Quantity
	from, to   int
	prev, next rune // the runes right before and behind it, 0 at the sentence's ends
}

func (n *Names) placeOf(t []rune, q *lang.Quantity, from, to int) place {
	p := place{words: n.words, t: t[:to], q: q, from: from, to: to, next: lang.At(t[:to], q.End)}
	if q.Start > from {
		p.prev = t[q.Start-1]
	}
	return p
}

// codeOrName tells by the runes next to a number why it measures nothing, ""
// where they do not say so. The first rule that answers settles it.
func (p *place) codeOrName() string {
	q := p.q
	if q.Kind == "percent" && q.Num.Han {
		return ""
	}
	if why := p.marked(); why != "" {
		return why
	}
	if q.Unit == nil {
		if q.Growth || q.Fraction || q.Kind == "fraction" {
			return ""
		}
		return p.withoutUnit()
	}
	for _, rule := range [...]func(*place) string{
		(*place).section, (*place).slogan, (*place).unitAlone, (*place).unitInName, (*place).grade, (*place).step,
		(*place).weakUnit, (*place).list, (*place).clock, (*place).oddUnit, (*place).duration, (*place).age,
	} {
		if why := rule(p); why != "" {
			return why
		}
	}
	return ""
}

// marked reads what stands around ordinals, years and codes.
func (p *place) marked() string {
	n, u := &p.q.Num, p.q.Unit
	switch {
	case p.prev == '第':
		return "ordinal"
	case p.prev == '每' || p.prev == '逐':
		return "per"
	case p.next == '次' && lang.At(p.t, p.q.End+1) == '产', u != nil && u.Name == "次" && p.next == '产':
		return "name"
	case u != nil && n.Han && (u.Name == "届" || u.Name == "期"):
		return "ordinal"
	case p.prev == '〔' || p.prev == '[' || p.prev == '【':
		return "document_number"
	case u != nil:
		return ""
	case isYear(n) && p.next != '、':
		return "year"
	case n.Seq:
		return "code"
	}
	return ""
}

func isYear(n *lang.Numeral) bool {
	return !n.Han && n.Scale == 0 && !n.Point && n.Digits == 4 && n.Val.Mant >= 1900 && n.Val.Mant < 2100
}

// leading tells whether the number names the first of a ranking, with a noun
// behind it: 全球前2%顶尖科学家榜单, 前100名企业, but 排名前10名, 年底前20个项目开工.
func (p *place) leading() bool {
	u := p.q.Unit
	if p.prev != '前' || u == nil || !lang.IsHan(p.next) || isVerbRune(p.next) {
		return false
	}
	if u.Dim != "ratio" && u.Name != "名" && u.Name != "位" && u.Name != "强" && u.Name != "大" {
		return false
	}
	if lang.HasPrefix(p.t, p.q.End, "行列") {
		return false
	}
	return !lang.AnyAt(p.t, p.q.Start-2, "年月日底末天会节此以之提")
}

// quotedPair tells whether the number is one of the two of a slogan: “两个15%”,
// “三个1000公里”.
func (p *place) quotedPair() bool {
	u := p.q.Unit
	if u == nil {
		return false
	}
	at := p.q.Start // where the first of the two begins
	if p.prev == '个' {
		for at--; at > p.from && (lang.IsDigit(p.t[at-1]) || lang.AnyAt(p.t, at-1, "一二两三四五六七八九十")); at-- {
		}
		return at > p.from && at < p.q.Start-1 && quote(p.t[at-1])
	}
	return u.Name == "个" && lang.IsDigit(p.next) && quote(p.prev)
}

func quote(r rune) bool { return r == '“' || r == '"' || r == '「' }
