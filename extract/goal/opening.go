package goal

import (
	"strings"
	"unicode/utf8"

	"zhibiao/extract/lang"
	"zhibiao/extract/word"
)

// Opening is where the main goals of a paragraph begin, an offset of t: behind
// the first words that open them (word.GoalOpening: 主要预期目标). It is -1 where
// there are none.
func Opening(t []rune, words *word.Table) int {
	for i, r := range t {
		// Each of the words holds 目标, 指标 or 预期: only what stands around
		// these is compared.
		if r != '标' && r != '期' {
			continue
		}
		if i == 0 || lang.PrefixLen(t, i-1, "目标", "指标", "预期") == 0 {
			continue
		}
		from := max(0, i-5)
		s := string(t[from:min(len(t), i+3)])
		first := -1
		for _, w := range words.List(word.GoalOpening) {
			if at := strings.Index(s, w); at >= 0 {
				end := from + utf8.RuneCountInString(s[:at+len(w)])
				if first < 0 || end < first {
					first = end
				}
			}
		}
		if first >= 0 {
			return first
		}
	}
	return -1
}
