package extract

import (
	"strings"

	"zhibiao/extract/word"
	"zhibiao/lexicon"
)

// indicators finds the lexicon's indicator that a subject names.
type indicators struct {
	byName map[string]*lexicon.Indicator
	names  map[string]string // by id
	words  *word.Table
}

func newIndicators(lex *lexicon.Lexicon, words *word.Table) *indicators {
	n := &indicators{byName: map[string]*lexicon.Indicator{}, names: map[string]string{}, words: words}
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

// find returns the indicator named by subject, nil if none is.
func (n *indicators) find(subject string, own map[string]bool) *lexicon.Indicator {
	s := strings.TrimPrefix(subject, "实现")
	if i := n.exact(s); i != nil {
		return i
	}
	for _, p := range n.words.List(word.AreaPrefix) {
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
	for _, suf := range n.words.List(word.FigureSuffix) {
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
