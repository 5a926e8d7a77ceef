package clause

import (
	"slices"
	"unicode"

	"zhibiao/han"
)

// Phrase is a noun phrase, in one or several pieces of the text.
type Phrase struct {
	Text  string
	Spans [][2]int // of the document; -1, -1 for words that do not stand there
}

// Says tells whether the phrase is one of texts.
func (p Phrase) Says(texts ...string) bool { return slices.Contains(texts, p.Text) }

// Empty tells whether p has no words.
func (p Phrase) Empty() bool { return p.Text == "" }

// Size counts the letters of p.
func (p Phrase) Size() int {
	n := 0
	for _, r := range p.Text {
		if han.Is(r) || unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// PhraseOf joins tokens, in the report's own characters.
func PhraseOf(text []rune, tokens []Token) Phrase {
	var p Phrase
	var room [64]rune
	kept := room[:0]
	for i := range tokens {
		k := &tokens[i]
		for _, r := range text[k.Start:k.End] {
			if han.Is(r) || !unicode.IsSpace(r) {
				kept = append(kept, r)
			}
		}
		if n := len(p.Spans); n > 0 && p.Spans[n-1][1] == k.Start {
			p.Spans[n-1][1] = k.End
		} else {
			p.Spans = append(p.Spans, [2]int{k.Start, k.End})
		}
	}
	p.Text = han.String(kept)
	return p
}

// Join puts phrases one behind the other.
func Join(ps ...Phrase) Phrase {
	ps = slices.DeleteFunc(ps, func(p Phrase) bool { return p.Text == "" && len(p.Spans) == 0 })
	if len(ps) == 1 && len(ps[0].Spans) > 0 {
		return ps[0] // as mostly
	}
	var out Phrase
	for _, p := range ps {
		out.Text += p.Text
		if p.Text != "" && len(p.Spans) == 0 {
			out.Spans = append(out.Spans, [2]int{-1, -1})
		}
		for _, s := range p.Spans {
			if n := len(out.Spans); n > 0 && s[0] >= 0 && out.Spans[n-1][1] == s[0] {
				out.Spans[n-1][1] = s[1]
			} else {
				out.Spans = append(out.Spans, s)
			}
		}
	}
	return out
}

// Plus adds words that do not stand in the text at this place.
func (p Phrase) Plus(s string) Phrase {
	if s == "" {
		return p
	}
	return Phrase{Text: p.Text + s, Spans: append(append([][2]int{}, p.Spans...), [2]int{-1, -1})}
}

// Behind is p without its first n runes.
func (p Phrase) Behind(n int) Phrase {
	r := []rune(p.Text)
	out := Phrase{Text: string(r[min(n, len(r)):])}
	for _, s := range p.Spans {
		if s[0] < 0 && n > 0 {
			return Phrase{}.Plus(out.Text) // how long the words are that do not stand there is not known
		}
		if s[0] >= 0 {
			k := min(n, s[1]-s[0])
			s[0] += k
			n -= k
		}
		if s[0] < 0 || s[1] > s[0] {
			out.Spans = append(out.Spans, s)
		}
	}
	return out
}

// Shorter is p without its last n runes.
func (p Phrase) Shorter(n int) Phrase {
	r := []rune(p.Text)
	out := Phrase{Text: string(r[:max(0, len(r)-n)])}
	for i := len(p.Spans) - 1; i >= 0; i-- {
		s := p.Spans[i]
		if s[0] >= 0 && n > 0 {
			k := min(n, s[1]-s[0])
			s[1] -= k
			n -= k
		}
		if s[0] < 0 || s[1] > s[0] {
			out.Spans = append([][2]int{s}, out.Spans...)
		}
	}
	return out
}

// StandsBefore tells whether a phrase ends before another begins, where both stand in the text.
func (p Phrase) StandsBefore(other Phrase) bool {
	return len(p.Spans) > 0 && len(other.Spans) > 0 && p.Spans[0][1] < other.Spans[0][0]
}
