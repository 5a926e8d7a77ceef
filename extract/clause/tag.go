package clause

import "strings"

// tag replaces the wanted pieces by their words.
func (c *Cutter) tag(t []rune, tokens []Token, want []bool) []Token {
	var b strings.Builder
	n := 0
	for i := range tokens {
		if tokens[i].Kind == Piece && want[i] {
			b.WriteString(string(t[tokens[i].Start:tokens[i].End]))
			b.WriteByte('\n')
			n++
		}
	}
	if n == 0 {
		return tokens
	}
	words := c.Seg.Tag(b.String())
	out := make([]Token, 0, len(tokens)+len(words))
	k, base := 0, 0 // the next word; where the piece starts in the tagged text
	for i := range tokens {
		if tokens[i].Kind != Piece || !want[i] {
			out = append(out, tokens[i])
			continue
		}
		start, size := tokens[i].Start, tokens[i].End-tokens[i].Start
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
