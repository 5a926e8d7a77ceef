package clause

import (
	"slices"
	"strings"

	"zhibiao/extract/word"
)

// Class is a class of words: what a rule asks of one token. A rule is written as a
// row of classes, one for each token from a place on.
type Class struct {
	holds func(*Token) bool // what else is asked of them, nil for nothing
	signs signs             // of which each token of the class has one
}

// ClassOf are the tokens that holds holds of.
func ClassOf(holds func(*Token) bool) Class { return Class{holds, anySign} }

// Has tells whether a token is of c.
func (c *Class) Has(k *Token) bool {
	s, r := &c.signs, (*[2]uint64)(&k.Roles)
	seen := s[0]&r[0]|s[1]&r[1]|s[marks]&(kindMark(k.Kind)|tagMark(k.Pos)) != 0 || s[ends] != 0 && s[ends]&endMark(k.Text) != 0
	return seen && c.rest(k)
}

// rest tells whether a token with one of the signs is of c.
func (c *Class) rest(k *Token) bool { return c.holds == nil || c.holds(k) }

// The classes that the segmenter's tags make.
var (
	Noun   = Class{(*Token).IsNoun, signsOf(marks, tagMark, "n", "v", "a", "x", "e", "j", "l", "i", "s", "b", "z", "g", "k", "f").with(OfKind(Quoted).signs)}
	Verb   = Class{(*Token).IsVerb, signsOf(marks, tagMark, "v")}
	Verbal = Class{(*Token).IsVerbal, signsOf(marks, tagMark, "v")}
)

var (
	// Anything is the class of all tokens, and of none: what stands behind the last.
	Anything = ClassOf(nil)
	// End is what stands before the first token and behind the last.
	End = Class{func(k *Token) bool { return k == &end }, signsOf(marks, kindMark, Stop)}
)

// Is are the tokens that have one of the roles.
func Is(one ...word.Role) Class { return Class{nil, roleSigns(word.Set(one...))} }

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
func OfKind(kinds ...Kind) Class { return Class{nil, signsOf(marks, kindMark, kinds...)} }

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
	both := Class{func(k *Token) bool { return c.rest(k) && other.Has(k) }, c.signs}
	if both.signs == anySign {
		both.signs = other.signs
	}
	return both
}

// Or are the tokens of c and those of the others. Where their signs are all that they ask, so are its.
func (c Class) Or(others ...Class) Class {
	all := append(Row{c}, others...)
	var any Class
	for i := range all {
		any.signs = any.signs.with(all[i].signs)
		if all[i].holds != nil {
			any.holds = func(k *Token) bool { return all.hold(k) }
		}
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
	return Class{func(k *Token) bool { return c.rest(k) && !other.Has(k) }, c.signs}
}

// Long are the tokens of c that are n code points long.
func (c Class) Long(n int) Class { return ClassOf(func(k *Token) bool { return k.Len() == n }).and(c) }

// Over are the tokens of c that are longer than n code points.
func (c Class) Over(n int) Class { return ClassOf(func(k *Token) bool { return k.Len() > n }).and(c) }

// In tells whether one of items is of c.
func (c *Class) In(items []Token) bool {
	for i := range items {
		if c.Has(&items[i]) {
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
		if !r[i].Has(At(items, i)) {
			return false
		}
	}
	return true
}

// hold tells whether a token is of one of the classes.
func (r Row) hold(k *Token) bool {
	for i := range r {
		if r[i].Has(k) {
			return true
		}
	}
	return false
}

// Is tells whether items are a token of each class and nothing else.
func (r Row) Is(items []Token) bool { return len(items) == len(r) && r.Begins(items) }

// Ends tells whether items end in a token of each class.
func (r Row) Ends(items []Token) bool {
	return len(items) >= len(r) && r.Begins(items[len(items)-len(r):])
}
