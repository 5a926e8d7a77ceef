package view

import "strings"

// titleLine is the length that lines of a report's head do not go beyond.
const titleLine = 50

// markTitle finds the lines that a report begins with: short, and no sentence.
func markTitle(blocks []block) {
	for i := range blocks {
		b := &blocks[i]
		line := []rune(b.Heading())
		if b.Level > 0 || b.Rows != nil || len(line) > titleLine || endsLikeSentence(line) {
			return
		}
		b.Title = true
	}
}

func endsLikeSentence(line []rune) bool {
	return len(line) == 0 || strings.ContainsRune("。；：！？，:;", line[len(line)-1])
}

// lines are the spans of the lines that hold something.
func lines(text []rune) [][2]int {
	return split(text, [2]int{0, len(text)}, '\n', false)
}

// cells are the spans of the cells of a line: tables come as a line a row with
// tabs between the cells.
func cells(text []rune, line [2]int) [][2]int { return split(text, line, '\t', true) }

// split cuts a span at each mark.
func split(text []rune, in [2]int, mark rune, empty bool) [][2]int {
	var out [][2]int
	start := in[0]
	for i := in[0]; i <= in[1]; i++ {
		if i < in[1] && text[i] != mark {
			continue
		}
		if empty || i > start {
			out = append(out, [2]int{start, i})
		}
		start = i + 1
	}
	return out
}
