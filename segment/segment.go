// Package segment says what a token and a segmenter are. The one
// implementation that needs cgo is in segment/jieba.
package segment

// Token is a word of a text with its part of speech.
type Token struct {
	Text       string
	Pos        string // Jieba's tags: n, v, vn, m, q, t, nr, ns, …
	Start, End int    // code points in the text given to Tag, half-open
}

// Segmenter cuts text into tokens. Implementations are safe for concurrent
// use. The tokens cover the text without gaps.
type Segmenter interface {
	Tag(text string) []Token
	Cut(text string) []string // the words alone
}

// Word is a user word for a segmenter.
type Word struct {
	Text string
	Pos  string
}
