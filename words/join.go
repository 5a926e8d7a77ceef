package words

import (
	"unicode/utf8"

	"zhibiao/segment"
)

// Joiner makes one token of each term of a list, wherever a segmenter cut it.
// It is immutable and safe for concurrent use; nil joins nothing.
type Joiner struct{ counter *Counter }

// NewJoiner compiles the terms, nil where there are none.
func NewJoiner(terms []string) (*Joiner, error) {
	if len(terms) == 0 {
		return nil, nil
	}
	list := make([]Term, len(terms))
	for i, t := range terms {
		list[i] = Term{Text: t}
	}
	c, err := NewCounter(list)
	if err != nil {
		return nil, err
	}
	return &Joiner{c}, nil
}

// Join returns the tokens of text, which cover it without gaps, with every term
// as one token; longer terms go first. What a term leaves of a token keeps its
// tag; a term has the tag of the token at its end, which is the head of a
// Chinese noun: 数字/b 经济/n is 数字经济/n.
func (j *Joiner) Join(text string, tokens []segment.Token) []segment.Token {
	if j == nil {
		return tokens
	}
	found := j.counter.Find(text)
	if len(found) == 0 {
		return tokens
	}
	joined := make([]segment.Token, 0, len(tokens))
	runes := 0
	add := func(from, to int, pos string) {
		if from >= to {
			return
		}
		n := utf8.RuneCountInString(text[from:to])
		joined = append(joined, segment.Token{Text: text[from:to], Pos: pos, Start: runes, End: runes + n})
		runes += n
	}
	done, end := 0, 0 // bytes of text: what joined covers, where the token ends
	for _, t := range tokens {
		end += len(t.Text)
		for len(found) > 0 && found[0].End <= end {
			add(done, found[0].Start, t.Pos)
			add(found[0].Start, found[0].End, t.Pos)
			done, found = found[0].End, found[1:]
		}
		stop := end
		if len(found) > 0 {
			stop = min(stop, found[0].Start)
		}
		if stop > done {
			add(done, stop, t.Pos)
			done = stop
		}
	}
	return joined
}
