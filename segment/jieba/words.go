package jieba

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhibiao/segment"
)

// checkWord says what is wrong with a user word, nil if nothing.
func checkWord(w segment.Word) error {
	bad := func(r rune) bool { return unicode.IsSpace(r) || r == 0 }
	switch {
	case w.Text == "":
		return fmt.Errorf("user word is empty")
	case !utf8.ValidString(w.Text), strings.ContainsFunc(w.Text, bad):
		return fmt.Errorf("user word %q holds white space, NUL or invalid UTF-8", w.Text)
	case strings.ContainsFunc(w.Pos, func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) }):
		return fmt.Errorf("user word %q: part of speech %q is no Jieba tag; write n, v, vn, …", w.Text, w.Pos)
	}
	return nil
}

// userDict renders words for cppjieba, the words of own (gojieba's own user
// dictionary) first. A word that base (the main dictionary) has keeps its
// frequency there, and its tag if the user word has none: a user word would
// otherwise make a frequent word rare.
func userDict(words []segment.Word, own, base []byte) []byte {
	known := make(map[string]string, len(words))
	for _, w := range words {
		known[w.Text] = ""
	}
	for line := range bytes.Lines(base) {
		word, rest, _ := bytes.Cut(bytes.TrimRight(line, "\r\n"), []byte(" "))
		if _, ok := known[string(word)]; ok {
			known[string(word)] = string(rest)
		}
	}
	var b bytes.Buffer
	for line := range bytes.Lines(own) {
		if line = bytes.TrimSpace(line); len(line) > 0 {
			b.Write(line)
			b.WriteByte('\n')
		}
	}
	for _, w := range words {
		freq, tag, _ := strings.Cut(known[w.Text], " ")
		if w.Pos != "" {
			tag = w.Pos
		}
		if tag == "" {
			tag = "n"
		}
		if freq != "" {
			freq += " "
		}
		fmt.Fprintf(&b, "%s %s%s\n", w.Text, freq, tag)
	}
	return b.Bytes()
}

// wordsKey names the user dictionary made from words.
func wordsKey(words []segment.Word) string {
	var b bytes.Buffer
	for _, w := range words {
		fmt.Fprintf(&b, "%s %s\n", w.Text, w.Pos)
	}
	return sha(append(b.Bytes(), dictFiles[0].sum...))
}
