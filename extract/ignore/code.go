package ignore

import (
	"strings"

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
	if r := first(marked, p); r != nil {
		return r.why
	}
	if q.Unit == nil {
		if q.Growth || q.Fraction || q.Kind == "fraction" {
			return ""
		}
		return p.withoutUnit()
	}
	if r := first(units, p); r != nil {
		return r.why
	}
	if q.Num.Han {
		if r := first(spelled, p); r != nil {
			return r.why
		}
	}
	if why := p.duration(); why != "" {
		return why
	}
	return p.age()
}

// leading tells whether the number names the first of a ranking, with a noun
// behind it: 全球前2%顶尖科学家榜单, 前100名企业, but 排名前10名, 年底前20个项目开工.
func (p *place) leading() bool {
	u := p.q.Unit
	switch {
	case p.prev != '前', u == nil, !lang.IsHan(p.next), isVerbRune(p.next), lang.HasPrefix(p.t, p.q.End, "行列"):
		return false
	case u.Dim != "ratio" && !lang.IsOneOf(u.Name, "名", "位", "强", "大"):
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

func quote(r rune) bool { return strings.ContainsRune("“\"「", r) }
