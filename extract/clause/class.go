package clause

import (
	"slices"
	"strings"

	"zhibiao/extract/word"
)

// Class is a class of words: what a rule asks of one token. A rule is written as a
// row of classes, one for each token from a place on.
type Class struct {
	holds func(*Token) bool
	signs signs // of which each token of the class has one
}

// ClassOf are the tokens that holds holds of.
func ClassOf(holds func(*Token) bool) Class { return Class{holds, anySign} }

// Has tells whether a token is of c.
func (c Class) Has(k *Token) bool { return c.holds(k) }

// The classes that the segmenter's tags make.
var (
	Noun   = ClassOf((*Token).IsNoun)
	Verb   = Class{(*Token).IsVerb, signsOf(marks, tagMark, "v")}
	Verbal = Class{(*Token).IsVerbal, signsOf(marks, tagMark, "v")}
)

var (
	// Anything is the class of all tokens, and of none: what stands behind the last.
	Anything = ClassOf(func(*Token) bool { return true })
	// End is what stands before the first token and behind the last.
	End = Class{func(k *Token) bool { return k == &end }, signsOf(marks, kindMark, Stop)}
)

// Is are the tokens that have one of the roles.
func Is(one ...word.Role) Class {
	set := word.Set(one...)
	return Class{func(k *Token) bool { return k.Roles.Meet(set) }, roleSigns(set)}
}

// Not are the tokens that have none of the roles.
func Not(any ...word.Role) Class {
	set := word.Set(any...)
	return ClassOf(func(k *Token) bool { return !k.Roles.Meet(set) })
}

// Says are the tokens that are one of texts.
func Says(texts ...string) Class {
	return Class{func(k *Token) bool { return slices.Contains(texts, k.Text) }, signsOf(ends, endMark, texts...)}
}

// Tagged are the tokens that have one of Jieba's tags.
func Tagged(tags ...string) Class {
	return Class{func(k *Token) bool { return slices.Contains(tags, k.Pos) }, signsOf(marks, tagMark, tags...)}
}

// OfKind are the tokens of one of kinds.
func OfKind(kinds ...Kind) Class {
	return Class{func(k *Token) bool { return slices.Contains(kinds, k.Kind) }, signsOf(marks, kindMark, kinds...)}
}

// EndsIn are the tokens that end in text.
func EndsIn(text string) Class {
	return Class{func(k *Token) bool { return strings.HasSuffix(k.Text, text) }, signsOf(ends, endMark, text)}
}

// And are the tokens of c that are of all others too.
func (c Class) And(others ...Class) Class {
	for _, other := range others {
		c = c.and(other)
	}
	return c
}

// and asks c first: a role costs less than a text or a tag. It keeps the signs of c, where it has
// some.
func (c Class) and(other Class) Class {
	both := Class{func(k *Token) bool { return c.holds(k) && other.holds(k) }, c.signs}
	if both.signs == anySign {
		both.signs = other.signs
	}
	return both
}

// Or are the tokens of c and those of the others.
func (c Class) Or(others ...Class) Class {
	any := Class{func(k *Token) bool {
		return c.holds(k) || slices.ContainsFunc(others, func(other Class) bool { return other.holds(k) })
	}, c.signs}
	for _, other := range others {
		any.signs = any.signs.with(other.signs)
	}
	return any
}

// Is are the tokens of c that have one of the roles.
func (c Class) Is(one ...word.Role) Class { return Is(one...).and(c) }

// Not are the tokens of c that have none of the roles.
func (c Class) Not(any ...word.Role) Class { return Not(any...).and(c) }

// Says are the tokens of c that are one of texts.
func (c Class) Says(texts ...string) Class { return c.and(Says(texts...)) }

// Tagged are the tokens of c that have one of Jieba's tags.
func (c Class) Tagged(tags ...string) Class { return c.and(Tagged(tags...)) }

// But are the tokens of c that are not of other.
func (c Class) But(other Class) Class {
	return Class{func(k *Token) bool { return c.holds(k) && !other.holds(k) }, c.signs}
}

// Long are the tokens of c that are n code points long.
func (c Class) Long(n int) Class { return ClassOf(func(k *Token) bool { return k.Len() == n }).and(c) }

// Over are the tokens of c that are longer than n code points.
func (c Class) Over(n int) Class { return ClassOf(func(k *Token) bool { return k.Len() > n }).and(c) }

// In tells whether one of items is of c.
func (c Class) In(items []Token) bool {
	for i := range items {
		if c.holds(&items[i]) {
			return true
		}
	}
	return false
}

// Row is what a rule asks of the tokens from a place on.
type Row []Class

// Begins tells whether items begin with a token of each class. Behind the last token
// stands a stop.
func (r Row) Begins(items []Token) bool {
	for i := range r {
		if !r[i].holds(At(items, i)) {
			return false
		}
	}
	return true
}

// Is tells whether items are a token of each class and nothing else.
func (r Row) Is(items []Token) bool { return len(items) == len(r) && r.Begins(items) }

// Ends tells whether items end in a token of each class.
func (r Row) Ends(items []Token) bool {
	return len(items) >= len(r) && r.Begins(items[len(items)-len(r):])
}
