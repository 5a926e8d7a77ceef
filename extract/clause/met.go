package clause

import (
	"strings"
	"sync"
	"unique"

	"zhibiao/extract/word"
)

// met are the words that the segmenter has cut so far, with what depends on the word
// alone: to cut a text takes half as long as to tag it.
type met struct {
	sync.RWMutex
	words map[string]*known
	alone edges // of those that are a word alone
}

// edges are texts by their ends and their length, a bit for each: most are not among them, and
// need not be looked for in a large map.
type edges [1 << 11]uint64

// at is the bit of a text, and where it stands.
func (e *edges) at(t []rune) (at *uint64, bit uint64) {
	h := uint32(t[0])*0x9e3779b1 + uint32(t[len(t)-1])*0x85ebca6b + uint32(len(t))*0xc2b2ae35
	return &e[h>>21], 1 << (h >> 15 % 64)
}

// known is what is known of a word.
type known struct {
	text  string
	pos   string
	roles word.Roles
	size  int  // in code points
	blank bool // it is white space
	alone bool // a text of no more is this word
}

// mostMet bounds the words that are remembered: 8 MB. Those that reports use often
// come early.
const mostMet = 1 << 16

// words cuts text into words, and tells what is known of each, in the room of found.
func (c *Cutter) words(text string, found []known) ([]string, []known) {
	if text == "" {
		return nil, found
	}
	words := c.Seg.Cut(text)
	found, news := c.met.find(words, found)
	if len(news) == 0 {
		return words, found
	}
	learned := make(map[string]*known, len(news))
	c.learn(learned, strings.Join(news, "\n"))
	for _, w := range news {
		if learned[w] == nil { // alone it is cut otherwise
			c.learn(learned, text)
			break
		}
	}
	for i, w := range words {
		if k := learned[w]; k != nil && found[i].size == 0 {
			found[i] = *k
		}
	}
	c.met.add(learned)
	return words, found
}

// find adds to found what is known of words, and tells which of them are not.
func (m *met) find(words []string, found []known) (_ []known, news []string) {
	m.RLock()
	defer m.RUnlock()
	for _, w := range words {
		k := m.words[w]
		if k == nil {
			k = &known{}
			news = append(news, w)
		}
		found = append(found, *k) // while the next is looked up
	}
	return found, news
}

// add remembers words while there is room.
func (m *met) add(learned map[string]*known) {
	m.Lock()
	defer m.Unlock()
	if m.words == nil {
		m.words = map[string]*known{}
	}
	if len(m.words)+len(learned) > mostMet {
		return
	}
	for w, k := range learned {
		k.text = strings.Clone(w) // not a part of the text
		m.words[k.text] = k
		if k.alone {
			at, bit := m.alone.at([]rune(w))
			*at |= bit
		}
	}
}

// learn tags lines, and adds their words.
func (c *Cutter) learn(to map[string]*known, text string) {
	tokens := c.Seg.Tag(text)
	ends := func(i int) bool { return i < 0 || i == len(tokens) || tokens[i].Text == "\n" }
	for i, w := range tokens {
		k := Token{Kind: Word, Start: w.Start, End: w.End, Pos: w.Pos}
		c.name(&k, w.Text)
		blank := strings.TrimSpace(w.Text) == ""
		alone := !blank && ends(i-1) && ends(i+1) || to[w.Text] != nil && to[w.Text].alone
		to[w.Text] = &known{w.Text, unique.Make(w.Pos).Value(), k.Roles, k.Len(), blank, alone}
	}
}
