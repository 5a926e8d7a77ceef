package clause

import (
	"slices"
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
	words, met := c.words(string(b), room.words)
	room.words = met
	out := slices.Grow(room.cut[:0], len(tokens)+len(words))
	k := 0 // the next word
	for i := range tokens {
		if !wanted(i) {
			out = append(out, tokens[i])
			continue
		}
		for at := tokens[i].Start; k < len(words) && at <= tokens[i].End; k++ {
			w := &met[k]
			if !w.blank && at < tokens[i].End {
				out = c.push(out, Token{Kind: Word, Start: at, End: min(at+w.size, tokens[i].End), Text: words[k], Pos: w.pos, Roles: w.roles})
			}
			at += w.size
		}
	}
	room.cut = out
}
