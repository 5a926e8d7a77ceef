package clause

import (
	"slices"

	"zhibiao/han"
)

// tag adds to out what is laid out on d, the wanted pieces as their words. Those that are
// known to be one word are not cut again.
func (c *Cutter) tag(d *desk, out []Token, t []rune) []Token {
	tokens, b := d.laid, d.text[:0]
	c.met.RLock()
	for i := range tokens {
		k := &tokens[i]
		if k.Kind != wanted {
			continue
		}
		from, piece := len(b), t[k.Start:k.End]
		b = han.Append(b, piece)
		if at, bit := c.met.alone.at(piece); *at&bit != 0 {
			if w := c.met.words[string(b[from:])]; w != nil && w.alone {
				k.Text, k.Pos, k.Roles, b = w.text, w.pos, w.roles, b[:from]
				continue
			}
		}
		b = append(b, '\n')
	}
	c.met.RUnlock()
	words, met := c.words(string(b[:max(0, len(b)-1)]), d.words[:0])
	d.text, d.words = b, met
	out = slices.Grow(out, len(tokens)+len(words))
	next := 0
	for i := range tokens {
		k := &tokens[i]
		if k.Kind != wanted {
			out = append(out, *k)
			continue
		}
		if k.Kind = Word; k.Text != "" {
			out = c.push(out, *k)
			continue
		}
		for at := k.Start; next < len(words) && at <= k.End; next++ {
			w := &met[next]
			if !w.blank && at < k.End {
				out = c.push(out, Token{Kind: Word, Start: at, End: min(at+w.size, k.End), Text: words[next], Pos: w.pos, Roles: w.roles})
			}
			at += w.size
		}
	}
	return out
}
