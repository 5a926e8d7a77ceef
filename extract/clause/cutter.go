package clause

import (
	"sync"
	"unicode/utf8"

	"zhibiao/extract/lang"
	"zhibiao/extract/word"
	"zhibiao/han"
	"zhibiao/segment"
)

// Cutter lays sentences out. It is safe for concurrent use.
type Cutter struct {
	Words *word.Table
	Seg   segment.Segmenter
	met   met
	desks sync.Pool
}

// Room is room for the tokens of one sentence after the other: those of the last
// are overwritten.
type Room struct{ tokens []Token }

// desk is where a text lies while it is cut.
type desk struct {
	laid  []Token
	text  []byte  // that is cut
	words []known // of it
}

// Cut lays t[from:to] out as tokens, in room or, where that is nil, in room of their own: quantities that may make facts and periods
// stay whole, quoted names are one noun, what lies between goes through the
// segmenter in one call. Quantities and periods are in the order of the text.
func (c *Cutter) Cut(room *Room, t []rune, from, to int, qs []lang.Quantity, ms []lang.Mention) []Token {
	if room == nil {
		room = &Room{}
	}
	d, ok := c.desks.Get().(*desk)
	if !ok {
		d = &desk{}
	}
	defer c.desks.Put(d)
	l := layout{t: t, from: from, to: to, at: from, qs: qs, ms: ms, tokens: d.laid[:0]}
	for i := from; i < to; {
		i = l.step(i)
	}
	l.flush(to)
	for i := range l.tokens {
		if k := &l.tokens[i]; k.Text != "" && k.Kind != Stop && k.Kind != Pause {
			c.name(k, k.Text)
		}
	}
	d.laid = l.tokens
	need(l.tokens, qs)
	room.tokens = c.tag(d, room.tokens[:0], t)
	return c.weigh(room.tokens)
}

// Before returns the tokens that end at or before offset at of t; one that
// straddles it is shortened.
func (c *Cutter) Before(tokens []Token, at int, t []rune) []Token {
	for i := range tokens {
		if tokens[i].End <= at {
			continue
		}
		if tokens[i].Start >= at {
			return tokens[:i]
		}
		out := append([]Token{}, tokens[:i+1]...)
		k := &out[i]
		k.End = at
		c.name(k, string(t[k.Start:at]))
		if k.Tagged("d", "v") {
			k.Pos = "n"
		}
		return out
	}
	return tokens
}

// name gives a token a text, and the roles that go with it. Its kind and tag
// are set before.
func (c *Cutter) name(k *Token, text string) {
	k.Text, k.Roles = text, c.Words.Of(text)
	switch {
	case k.Pos == "t" && (lang.IsDigit(rune(text[0])) || c.Words.Has(text, word.Time)):
		k.Roles = k.Roles.With(word.Timed) // 青年 and 冬 are tagged so too
	case k.Kind == Paren && c.Words.Has(text, word.Remark):
		k.Roles = k.Roles.With(word.Remarked)
	case k.Kind == Word && k.Len() > 3 && c.mayCompose(text):
		k.Roles = k.Roles.With(word.Composed)
	case k.Kind == Word && k.Len() == 3 && c.Words.Is(lastRune(text), word.NounEnd):
		k.Roles = k.Roles.With(word.EndsInHead)
	}
}

// mayCompose tells whether a word that the segmenter knows whole may be a verb and what it
// acts on, or words before a verb.
func (c *Cutter) mayCompose(text string) bool {
	_, n := utf8.DecodeRuneInString(text)
	_, m := utf8.DecodeRuneInString(text[n:])
	first, rest := text[:n+m], text[n+m:]
	return text[:n] == "新" || c.Words.Is(first, word.Opening, word.Second, word.Leading, word.ShownAdverb) || c.Words.ActsInName(first, rest, true)
}

// lastRune is the last character of text.
func lastRune(text string) string {
	_, n := utf8.DecodeLastRuneInString(text)
	return text[len(text)-n:]
}

// layout is a sentence that is being laid out.
type layout struct {
	t        []rune
	from, to int
	at       int // where the text begins that no token holds yet
	qs       []lang.Quantity
	ms       []lang.Mention
	qi, mi   int
	tokens   []Token
}

// flush makes a piece of the text before end that no token holds.
func (l *layout) flush(end int) {
	if end > l.at {
		l.tokens = append(l.tokens, Token{Kind: Piece, Start: l.at, End: end})
	}
}

// add puts a token behind the piece that ends where it starts, and returns
// where to go on.
func (l *layout) add(k Token) int {
	l.flush(k.Start)
	l.tokens = append(l.tokens, k)
	l.at = k.End
	return k.End
}

// step lays out what stands at t[i], and returns where to go on.
func (l *layout) step(i int) int {
	for l.qi < len(l.qs) && (l.qs[l.qi].Why != "" && !classing(&l.qs[l.qi]) || l.qs[l.qi].Before < i) {
		l.qi++
	}
	for l.mi < len(l.ms) && l.ms[l.mi].Start < i {
		l.mi++
	}
	if l.qi < len(l.qs) && l.qs[l.qi].Before == i {
		l.qi++
		if q := &l.qs[l.qi-1]; classing(q) {
			return l.add(Token{Kind: Word, Start: i, End: q.After, Text: han.String(l.t[i:q.After]), Pos: "m"})
		}
		return l.add(Token{Kind: Amount, Start: i, End: l.qs[l.qi-1].After, Index: int32(l.qi - 1)})
	}
	if l.mi < len(l.ms) && l.ms[l.mi].Start == i && l.ms[l.mi].End > i {
		end := l.ms[l.mi].End
		if l.compares(i) { // 收入比|上年 would be a ratio
			l.add(Token{Kind: Word, Start: i - 1, End: i, Text: "比", Pos: "p"})
		}
		return l.add(Token{Kind: Moment, Start: i, End: end, Text: han.String(l.t[i:end])})
	}
	if !han.Is(l.t[i]) {
		return l.mark(i)
	}
	next := l.to // most of the text is words
	if l.qi < len(l.qs) {
		next = min(next, l.qs[l.qi].Before)
	}
	if l.mi < len(l.ms) {
		next = min(next, l.ms[l.mi].Start)
	}
	for i++; i < next && han.Is(l.t[i]); i++ {
	}
	return i
}

// compares tells whether 比 before the period at t[i] holds against it what a name
// says that 比 could end, too: 城乡居民收入[比]2015年增长8%, not 占比.
func (l *layout) compares(i int) bool {
	return i-2 > l.at && l.t[i-1] == '比' && lang.IsOneOf(string(l.t[i-2]), "入", "出", "值", "额", "资")
}

// classing tells whether a quantity with a word such as 超 before it says which
// things are counted: [超10亿元]项目16个. It is a word of their name.
func classing(q *lang.Quantity) bool {
	return q.Why == "defines what is counted" && q.Before < q.Start
}

// mark lays out the mark at t[i], if one stands there.
func (l *layout) mark(i int) int {
	limit := l.to
	if l.qi < len(l.qs) {
		limit = min(limit, l.qs[l.qi].Before)
	}
	r := l.t[i]
	switch r {
	case '“', '《', '‘':
		if end := closing(l.t, i, limit, 40); end > 0 {
			return l.add(Token{Kind: Quoted, Start: i, End: end, Text: han.String(l.t[i:end]), Pos: "n"})
		}
		return i + 1
	case '（', '(':
		if end := l.bracketedVerb(i); end > 0 {
			return l.add(Token{Kind: Word, Start: i - 1, End: end, Text: "新建", Pos: "v"}) // 新（改）建
		}
		if end := closing(l.t, i, limit, 200); end > 0 {
			if l.otherClassifier(i, end) {
				l.at = end
				return end
			}
			return l.add(Token{Kind: Paren, Start: i, End: end, Text: han.String(l.t[i:end])})
		}
		return l.add(Token{Kind: Stop, Start: i, End: i + 1, Text: "（"})
	case '、':
		return l.add(Token{Kind: Pause, Start: i, End: i + 1, Text: "、"})
	case ' ', '　', '\t':
		l.flush(i)
		l.at = i + 1
		return i + 1
	}
	if r >= '①' && r <= '⑳' || lang.IsHard(r) && r != '”' {
		return l.add(Token{Kind: Stop, Start: i, End: i + 1, Text: string(r)})
	}
	return i + 1
}
