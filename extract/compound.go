package extract

import (
	"slices"
	"strings"

	"zhibiao/extract/clause"
	"zhibiao/extract/subject"
	"zhibiao/lexicon"
)

// Names that hold several: 城乡居民, 进出口, 三次产业.

// several are the names that words hold, longest first.
type several []lexicon.Several

func newSeveral(lex *lexicon.Lexicon) several {
	s := slices.Clone(lex.Several)
	slices.SortStableFunc(s, func(a, b lexicon.Several) int { return len(b.Name) - len(a.Name) })
	return s
}

// of are the n names that one holds, nil where it holds one: 城乡居民收入分别增长5%、6%.
func (s several) of(name clause.Phrase, n int) []clause.Phrase {
	for i := range s {
		if word := &s[i]; len(word.Holds) == n && strings.Contains(name.Text, word.Name) {
			out := make([]clause.Phrase, n)
			for k, one := range word.Holds {
				out[k].Text = strings.Replace(name.Text, word.Name, one, 1)
			}
			return out
		}
	}
	return nil
}

// industries names the members of 一、二、三产业增加值, 第一、第三产业增加值 and 一产、二产增加值.
func industries(parts [][]clause.Token) []clause.Phrase {
	last := subject.Joined(parts[len(parts)-1])
	i := strings.Index(last, "产")
	if i < 0 || len(parts) < 2 {
		return nil
	}
	tail := last[i:]
	short := !strings.HasPrefix(tail, "产业")
	var out []clause.Phrase
	for k, p := range parts {
		w := subject.Joined(p)
		if k == len(parts)-1 {
			w = strings.TrimSuffix(last[:i], "次")
		} else if short {
			w = strings.TrimSuffix(w, "产")
		}
		switch w {
		case "一", "二", "三":
			if !short {
				w = "第" + w
			}
		case "第一", "第二", "第三":
		default:
			return nil
		}
		out = append(out, clause.Phrase{Text: w + tail})
	}
	return out
}
