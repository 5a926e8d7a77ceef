package clause

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// tag cuts what is laid out in room: the wanted pieces are replaced by their words.
func (c *Cutter) tag(room *Room, t []rune, want []bool) {
	tokens := room.laid
	wanted := func(i int) bool { return tokens[i].Kind == Piece && want[i] }
	size := 0
	for i := range tokens {
		if wanted(i) {
			size += 3*tokens[i].Len() + 1
		}
	}
	if size == 0 {
		room.cut = append(room.cut[:0], tokens...)
		return
	}
	b := make([]byte, 0, size)
	for i := range tokens {
		if !wanted(i) {
			continue
		}
		for _, r := range t[tokens[i].Start:tokens[i].End] {
			b = utf8.AppendRune(b, r)
		}
		b = append(b, '\n')
	}
	words, roles := c.words(string(b), room.roles)
	room.roles = roles
	out := slices.Grow(room.cut[:0], len(tokens)+len(words))
	k, base := 0, 0 // the next word; where the piece starts in the tagged text
	for i := range tokens {
		if !wanted(i) {
			out = append(out, tokens[i])
			continue
		}
		start, n := tokens[i].Start, tokens[i].Len()
		for k < len(words) && words[k].Start < base+n {
			w := &words[k]
			k++
			if strings.TrimSpace(w.Text) == "" {
				continue
			}
			a, e := start+w.Start-base, start+w.End-base
			out = c.push(out, Token{Kind: Word, Start: a, End: min(e, tokens[i].End), Text: w.Text, Pos: w.Pos, Roles: roles[k-1]})
		}
		base += n + 1
		for k < len(words) && words[k].Start < base {
			k++
		}
	}
	room.cut = out
}
