package extract

import (
	"strings"

	"zhibiao/lexicon"
)

// indicators finds the lexicon's indicator that a subject names.
type indicators struct {
	byName map[string]*lexicon.Indicator
	names  map[string]string // by id
}

func newIndicators(lex *lexicon.Lexicon) *indicators {
	n := &indicators{byName: map[string]*lexicon.Indicator{}, names: map[string]string{}}
	for i := range lex.Indicators {
		e := &lex.Indicators[i]
		n.names[e.ID] = e.Name
		for _, name := range append([]string{e.Name}, e.Aliases...) {
			if _, ok := n.byName[name]; !ok {
				n.byName[name] = e
			}
		}
	}
	return n
}

// areaPrefixes may stand before an indicator's name without changing it.
var areaPrefixes = []string{"全社会", "全市", "全省", "全区", "全县", "全州", "全盟", "全旗", "全国", "本市", "本省", "我市", "我省", "我国", "我区", "我县", "本区", "全疆", "全自治区", "地方", "全年"}

// find returns the indicator named by subject, nil if none is.
func (n *indicators) find(subject string, own map[string]bool) *lexicon.Indicator {
	s := strings.TrimPrefix(subject, "实现")
	if i := n.exact(s); i != nil {
		return i
	}
	for _, p := range areaPrefixes {
		if rest, ok := strings.CutPrefix(s, p); ok {
			if i := n.exact(rest); i != nil {
				return i
			}
		}
	}
	for p := range own {
		if rest, ok := strings.CutPrefix(s, p); ok {
			if i := n.exact(rest); i != nil {
				return i
			}
		}
	}
	return nil
}

func (n *indicators) exact(s string) *lexicon.Indicator {
	if i := n.byName[s]; i != nil {
		return i
	}
	for _, suf := range []string{"增幅", "增速", "增长", "涨幅", "总量", "规模", "总额", "额", "数", "数量"} {
		if rest, ok := strings.CutSuffix(s, suf); ok && len(rest) > 6 {
			if i := n.byName[rest]; i != nil {
				return i
			}
		}
	}
	r := strings.ReplaceAll(s, "的", "")
	if r != s {
		return n.byName[r]
	}
	return nil
}
