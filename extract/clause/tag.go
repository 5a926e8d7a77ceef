package clause

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// tag adds tokens to out, the wanted pieces replaced by their words.
func (c *Cutter) tag(out []Token, t []rune, tokens []Token, want []bool) []Token {
	wanted := func(i int) bool { return tokens[i].Kind == Piece && want[i] }
	room := 0
	for i := range tokens {
		if wanted(i) {
			room += 3*tokens[i].Len() + 1
		}
	}
	if room == 0 {
		return append(out, tokens...)
	}
	b := make([]byte, 0, room)
	for i := range tokens {
		if !wanted(i) {
			continue
		}
		for _, r := range t[tokens[i].Start:tokens[i].End] {
			b = utf8.AppendRune(b, r)
		}
		b = append(b, '\n')
	}
	words := c.Seg.Tag(string(b))
	out = slices.Grow(out, len(tokens)+len(words))
	k, base := 0, 0 // the next word; where the piece starts in the tagged text
	for i := range tokens {
		if !wanted(i) {
			out = append(out, tokens[i])
			continue
		}
		start, size := tokens[i].Start, tokens[i].Len()
		for k < len(words) && words[k].Start < base+size {
			w := words[k]
			k++
			if strings.TrimSpace(w.Text) == "" {
				continue
			}
			a, e := start+w.Start-base, start+w.End-base
			word := Token{Kind: Word, Start: a, End: min(e, tokens[i].End), Pos: w.Pos}
			c.name(&word, w.Text)
			out = c.push(out, word)
		}
		base += size + 1
		for k < len(words) && words[k].Start < base {
			k++
		}
	}
	return out
}
