package ignore

import (
	"zhibiao/extract/lang"
	"zhibiao/han"
)

// The tests of this file are what the tables of rules ask of a number.

// How it is written: with a modifier or without, with a numeral that only scales (亿元),
// in Chinese, as digits in a row.
func plain(p *place) bool    { return unbounded(p) && !boundedBehind(p) }
func bare(p *place) bool     { return p.q.Num.Bare }
func inHan(p *place) bool    { return p.q.Num.Han }
func sequence(p *place) bool { return p.q.Num.Seq }
func small(p *place) bool    { return p.q.Small() }
func one(p *place) bool      { return p.q.Num.Val.Mant == 1 }
func inPoints(p *place) bool { return p.q.Num.Point && p.q.Num.Scale == 0 }

// Where its modifiers stand.
func boundedBefore(p *place) bool { return p.q.Before < p.q.Start }
func unbounded(p *place) bool     { return !boundedBefore(p) }
func boundedBehind(p *place) bool { return p.q.After > p.q.End }

// What its unit is: none, one that counts, one that mostly lists, one of money.
func unitless(p *place) bool { return p.q.Unit == nil }
func class(p *place) bool    { return p.q.Unit.Class }
func weak(p *place) bool     { return p.q.Unit.Weak }
func money(p *place) bool    { return p.q.Unit.Dim == "money" }
func length(p *place) bool   { return p.q.Unit.Dim == "length" }
func graded(p *place) bool   { return p.q.Unit.Dim == "voltage" || p.q.UnitName == "英寸" }
func measures(p *place) bool { return !p.q.Unit.Class && !lang.IsOneOf(p.q.Unit.Dim, "money", "ratio") }

// renewed is how long the leases of land go on when they end, the name of a policy.
func renewed(p *place) bool { return lang.HasPrefix(p.t, max(0, p.q.Start-4), "后再延长") }

// year tells whether a number is one in digits.
func year(p *place) bool {
	n := &p.q.Num
	digits := !n.Han && n.Scale == 0 && !n.Point && n.Digits == 4
	return digits && n.Val.Mant >= 1900 && n.Val.Mant < 2100
}

// oneWord is a numeral of one character: [千]人计划.
func oneWord(p *place) bool {
	return p.q.Num.Bare && p.q.Num.End-p.q.Num.Start == 1 && p.q.Num.Fuzz == 0
}

// scaleAlone is a scale with no number before it, and no modifier: 亿元.
func scaleAlone(p *place) bool { return p.q.Num.Bare && p.q.Num.Fuzz == 0 && unbounded(p) }

// closed is a higher scale with its unit, where no word goes on behind.
func closed(p *place) bool {
	n := &p.q.Num
	return n.End-n.Start == 1 && n.Scale >= 4 && p.q.After == p.q.End && !lang.IsHan(p.next)
}

// grade is a number that 级 makes a name of: 百亿级.
func grade(p *place) bool { return !p.q.Unit.Class || p.q.Num.Bare || p.q.Num.Scale > 0 }

func inHanOrScaled(p *place) bool { return p.q.Num.Han || p.q.Num.Scale > 0 }

// Where it stands.
func opensSentence(p *place) bool { return p.q.Start == p.from }
func noPause(p *place) bool       { return p.next != '、' }
func unreached(p *place) bool     { return !han.In(p.prev, "达到至破数") }
func noCase(p *place) bool        { return !han.In(p.next, "重特较火交事案安纠刑") }

func parted(p *place) bool { return outer(p.prev, "（(/、 \t") && outer(p.next, "/、 \t") }

// outer tells whether r parts a number from the words around it.
func outer(r rune, marks string) bool {
	return r == 0 || lang.IsHard(r) || han.In(r, marks)
}

func latitude(p *place) bool {
	return lang.PrefixLen(p.t, max(p.from, p.q.Start-2), "北纬", "东经", "南纬") > 0
}

// stepAhead tells whether what the number counts are steps: 台阶, 大关.
func stepAhead(p *place) bool {
	tail := p.t[p.q.End:min(p.to, p.q.After+6)]
	for i, r := range tail {
		if (r == '台' || r == '大' || r == '级') && lang.PrefixLen(tail, i, "台阶", "大关", "级关口") > 0 {
			return true
		}
	}
	return false
}
