package extract

import (
	"cmp"
	"slices"
	"strings"

	"zhibiao/extract/lang"
	"zhibiao/extract/word"
	"zhibiao/han"
	"zhibiao/lexicon"
)

// indicators finds the lexicon's indicator that a subject names.
type indicators struct {
	byName map[string]naming
	names  map[string]string // by id
	words  *word.Table
	alike  speller
}

// naming is what a text names: an indicator by its own name, or by what plain makes of it.
type naming struct{ own, plain *lexicon.Indicator }

// named is the indicator that has a name, nil where none has.
func (n *indicators) named(name string) *lexicon.Indicator { return n.byName[name].own }

// speller replaces ways to write things.
type speller struct {
	*strings.Replacer
	ways *han.Words
}

// newSpeller makes the ways to write a name alike, the longest first.
func newSpeller(lex *lexicon.Lexicon) speller {
	all := slices.Clone(lex.Spellings)
	slices.SortStableFunc(all, func(a, b lexicon.Spelling) int { return len(b.Text) - len(a.Text) })
	var pairs, ways []string
	for i := range all {
		pairs, ways = append(pairs, all[i].Text, all[i].As), append(ways, all[i].Text)
	}
	return speller{strings.NewReplacer(pairs...), han.NewWords(strings.Join(ways, "|"))}
}

// plain makes the spellings of a name alike: 研究与试验发展经费支出占GDP的比例 is
// 研发投入占生产总值比重. Some are only seen where others were made alike.
func (n *indicators) plain(name string) string {
	if !n.alike.ways.In(name) {
		return name // as most names
	}
	if once := n.alike.Replace(name); once != name {
		return n.alike.Replace(once)
	}
	return name
}

// ofNation are names that mean more in a report of the State Council: its
// 财政收入 is the general public budget's, which in a province is the larger
// sum before it is shared.
var ofNation = map[string]string{
	"财政收入": "public_budget_revenue", "国家财政收入": "public_budget_revenue", "公共财政收入": "public_budget_revenue",
	"财政总收入": "public_budget_revenue", "国家财政总收入": "public_budget_revenue",
	"财政支出": "public_budget_expenditure", "国家财政支出": "public_budget_expenditure", "财政总支出": "public_budget_expenditure",
	"中央财政赤字": "deficit", "中央财政赤字预算": "deficit", "国家财政赤字": "deficit", "财政预算赤字": "deficit",
	"直接投资": "fdi",
}

// national is find for a report of the State Council.
func (n *indicators) national(subject string, own []string) *lexicon.Indicator {
	name := subject
	for _, p := range [...]string{"全国", "我国", "年"} {
		name = strings.TrimPrefix(name, p)
	}
	if id := ofNation[name]; id != "" {
		return n.named(n.names[id])
	}
	return n.find(subject, own)
}

func newIndicators(lex *lexicon.Lexicon, words *word.Table) *indicators {
	n := &indicators{byName: map[string]naming{}, names: map[string]string{}, words: words, alike: newSpeller(lex)}
	var all []string
	for i := range lex.Indicators {
		e := &lex.Indicators[i]
		n.names[e.ID] = e.Name
		for _, name := range append([]string{e.Name}, e.Aliases...) {
			if _, ok := n.byName[name]; !ok {
				n.byName[name], all = naming{own: e}, append(all, name)
			}
		}
	}
	for _, name := range all {
		if p := n.plain(name); n.byName[p] == (naming{}) {
			n.byName[p] = naming{plain: n.named(name)}
		}
	}
	return n
}

// find returns the indicator named by subject, nil if none is.
func (n *indicators) find(subject string, own []string) *lexicon.Indicator {
	s := strings.TrimPrefix(subject, "实现")
	if i := n.exact(s); i != nil {
		return i
	}
	for _, areas := range [...][]string{n.words.List(word.AreaPrefix), own} {
		for _, p := range areas {
			if rest, ok := strings.CutPrefix(s, p); ok {
				if i := n.exact(rest); i != nil {
					return i
				}
			}
		}
	}
	return nil
}

func (n *indicators) exact(s string) *lexicon.Indicator {
	i := n.byName[s]
	if i.own != nil {
		return i.own
	}
	for _, suf := range n.words.List(word.FigureSuffix) {
		if rest, ok := strings.CutSuffix(s, suf); ok && len(rest) > 6 {
			if e := n.named(rest); e != nil {
				return e
			}
		}
	}
	if p := n.plain(s); p != s {
		i = n.byName[p]
	}
	return cmp.Or(i.own, i.plain)
}

// others are the dimensions that a level of an indicator cannot have, by the
// indicator's own: 高速公路15条 is no length, 30%的规上企业 no number of firms.
var others = map[string][]string{
	"money":  {"ratio", "count", "time", "density", "area", "length", "mass"},
	"count":  {"ratio", "time", "money"},
	"area":   {"ratio", "time", "count", "money"},
	"length": {"ratio", "time", "count", "money"},
	"mass":   {"ratio", "time", "money"},
	"energy": {"ratio", "time", "money"},
	"power":  {"ratio", "time", "money"},
	"volume": {"ratio", "time", "money"},
	"ratio":  {"time", "area", "money"},
}

// suits tells whether q can be a level or a change of an indicator.
func suits(e *lexicon.Indicator, q *lang.Quantity) bool {
	switch {
	case q.UnitName == "" || q.IsPoints():
		return true
	case e.Dimension == "ratio" && lang.IsOneOf(q.UnitName, "个", "项", "家"):
		return false // 办结率和满意率实现两个100%
	}
	return !slices.Contains(others[e.Dimension], q.Dimension())
}
