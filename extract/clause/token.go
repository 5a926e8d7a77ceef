package clause

import (
	"slices"
	"unicode/utf8"

	"zhibiao/extract/word"
)

// Kind tells words, marks and quantities apart.
type Kind uint8

// The kinds of tokens.
const (
	Word   Kind = iota
	Quoted      // “…” or 《…》, one noun
	Paren       // （…） without a quantity
	Pause       // 、
	Stop        // ，；：。 and brackets around a quantity
	Amount      // a quantity with its modifiers
	Moment      // a period
	Piece       // text that is not cut into words
	Later       // text that is cut when it is asked for
	wanted      // text that is cut at once
)

// Token is a word, a mark or a quantity of a sentence. Offsets are the
// document's, in code points, half-open.
type Token struct {
	Kind       Kind
	Compound   bool  // it makes a name with the word behind it: 改造项目
	Whole      bool  // that name is never cut: [引导]基金
	Index      int32 // of the quantity
	Start, End int
	Text       string // of Norm, "" for a quantity and for text that is not cut
	Pos        string // Jieba's tag
	Roles      word.Roles
}

// Is tells whether the token has one of the roles.
func (k *Token) Is(one word.Role, more ...word.Role) bool {
	return k.Roles.Has(one) || len(more) > 0 && k.Roles.Has(more...)
}

// Says tells whether the token is one of texts.
func (k *Token) Says(texts ...string) bool { return slices.Contains(texts, k.Text) }

// Tagged tells whether the token has one of Jieba's tags.
func (k *Token) Tagged(tags ...string) bool { return slices.Contains(tags, k.Pos) }

// OfKind tells whether the token is of one of kinds.
func (k *Token) OfKind(kinds ...Kind) bool { return slices.Contains(kinds, k.Kind) }

// end is what stands before the first token and behind the last. It is never changed.
var end = Token{Kind: Stop}

// At is items[i], and a stop where there is none, so that what stands beside a token
// can be asked about everywhere.
func At(items []Token, i int) *Token {
	if i >= 0 && i < len(items) {
		return &items[i]
	}
	return &end
}

// Len is the length of the token in the text, in code points.
func (k *Token) Len() int { return k.End - k.Start }

// runes are the characters of a token whose text is that of the document, nil
// where it is another one or has fewer than least.
func (k *Token) runes(least int) []rune {
	if k.Len() < least || utf8.RuneCountInString(k.Text) != k.Len() {
		return nil
	}
	return []rune(k.Text)
}

// IsVerb tells whether the token is tagged as a verb. A verbal noun is none.
func (k *Token) IsVerb() bool {
	return k.Kind == Word && len(k.Pos) > 0 && k.Pos[0] == 'v' && k.Pos != "vn"
}

// IsVerbal tells whether the token is tagged as a verb or a verbal noun.
func (k *Token) IsVerbal() bool { return k.IsVerb() || k.Pos == "vn" }

// IsNoun tells whether the token is a name in quotes or tagged as what can be
// a noun. No verb is one.
func (k *Token) IsNoun() bool {
	switch {
	case k.Kind == Quoted:
		return true
	case k.Kind != Word || k.Pos == "":
		return false
	}
	return k.Pos[0] == 'n' || nominal(k.Pos)
}

// nominal tells whether a tag is of what can be a noun, besides those in n: names in
// Latin letters, abbreviations, idioms, places, adjectives.
func nominal(tag string) bool {
	switch tag {
	case "vn", "an", "x", "eng", "j", "l", "i", "s", "b", "a", "zg", "g", "k", "f":
		return true
	}
	return false
}
