package table

import (
	"regexp"
	"strings"
)

// subject says what a row and a column measure, "" where that is not known.
func (g *sheet) subject(row *row, noun string) string {
	l := row.label.text
	owner := row.owner
	if row.label.total {
		switch {
		case noun != "":
			return noun
		case g.noun != "":
			return g.noun
		case g.title != "":
			return g.title
		case strings.HasSuffix(l, "计"):
			return ""
		}
		return ""
	}
	if noun == "" || noun == l {
		switch {
		case row.label.full:
			return l
		case owner != "":
			return combine(l, owner)
		case g.title != "":
			return combine(l, g.title)
		}
		return l
	}
	switch {
	case strings.HasSuffix(l, noun), noun == "产量" && row.label.full && strings.HasSuffix(l, "量"):
		return l
	case places.MatchString(noun):
		if s := g.subject(row, ""); s != "" {
			return noun + s
		}
		return ""
	case owner != "" && strings.HasSuffix(owner, noun) && !row.label.full:
		return combine(l, owner)
	case strings.HasSuffix(noun, l):
		return noun
	}
	return l + noun
}

// places are heads that say where, not what.
var places = regexp.MustCompile(`^(?:市区|城区|城镇|城市|农村|乡村|市辖区|县城|市本级|本级|市级|省级|区级|县级|全[市省国])$`)

// combine joins a kind with the thing that it is a kind of: 轻工业 and 规模以上
// 工业增加值.
func combine(kind, thing string) string {
	thing = bracket.ReplaceAllString(thing, "")
	switch {
	case strings.Contains(thing, kind):
		return thing
	case strings.HasSuffix(kind, thing):
		return kind
	case strings.HasSuffix(thing, "生产总值") || thing == "GDP":
		return kind + "增加值"
	case strings.HasSuffix(kind, "工业") && strings.Contains(thing, "规模以上工业"):
		return strings.Replace(thing, "工业", kind, 1)
	case yields.MatchString(thing):
		return kind + yields.FindString(thing)
	case strings.HasSuffix(kind, "业") && outputs.MatchString(thing):
		return above.FindString(thing) + kind + outputs.FindString(thing)
	case budgets.MatchString(thing):
		noun := budgets.FindStringSubmatch(thing)[1]
		return strings.TrimSuffix(kind, noun) + noun
	}
	return kind + strings.TrimPrefix(thing, shared(kind, thing))
}

// shared is what kind ends and thing begins with: 高速公路 and 公路里程.
func shared(kind, thing string) string {
	k := []rune(kind)
	for i := range k {
		if s := string(k[i:]); len(k)-i >= 2 && strings.HasPrefix(thing, s) {
			return s
		}
	}
	return ""
}

var (
	yields  = regexp.MustCompile(`(?:产量|播种面积|种植面积|单产|出栏|存栏|出栏量|存栏量)$`)
	outputs = regexp.MustCompile(`(?:总产值|增加值|投资|营业收入|零售额|用电量|贷款)$`)
	budgets = regexp.MustCompile(`预算(收入|支出)$`)
	above   = regexp.MustCompile(`^(?:规模以上|限额以上)`)
)

// titleNoun is the longest name of an indicator in a title.
func (r *Reader) titleNoun(title string) string {
	t := []rune(title)
	best := ""
	for i := range t {
		for k := len(t); k > i+len([]rune(best)); k-- {
			if s := string(t[i:k]); k-i > 2 && r.known(s) {
				best = s
				break
			}
		}
	}
	if best == "" && strings.Contains(title, "产量") {
		return "产量"
	}
	return best
}
