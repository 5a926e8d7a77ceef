package clause

import (
	"strings"
	"sync"

	"zhibiao/extract/word"
	"zhibiao/segment"
)

// met are the words that the segmenter has cut so far, each with its tag and its
// roles: they depend on the word alone, and to cut a text takes half as long as to
// tag it.
type met struct {
	sync.RWMutex
	words map[string]known
}

type known struct {
	pos   string
	roles word.Roles
}

// mostMet bounds the words that are remembered: 8 MB. Those that reports use often
// come early.
const mostMet = 1 << 16

// words cuts text into words with their tags, and tells the roles of each.
func (c *Cutter) words(text string, room []word.Roles) ([]segment.Token, []word.Roles) {
	words := c.Seg.Cut(text)
	roles, news := c.met.find(words, room)
	if len(news) == 0 {
		return words, roles
	}
	learned := make(map[string]known, len(news))
	c.learn(learned, strings.Join(news, "\n"))
	for _, w := range news {
		if learned[w].pos == "" { // alone it is cut otherwise
			c.learn(learned, text)
			break
		}
	}
	for i := range words {
		if k := &words[i]; k.Pos == "" {
			w := learned[k.Text]
			k.Pos, roles[i] = w.pos, w.roles
		}
	}
	c.met.add(learned)
	return words, roles
}

// find fills in the tags and the roles of the words that were met, and returns the
// other words.
func (m *met) find(words []segment.Token, room []word.Roles) (roles []word.Roles, news []string) {
	m.RLock()
	defer m.RUnlock()
	roles = room[:0]
	for i := range words {
		w := m.words[words[i].Text]
		if w.pos == "" {
			news = append(news, words[i].Text)
		}
		words[i].Pos = w.pos
		roles = append(roles, w.roles)
	}
	return roles, news
}

// add remembers words while there is room.
func (m *met) add(learned map[string]known) {
	m.Lock()
	defer m.Unlock()
	if m.words == nil {
		m.words = map[string]known{}
	}
	if len(m.words)+len(learned) > mostMet {
		return
	}
	for w, k := range learned {
		m.words[strings.Clone(w)] = k // not a part of the text
	}
}

// learn tags a text, and adds its words.
func (c *Cutter) learn(to map[string]known, text string) {
	for _, w := range c.Seg.Tag(text) {
		k := Token{Kind: Word, Start: w.Start, End: w.End, Pos: w.Pos}
		c.name(&k, w.Text)
		to[w.Text] = known{w.Pos, k.Roles}
	}
}
