package goal

import (
	"strings"
	"unicode/utf8"

	"zhibiao/extract/word"
)

// Opening is where the main goals of a paragraph begin, an offset of t: behind
// the first words that open them (word.GoalOpening: 主要预期目标). It is -1 where
// there are none.
func Opening(t []rune, words *word.Table) int {
	for i := 0; i+1 < len(t); i++ {
		// Each of the words holds 目标, 指标 or 预期: only what stands around
		// these is compared.
		switch {
		case t[i+1] == '标' && (t[i] == '目' || t[i] == '指'), t[i+1] == '期' && t[i] == '预':
		default:
			continue
		}
		from := max(0, i-4)
		s := string(t[from:min(len(t), i+4)])
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
