package jieba

import (
	"maps"
	"strings"
	"sync"

	"zhibiao/segment"
)

// tags remembers how words are tagged. A tag depends on the word alone, and to
// cut a text takes half as long as to tag it.
type tags struct {
	sync.RWMutex
	of map[string]string
}

// mostTags bounds the words that are remembered: 5 MB. Those that reports use
// often come early.
const mostTags = 1 << 16

// fill gives words, which follow each other in a text, their tags; tag is asked
// for those that are not known yet.
func (t *tags) fill(words []segment.Token, tag func(string) []string) {
	news := t.known(words)
	if len(news) == 0 {
		return
	}
	learned := make(map[string]string, len(news))
	learn(learned, tag(strings.Join(news, "\n")))
	for _, word := range news {
		if learned[word] == "" { // alone it is cut otherwise
			learn(learned, tag(joined(words)))
			break
		}
	}
	for i := range words {
		if k := &words[i]; k.Pos == "" {
			k.Pos = learned[k.Text]
		}
	}
	t.remember(learned)
}

// known fills in the tags that are remembered, and returns the other words.
func (t *tags) known(words []segment.Token) (news []string) {
	t.RLock()
	defer t.RUnlock()
	for i := range words {
		k := &words[i]
		if k.Pos = t.of[k.Text]; k.Pos == "" {
			news = append(news, k.Text)
		}
	}
	return news
}

// remember keeps tags while there is room.
func (t *tags) remember(learned map[string]string) {
	t.Lock()
	defer t.Unlock()
	if t.of == nil {
		t.of = map[string]string{}
	}
	if len(t.of)+len(learned) <= mostTags {
		maps.Copy(t.of, learned)
	}
}

// learn reads words of the form word/tag; the word may hold a slash, the tag never
// does.
func learn(to map[string]string, tagged []string) {
	for _, s := range tagged {
		if i := strings.LastIndexByte(s, '/'); i > 0 {
			to[s[:i]] = s[i+1:]
		}
	}
}

// joined is the text that words cover.
func joined(words []segment.Token) string {
	var b strings.Builder
	for i := range words {
		b.WriteString(words[i].Text)
	}
	return b.String()
}
