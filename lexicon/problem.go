package lexicon

import (
	"fmt"
	"strings"

	"zhibiao/message"
)

// Problem is something wrong in a table.
type Problem struct {
	File    string
	Line    int // from 1
	Column  int // in code points, from 1
	Message string
}

func (p Problem) String() string { return p.In(message.English) }

// In is the problem in a language.
func (p Problem) In(l message.Language) string {
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, message.Translate(p.Message, l))
}

// Problems is everything wrong in the tables, one a line.
type Problems []Problem

func (ps Problems) Error() string { return ps.In(message.English) }

// In is what is wrong in a language, a problem a line.
func (ps Problems) In(l message.Language) string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.In(l)
	}
	return strings.Join(lines, "\n")
}
