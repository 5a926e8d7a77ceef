package jieba

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/yanyiwu/gojieba"

	"zhibiao/segment"
)

// Jieba is a loaded segmenter, safe for concurrent use.
type Jieba struct{ jieba *gojieba.Jieba }

var _ segment.Segmenter = (*Jieba)(nil)

// New loads the dictionaries with words as user words. Loading takes about
// half a second and 100 MB: do it once.
func New(words []segment.Word) (*Jieba, error) {
	for _, w := range words {
		if err := checkWord(w); err != nil {
			return nil, err
		}
	}
	user := func(base []byte) ([]byte, error) {
		own, err := packedFile("user.dict.utf8")
		return userDict(words, own, base), err
	}
	key := wordsKey(words)
	var cacheErr error
	if cache, err := os.UserCacheDir(); err != nil {
		cacheErr = err
	} else if p, err := unpack(filepath.Join(cache, "zhibiao", "jieba"), user, key); err != nil {
		cacheErr = err
	} else {
		return load(p), nil
	}
	tmp, err := os.MkdirTemp("", "zhibiao-jieba-")
	if err != nil {
		return nil, fmt.Errorf("unpack the Jieba dictionaries: %w (and not to the cache either: %w); set XDG_CACHE_HOME or TMPDIR to a folder that can be written", err, cacheErr)
	}
	defer func() { _ = os.RemoveAll(tmp) }()
	p, err := unpack(tmp, user, key)
	if err != nil {
		return nil, fmt.Errorf("unpack the Jieba dictionaries to %s: %w (and not to the cache either: %w)", tmp, err, cacheErr)
	}
	return load(p), nil
}

func load(p paths) *Jieba {
	j := new(Jieba)
	inHeap(func() { j.jieba = gojieba.NewJieba(p.dict, p.hmm, p.user, p.idf, p.stop) })
	return j
}

// Bare is gojieba's own Tag, for benchmarks: word/tag, without offsets and
// without care for what is not UTF-8.
func (j *Jieba) Bare(text string) []string { return j.jieba.Tag(text) }

// pieceBytes bounds what cppjieba sees at once: it builds a graph of about
// half a kilobyte for each character.
const pieceBytes = 1 << 14

// Tag cuts text into tokens that cover it without gaps. Bytes that are not
// UTF-8 come back as U+FFFD, NUL as a space.
func (j *Jieba) Tag(text string) []segment.Token {
	text = clean(text)
	tokens := make([]segment.Token, 0, len(text)/5+1)
	pos := 0
	for len(text) > 0 {
		rest := text[piece(text):]
		add := func(n int, tag string) {
			end := pos + utf8.RuneCountInString(text[:n])
			tokens = append(tokens, segment.Token{Text: text[:n], Pos: tag, Start: pos, End: end})
			text, pos = text[n:], end
		}
		for _, s := range j.jieba.Tag(text[:len(text)-len(rest)]) {
			i := strings.LastIndexByte(s, '/') // the word may hold one, the tag never does
			if i <= 0 || !strings.HasPrefix(text, s[:i]) {
				break
			}
			add(i, s[i+1:])
		}
		if n := len(text) - len(rest); n > 0 { // cppjieba refused it; say so with one token, and keep the cover
			add(n, "x")
		}
	}
	return tokens
}

// Cut is the words of Tag, for half of the time.
func (j *Jieba) Cut(text string) []string {
	text = clean(text)
	n := piece(text)
	words := j.jieba.Cut(text[:n], true)
	for text = text[n:]; text != ""; text = text[n:] {
		n = piece(text)
		words = append(words, j.jieba.Cut(text[:n], true)...)
	}
	return words
}

// piece is the length of the longest start of text that cppjieba may see at
// once, cut behind a mark if there is one in its second half.
func piece(text string) int {
	if len(text) <= pieceBytes {
		return len(text)
	}
	n := pieceBytes
	for !utf8.RuneStart(text[n]) {
		n--
	}
	if i := strings.LastIndexAny(text[n/2:n], "。，；\n \t"); i >= 0 {
		_, size := utf8.DecodeRuneInString(text[n/2+i:])
		return n/2 + i + size
	}
	return n
}

// clean replaces what cppjieba would stop at, one code point for one.
func clean(text string) string {
	if !utf8.ValidString(text) {
		text = string([]rune(text))
	}
	return strings.ReplaceAll(text, "\x00", " ")
}
