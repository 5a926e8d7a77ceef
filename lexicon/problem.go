package lexicon

import (
	"fmt"
	"strings"
)

// Problem is something wrong in a table.
type Problem struct {
	File    string
	Line    int // from 1
	Column  int // in code points, from 1
	Message string
}

func (p Problem) String() string {
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.Message)
}

// Problems is everything wrong in the tables, one a line.
type Problems []Problem

func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}
